/** Who or what is in doubt, and the others that it may be one with. */
export interface IdentityDoubt {
  readonly about: string
  readonly kind: DoubtedKind
  /** Why it is asked; a word of `doubtCodes`. */
  readonly code: string
  readonly candidates: readonly Candidate[]
  /** Ids that an answer would join or part: doubts that touch more come first. */
  readonly weight: number
  /** Somebody looked, and could not say. */
  readonly unsure: boolean
}

export type DoubtedKind = 'person' | 'visit' | 'meeting' | 'forum' | 'agreement' | 'relationship' | 'figure'

export interface Candidate {
  readonly id: string
  /** Whether both are taken for one, as things stand. */
  readonly linked: boolean
  /** What a person said of the two. */
  readonly decided: 'same' | 'different' | null
}

/** Whether an answer is still wanted: nobody said which one it is, and one is left of which nobody said that it is not. */
export const isOpen = ({ candidates }: IdentityDoubt): boolean =>
  candidates.some(({ decided }) => decided === null) && !candidates.some(({ decided }) => decided === 'same')

/** The candidate to look at first: one of whom nobody said anything, and among these the one with which it is linked. */
export const foremost = ({ candidates }: IdentityDoubt): Candidate | undefined =>
  candidates.find(({ decided, linked }) => decided === null && linked) ??
  candidates.find(({ decided }) => decided === null) ??
  candidates[0]

const kinds: Readonly<Record<string, DoubtedKind>> = {
  v: 'visit',
  m: 'meeting',
  f: 'forum',
  a: 'agreement',
  r: 'relationship',
  q: 'figure',
}

/** `0123456789ab/v@130` is a visit; what is no engagement is a person. */
export const kindOfId = (id: string): DoubtedKind => kinds[/^[0-9a-f]{12}\/([vmfarq])@/.exec(id)?.[1] ?? ''] ?? 'person'
