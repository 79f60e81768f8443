import type { EngagementKind } from '../kernel/ids.ts'
import type { Moment } from './moment.ts'
import type { Report } from './report.ts'

/** A report with what the resolver knows beside it: who its people are, and when and where it puts the engagement. */
export interface Told {
  readonly report: Report
  readonly moment: Moment
  /** Canonical ids of its people, in the order of the report; `?role.CC` for an office holder nobody names. */
  readonly people: readonly string[]
  /** Countries of those people, in the same order. */
  readonly countries: readonly (string | undefined)[]
  /** The country in which it took place, where the document tells of a visit during which it did. */
  readonly where?: string
  /** The visit during which it took place, the same for all documents that tell of that visit. */
  readonly visit?: string
}

/** How reports of one kind of engagement are known to be of one. Small values: the engine never imports them. */
export interface OccurrenceRule<Features> {
  readonly kind: EngagementKind
  readonly id: string
  /** One sentence for people who ask why. */
  readonly says: string
  /** Reports are compared only with those that share a key: the same people and host. */
  keys(told: Told): readonly string[]
  /** What is compared besides the date. Equal features make equal profiles. */
  features(told: Told): Features
  /** Days that two reports of one engagement may lie apart. */
  readonly tolerance: number
  fits(a: Features, b: Features): boolean
  /**
   * Whether `chain` or `parts` may look at both, when neither date nor `fits` holds them together. Required of a rule
   * that has either; symmetric, and true when in doubt: what isn't related is never seen together.
   */
  related?(a: Way<Features>, b: Way<Features>): boolean
  /** Whether such a one may be related to one of quite another time of the year: required where `related` looks beyond the days. */
  roams?(features: Features): boolean
  /** Of several clusters that fit, those that fit better, by index. */
  prefer?(one: Features, others: readonly (readonly Features[])[]): readonly number[]
  /** Clusters that are one although their dates differ, by index, with the reason. */
  chain?(clusters: readonly Seen<Features>[]): readonly Chained[]
  /** Clusters that are parts of another, by index: a total and the instruments that it counts. */
  parts?(clusters: readonly Seen<Features>[]): readonly { readonly part: number; readonly whole: number }[]
}

/** One way of telling an engagement, as rules see it. */
export interface Way<Features> {
  readonly features: Features
  readonly moment: Moment
}

/** A cluster, as rules see it. */
export interface Seen<Features> {
  readonly features: readonly Features[]
  readonly moment: Moment
}

export interface Chained {
  readonly from: number
  readonly to: number
  readonly rule: string
  readonly says: string
}
