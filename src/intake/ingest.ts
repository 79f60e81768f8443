import { sha256Of } from '../documents/digest.ts'
import type { Metadata, SourceDocument } from '../documents/document.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { Fault, isFault } from '../kernel/fault.ts'
import type { Finding } from '../kernel/finding.ts'
import { documentStream } from '../kernel/ids.ts'
import { type Draft, draftOf } from '../recording/draft.ts'
import type { Recorded } from '../recording/recorder.ts'
import { description, readReport, registration } from './drafts.ts'
import type { Prepared } from './prepared.ts'
import type { Rooms } from './rooms.ts'

/** What became of one input. One refused document never stops the others. */
export type Ingested =
  | {
      readonly outcome: 'ingested'
      readonly origin: string
      readonly name: string
      readonly stream: string
      /** Position of the last event of its append. */
      readonly position: number
      /** How many events of each type were recorded. */
      readonly events: Readonly<Record<string, number>>
      readonly findings: readonly Finding[]
      readonly uncoded: number
    }
  | { readonly outcome: 'known'; readonly origin: string; readonly name: string; readonly stream: string; readonly described: boolean }
  | { readonly outcome: 'refused'; readonly origin: string; readonly fault: Fault }

/**
 * Records one prepared document: registration, metadata, claims, the report of the reading, and the links to other
 * documents, in one append. Its text must be in the archive already. The same bytes again append nothing; new
 * metadata is a `DocumentDescribed`.
 */
export const ingest = async (rooms: Rooms, origin: string, { document, extraction }: Prepared): Promise<Ingested> => {
  const stream = documentStream(document.sha256)
  if (await isKnown(rooms, document.sha256)) return describeAgain(rooms, origin, document)
  const described = description(document.metadata)
  const links = await rooms.linking.add({
    stream,
    text: document.text,
    claims: extraction.claims,
    ...(document.metadata.published ? { published: document.metadata.published } : {}),
  })
  const doubts = await rooms.linking.doubts(stream)
  const drafts: Draft[] = [
    registration(document, sha256Of(document.text), rooms.extractor.language),
    ...(described ? [described] : []),
    ...extraction.claims.map(draftOf),
    readReport(extraction),
    ...links,
  ]
  try {
    const recorded = await rooms.recorder.record(stream, drafts, {
      by: `extractor ${extraction.extractor}`,
      text: document.text,
      expectedRevision: 'no-stream',
    })
    rooms.linking.recorded(recorded.events)
    return {
      outcome: 'ingested',
      origin,
      name: document.name,
      stream,
      position: recorded.position,
      events: tally(recorded),
      findings: [...document.findings, ...extraction.findings, ...doubts],
      uncoded: extraction.uncoded.length,
    }
  } catch (error) {
    rooms.linking.forget()
    throw error
  }
}

/** The same bytes again: what is new about their metadata, or nothing. */
export const describeAgain = async (
  rooms: Rooms,
  origin: string,
  { sha256, name, metadata }: Pick<SourceDocument, 'sha256' | 'name' | 'metadata'>,
): Promise<Ingested> => {
  const stream = documentStream(sha256)
  const known = { outcome: 'known', origin, name, stream } as const
  const { metadata: before, revision } = await standing(rooms, stream)
  const fresh = Object.fromEntries(
    Object.entries(metadata).filter(([key, value]) => value !== undefined && before[key as keyof Metadata] !== value),
  )
  const described = description(fresh)
  if (!described) return { ...known, described: false }
  const links = typeof fresh.published === 'string' ? await rooms.linking.describe(stream, fresh.published) : []
  try {
    const recorded = await rooms.recorder.record(stream, [described, ...links], {
      by: `extractor ${rooms.extractor.id}`,
      text: null,
      expectedRevision: revision,
    })
    rooms.linking.recorded(recorded.events)
  } catch (error) {
    rooms.linking.forget()
    throw error
  }
  return { ...known, described: true }
}

/** Whether these bytes are registered. */
export const isKnown = async ({ store }: Rooms, sha256: string): Promise<boolean> => {
  for await (const _ of store.read({ stream: documentStream(sha256), to: 0 })) return true
  return false
}

/** Answers a refusal for what is wrong with one input; lets through what would be wrong with every other one too. */
export const refusal = (origin: string, error: unknown): Extract<Ingested, { outcome: 'refused' }> => {
  if (isFault(error, 'closed', 'locked', 'disk-full', 'read-only', 'io-error', 'vanished', 'corrupt-log', 'cancelled')) throw error
  if (error instanceof Fault) return { outcome: 'refused', origin, fault: error }
  throw error
}

/** What is known about a document, newest values, and its stream's last revision. */
const standing = async ({ store }: Rooms, stream: string): Promise<{ metadata: Metadata; revision: number }> => {
  let metadata: Metadata = {}
  let revision = -1
  for await (const event of store.read({ stream }) as AsyncIterable<RecordedEvent>) {
    if (event.type === 'DocumentDescribed') metadata = { ...metadata, ...(event.data as Metadata) }
    revision = event.revision
  }
  return { metadata, revision }
}

const tally = ({ events }: Recorded): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1
  return counts
}
