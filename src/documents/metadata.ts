import { z } from 'zod'
import { isEdtf } from '../kernel/edtf.ts'
import { type Finding, finding } from '../kernel/finding.ts'
import type { Metadata } from './document.ts'
import { publishedFrom } from './published.ts'

/** Metadata as people write it, in a sidecar or in flags: a slip is told, not passed over. Limits as in the vocabulary. */
export const StatedMetadata = z.strictObject({
  title: z.string().trim().min(1).max(1_000).optional(),
  publisher: z.string().trim().min(1).max(300).optional(),
  published: z.string().refine(isEdtf, 'an EDTF date such as 2023-08-21, 2018-03 or 1959').optional(),
  uri: z.string().trim().min(1).max(2_000).optional(),
})

/** What a file says about itself, in any wording, before anybody looked at it. */
export interface FoundMetadata {
  readonly title?: string | null | undefined
  readonly publisher?: string | null | undefined
  readonly published?: string | null | undefined
  readonly uri?: string | null | undefined
}

/** Brings what was found into shape; what can't be understood is left out and told as a finding. */
export const metadataFrom = (found: FoundMetadata): { metadata: Metadata; findings: Finding[] } => {
  const findings: Finding[] = []
  const written = found.published?.trim()
  const published = written ? publishedFrom(written) : null
  if (written && !published)
    findings.push(finding('metadata-ignored', undefined, `the publication date “${written.slice(0, 100)}” could not be understood`))
  const metadata = {
    title: fitting(found.title, 1_000),
    publisher: fitting(found.publisher, 300),
    published: published ?? undefined,
    uri: found.uri && found.uri.length <= 2_000 ? fitting(found.uri, 2_000) : undefined,
  }
  return { metadata: without(metadata), findings }
}

/** One line, not longer than the vocabulary allows, never half a surrogate pair; nothing when it is blank. */
const fitting = (text: string | null | undefined, length: number): string | undefined => {
  const line = text?.replace(/\s+/gu, ' ').trim()
  return line ? line.slice(0, length).replace(/[\uD800-\uDBFF]$/, '') : undefined
}

/** `exactOptionalPropertyTypes`: what is not known is not there. */
const without = (metadata: { [Key in keyof Metadata]: string | undefined }): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
