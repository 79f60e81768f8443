import type { Count, Reported } from '../html/shapes.ts'
import type { Engagements } from './engagement.ts'

/** A row of the view `country-relations`. */
export interface PairRow {
  readonly relations: string | null
  readonly since: string | null
  readonly engagements: Engagements
  readonly changes: Engagements
}

/** A row of the view `agreement-counts`. */
export interface AgreementsRow {
  readonly signed: Count | null
  readonly announced: Count | null
  readonly referenced: Count | null
  readonly behind: Readonly<Record<'signed' | 'announced' | 'referenced', { readonly occasions: Readonly<Record<string, Occasion>> }>>
}

export interface Occasion {
  readonly total: number | null
  readonly listed: number
  readonly shortfall: number | null
  readonly agreements: Readonly<
    Record<
      string,
      {
        readonly title: string | null
        readonly when: string | null
        readonly atLeast: number
        readonly exact: boolean
        /** Each number as it was told, with its sources. */
        readonly counts: Reported
      }
    >
  >
}

/** A row of the view `trade-figures`. */
export interface FiguresRow {
  readonly figures: Readonly<
    Record<
      string,
      {
        readonly measure: string
        readonly when: string | null
        readonly value: number
        readonly unit: string
        readonly qualifier: string
        readonly values: Readonly<Record<string, readonly string[]>>
      }
    >
  >
}
