import type { SourceDocument } from '../documents/document.ts'
import type { Extraction } from '../kernel/claim.ts'

/** A document that has been read and extracted: everything that needs no ledger, and may happen on another thread. */
export interface Prepared {
  readonly document: SourceDocument
  readonly extraction: Extraction
}

/** What runs rules over a text; `src/extraction` makes one out of a language and a gazetteer. */
export interface Extractor {
  /** `vi@1.0.0`. */
  readonly id: string
  /** Language tag of the documents that it reads: `vi`. */
  readonly language: string
  /** Digests in force, 12 hex digits each. */
  readonly rules: string
  readonly gazetteer: string
  extract(text: string, context: { sha256: string; published?: string }): Extraction
}
