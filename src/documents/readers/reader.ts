import type { Finding } from '../../kernel/finding.ts'
import type { FieldMapping, Metadata } from '../document.ts'
import type { Limits } from '../limits.ts'

/**
 * One format. `read` turns bytes into the text that every span will point into, so the same bytes give the same text
 * for ever under one `version`: raise it with any change that can move a character. A reader decodes and unwraps; it
 * never normalises, never runs anything it finds, never opens the network, and loads heavy packages only inside `read`.
 */
export interface Reader {
  /** `html`; with the version it stands in the log: `html@1.0.0`. */
  readonly name: string
  readonly version: string
  /** What it reads; the first is recorded when the name or the content told. */
  readonly mediaTypes: readonly string[]
  /** Endings of file names, lower case, without dot. */
  readonly endings: readonly string[]
  /** Which limit holds for the source bytes. */
  readonly weighs: 'textBytes' | 'packedBytes'
  /** Bytes that can be nothing else, whatever the name says: `%PDF-`. */
  readonly signature?: (bytes: Uint8Array) => boolean
  /** Whether content of unknown name is probably this. */
  readonly resembles?: (bytes: Uint8Array) => boolean
  /** Faults: `document-unreadable`, `document-too-large`, `missing-dependency`. */
  read(source: Source): Promise<Reading>
}

export interface Source {
  readonly bytes: Uint8Array
  /** For messages. */
  readonly origin: string
  /** What whoever sent the document said about its encoding: `windows-1258`. May be wrong. */
  readonly charset?: string
  /** Where the document came from, when that is known: its path may tell a date. */
  readonly uri?: string
  readonly fields?: FieldMapping
  readonly limits: Limits
}

export interface Reading {
  readonly text: string
  readonly metadata: Metadata
  readonly findings: readonly Finding[]
}
