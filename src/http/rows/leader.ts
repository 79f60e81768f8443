import type { Reported } from '../html/shapes.ts'
import type { EngagementRow } from './engagement.ts'

/** A row of the view `leader-histories`. */
export interface LeaderRow {
  readonly name: string | null
  readonly country: string | null
  readonly names: Reported
  readonly countries: Reported
  readonly offices: Readonly<
    Record<
      string,
      { readonly when: string | null; readonly until: string | null; readonly role: string | null; readonly sources: readonly string[] }
    >
  >
  readonly engagements: Readonly<Record<string, EngagementRow & { readonly as: string | null }>>
}
