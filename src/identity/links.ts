import type { Basis } from '../../events/values/correction.ts'

/** What has to be appended so that the log says what the resolver says. */
export type LinkChange =
  | {
      readonly type: 'PeopleMerged'
      readonly data: { readonly people: readonly string[]; readonly gazetteer?: string; readonly basis: Basis }
    }
  | {
      readonly type: 'EngagementsMerged'
      /** The link rests on a choice among several that fit. */
      readonly doubt?: readonly ['ambiguous-engagement']
      readonly data: {
        readonly kind: string
        readonly engagements: readonly string[]
        readonly relation: 'same' | 'part-of'
        readonly basis: Basis
      }
    }
  | {
      readonly type: 'DateDerived'
      readonly data: { readonly engagement: string; readonly field: string; readonly when: string; readonly basis: Basis }
    }
  | {
      readonly type: 'DocumentsGrouped'
      readonly data: { readonly documents: readonly string[]; readonly relation: 'same-text' | 'wire-copy'; readonly basis: Basis }
    }
  | { readonly type: 'EventRetracted'; readonly data: { readonly event: string; readonly because: string } }

/** A link of the machine that is in force in the log. */
export interface RecordedLink {
  readonly id: string
  readonly type: string
  readonly data: unknown
}
