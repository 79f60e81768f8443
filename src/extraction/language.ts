import type { Claim, Uncoded } from '../kernel/claim.ts'
import type { Finding } from '../kernel/finding.ts'

/** Tables that a language and the resolver know, loaded by `documents` and handed in: name of the table → its TSV text. */
export type Gazetteer = Readonly<Record<string, string>>

/** What is known about a document besides its text. */
export interface ReadingContext {
  /** 64 hex digits: ids are made from it. */
  readonly sha256: string
  /** EDTF; anchors “today”. */
  readonly published?: string
}

export interface Reading {
  readonly claims: readonly Claim[]
  readonly uncoded: readonly Uncoded[]
  readonly findings: readonly Finding[]
}
