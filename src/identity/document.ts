/** What the resolver needs of a document: its claims as they stand after people's corrections, and what is known beside them. */
export interface IdentityDocument {
  /** `document/<sha256>`. */
  readonly stream: string
  /** EDTF: the newest date of publication that is known. */
  readonly published?: string
  /** Of its text (`fingerprint.ts`): how wire copies are found. Absent: the document is no candidate. */
  readonly fingerprint?: Fingerprint
  readonly claims: readonly IdentityClaim[]
}

export interface IdentityClaim {
  readonly type: string
  readonly data: unknown
}

/** Equal texts have equal fingerprints, near-identical ones nearly. */
export interface Fingerprint {
  /** Least hashes of the text's shingles. */
  readonly least: readonly number[]
  /** How many different shingles the text has. */
  readonly shingles: number
  /** Of the whole text, spelling folded away. */
  readonly whole: number
}

/** A person as one document shows them. */
export interface Mention {
  readonly id: string
  readonly name: string | null
  readonly office?: string
  readonly role?: string
  readonly country?: string
  readonly number?: 'one' | 'group'
  /** A person said who this is: the name is not compared any more. */
  readonly assigned?: true
}
