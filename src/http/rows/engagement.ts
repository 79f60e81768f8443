import { compareWhen } from '../../kernel/edtf.ts'
import type { Reported, Somebody } from '../html/shapes.ts'

/** An engagement as the shipped views hold it: a row of its own, or an entry in a record of a row. */
export interface EngagementRow {
  readonly type: string | null
  readonly status: string | null
  readonly what: string | null
  readonly when: string | null
  readonly until: string | null
  readonly derived: { readonly when: string; readonly by: string } | null
  readonly untilDerived?: { readonly when: string; readonly by: string } | null
  readonly narrative: string | null
  readonly scope: string | null
  readonly sources: number
  readonly partOf: readonly string[]
  readonly told: Readonly<
    Record<string, { readonly sources: readonly string[]; readonly what: Reported; readonly when: Reported; readonly until: Reported }>
  >
  readonly host?: string | null
  readonly visitors?: Readonly<Record<string, Somebody>>
  readonly participants?: Readonly<Record<string, Somebody>>
}

export type Engagements = Readonly<Record<string, EngagementRow>>

/** Earliest first, ties by id: the order of the world, not of the log. */
export const inOrder = (engagements: Engagements): [id: string, engagement: EngagementRow][] =>
  Object.entries(engagements).sort(([a, x], [b, y]) => compareWhen(x.when, y.when) || (a < b ? -1 : 1))

/** Announced and never told to have happened. */
export const isExpected = ({ status }: EngagementRow): boolean => status === 'announced' || status === 'invited'
