import type { Fault } from '../kernel/fault.ts'
import type { Finding } from '../kernel/finding.ts'

/**
 * A document as it came in and as it was read: the bytes are kept, the text is derived once, stored, and what every
 * span points into. `text` is decoded, without byte-order mark, not normalised.
 */
export interface SourceDocument {
  /** 64 lower-case hex digits over `bytes`. */
  readonly sha256: string
  readonly bytes: Uint8Array
  /** `text/plain`, `text/html`, `application/pdf` … */
  readonly mediaType: string
  /** File name without extension, or the id in a collection. */
  readonly name: string
  readonly text: string
  /** Which reader made the text: `html@1.0.0`. */
  readonly reader: string
  readonly metadata: Metadata
  /** Doubts about the reading, such as a guessed encoding. */
  readonly findings: readonly Finding[]
}

/** What the document's text does not say itself. `published` is EDTF. */
export interface Metadata {
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly uri?: string
}

/** One thing to be read: bytes with where they came from. `load` may fault; the caller goes on with the next. */
export interface Input {
  /** Path, `-` for standard input, or `archive.ndjson#12`. For messages. */
  readonly origin: string
  readonly name: string
  readonly metadata: Metadata
  load(): Promise<Uint8Array>
  /** Overrides the media type that the reader would find by name and content. */
  readonly mediaType?: string
  /** Where a record of a collection keeps what; without it, under the names of `FieldMapping` themselves. */
  readonly fields?: FieldMapping
}

/**
 * Under which names a record (a line of NDJSON, a row of CSV) keeps its parts. A name that starts with `/` is a JSON
 * Pointer (RFC 6901) into the record.
 */
export interface FieldMapping {
  readonly id?: string
  readonly text?: string
  readonly title?: string
  readonly published?: string
  readonly publisher?: string
  readonly uri?: string
}

/** An input that could not be offered: a missing path, a bad line. The others go on. */
export interface Refusal {
  readonly origin: string
  readonly fault: Fault
}

export const isRefusal = (offered: Input | Refusal): offered is Refusal => 'fault' in offered
