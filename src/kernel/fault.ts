/**
 * The world refused: a disk, a stale revision, a file that is not what it claims to be. A fault says what was
 * attempted, what was found, what was expected and, where known, the cure. Tests and callers compare `code`,
 * never the message. Doubt about the material is a finding (`finding.ts`); a mistake of ours is an assertion.
 */
export const faultCodes = [
  'already-exists',
  'cancelled',
  'checkpoint-mismatch',
  'closed',
  'conflict',
  'corrupt-log',
  'disk-full',
  'document-empty',
  'document-too-large',
  'document-unreadable',
  'duplicate-id',
  'event-too-large',
  'evidence-mismatch',
  'invalid-correction',
  'invalid-event',
  'invalid-input',
  'invalid-projection',
  'io-error',
  'locked',
  'missing-dependency',
  'no-such-document',
  'no-such-event',
  'no-such-path',
  'no-such-row',
  'no-such-view',
  'not-a-ledger',
  'not-allowed',
  'projection-failed',
  'proof-invalid',
  'read-only',
  'text-withdrawn',
  'unknown-correction',
  'unknown-event',
  'vanished',
] as const

export type FaultCode = (typeof faultCodes)[number]

export interface FaultFacts {
  /** What was being done, to follow “couldn't”: `append to document/ab12…`. */
  readonly attempted: string
  /** What was found, a clause: `it is at revision 4`. */
  readonly found: string
  /** What was expected instead, a noun phrase or clause. */
  readonly expected?: string
  /** What the reader can do about it, an imperative sentence. */
  readonly cure?: string
  /** Further facts for programs: positions, paths, names. */
  readonly [fact: string]: unknown
}

export class Fault extends Error {
  readonly code: FaultCode
  readonly facts: FaultFacts

  constructor(code: FaultCode, facts: FaultFacts, cause?: unknown) {
    super(sentence(facts), cause === undefined ? undefined : { cause })
    this.name = 'Fault'
    this.code = code
    this.facts = facts
  }

  /** The one shape in which every face reports an error. */
  toJSON(): { code: FaultCode } & FaultFacts {
    return { code: this.code, ...this.facts }
  }
}

export const isFault = (error: unknown, ...codes: FaultCode[]): error is Fault =>
  error instanceof Fault && (codes.length === 0 || codes.includes(error.code))

const sentence = ({ attempted, found, expected, cure }: FaultFacts): string =>
  `couldn't ${attempted}: ${found}${expected ? `, expected ${expected}` : ''}${cure ? `. ${cure}` : ''}`
