import { createExtractor } from '../../src/extraction/extract.ts'
import { vietnamese } from '../../src/languages/vi/index.ts'
import { tables } from '../languages/vi/tables.ts'

/** Vietnamese with the tables that are shipped. */
export const extractor = createExtractor({ language: vietnamese, gazetteer: tables })

/** The digest of a text whose ids nobody looks at. */
export const anyDigest = { sha256: 'd'.repeat(64) }

/** What claims tell of an engagement; which of it there is depends on their type. */
export interface Told {
  readonly start?: string
  readonly end?: string
  readonly date?: string
  readonly place?: string
  readonly host?: string
  readonly kind?: string
  readonly participants?: readonly { readonly name: string | null; readonly office?: string }[]
}

/** What the claims of some types tell of a text, in their order. */
export const told = <Data = Told>(type: RegExp, text: string, published?: string): Data[] =>
  extractor
    .extract(text, { ...anyDigest, ...(published ? { published } : {}) })
    .claims.filter((claim) => type.test(claim.type))
    .map(({ data }) => data as Data)
