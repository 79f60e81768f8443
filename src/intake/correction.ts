/**
 * What a person asks the ledger to correct. Every one is appended, never written over what it corrects; `because` is
 * shown wherever the correction matters. Ids of people and engagements may be any member of their group.
 */
export type Correction =
  | { readonly verb: 'retract'; readonly events: readonly string[]; readonly because: string }
  /** `data` is laid over the data in force (RFC 7396 merge patch): give only what changes. */
  | { readonly verb: 'amend'; readonly event: string; readonly data: Readonly<Record<string, unknown>>; readonly because: string }
  /** A claim that the extractor missed, with the words of the document that carry it. */
  | {
      readonly verb: 'add'
      readonly document: string
      readonly type: string
      readonly data: Readonly<Record<string, unknown>>
      readonly quote: string
      readonly because: string
    }
  | { readonly verb: 'merge-people'; readonly people: readonly string[]; readonly because: string }
  | { readonly verb: 'separate-people'; readonly a: string; readonly b: string; readonly because: string }
  /** In these documents the name means somebody else. */
  | {
      readonly verb: 'rename-person'
      readonly person: string
      readonly documents: readonly string[]
      readonly as: string
      readonly because: string
    }
  | {
      readonly verb: 'merge'
      readonly engagements: readonly string[]
      readonly relation: 'same' | 'part-of'
      readonly because: string
    }
  | { readonly verb: 'separate'; readonly a: string; readonly b: string; readonly because: string }
  | { readonly verb: 'review'; readonly event: string; readonly verdict: 'right' | 'wrong' | 'unsure'; readonly because: string }
  /** Walks back over your own corrections, newest first; each undo is an event too. */
  | { readonly verb: 'undo'; readonly because?: string }
  | { readonly verb: 'redo'; readonly because?: string }
