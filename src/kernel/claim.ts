import type { Finding } from './finding.ts'
import type { Evidence, Span } from './span.ts'

/**
 * What a document says, before it is recorded: an event without its envelope. Extraction yields claims, recording
 * validates them against vocabulary and text and gives them ids.
 */
export interface Claim<Type extends string = string, Data = unknown> {
  readonly type: Type
  readonly data: Data
  readonly evidence: readonly Evidence[]
  /** The rule that yielded it: `vi/visit/official`. */
  readonly rule: string
  /** What the document credits the report to. */
  readonly attribution?: string
  /** Codes of findings that are about this claim. */
  readonly doubt?: readonly string[]
  /** Why it was read so: cues with their weights, for `why` and `extract --explain`. Not recorded in data. */
  readonly because?: readonly string[]
}

/** A sentence with a trigger word that yielded nothing: a gap that a reader can see. */
export interface Uncoded extends Span {
  readonly trigger: string
}

/** All that an extraction takes from one document. */
export interface Extraction {
  /** `vi@1.2.0`: language and version of its rules. */
  readonly extractor: string
  /** Digest of rules, and of the gazetteer, in force: 12 hex digits. */
  readonly rules: string
  readonly gazetteer: string
  readonly claims: readonly Claim[]
  readonly uncoded: readonly Uncoded[]
  readonly findings: readonly Finding[]
}
