import type { Window } from './calendar.ts'
import type { Constraints } from './constraints.ts'
import type { IdentityDocument, Mention } from './document.ts'
import { type Era, eraOf, isFormer } from './era.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Moment } from './moment.ts'
import { type Report, reportsOf } from './report.ts'
import { type Timing, timingOf } from './timing.ts'

/** A document as it was read last: everything here follows from the document, people's word on its names and the gazetteer. */
export interface Read extends Timing {
  readonly document: IdentityDocument
  readonly reports: readonly Report[]
  readonly era: Era
}

export const readOf = (document: IdentityDocument, constraints: Constraints, gazetteer: Gazetteer): Read => {
  const reports = reportsOf(renamed(document, constraints))
  const era = eraOf(reports, document.published, gazetteer)
  return { document, reports, era, ...timingOf(reports, era) }
}

/** Who is mentioned, and when: at the time of the document, or at the engagement's own date where it gives one. */
export const mentionsOf = ({ reports, era, moments }: Read): { mention: Mention; window: Window }[] =>
  reports.flatMap((report) =>
    [...report.people, ...report.others]
      .filter(({ number }) => number !== 'group')
      .map((mention) => ({ mention, window: windowOf(report, mention, era, moments.get(report.id)) })),
  )

const windowOf = (report: Report, mention: Mention, era: Era, moment: Moment | undefined): Window => {
  if (isFormer(mention.office)) return null
  const years = report.narrative === 'background' && moment?.years?.length === 1 ? moment.years : null
  if (years === null) return report.narrative === 'background' ? null : era.window
  const [year] = years as [number]
  return [[Math.round(Date.UTC(year, 0, 1) / 86_400_000), Math.round(Date.UTC(year, 11, 31) / 86_400_000)]]
}

const renamed = (document: IdentityDocument, { named }: Constraints): IdentityDocument => {
  const names = new Map(named.filter(({ documents }) => documents.includes(document.stream)).map(({ person, as }) => [person, as]))
  if (names.size === 0) return document
  const rename = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map((item) => (isMention(item) && names.has(item.id) ? { ...item, id: names.get(item.id), assigned: true } : item))
      : value
  return {
    ...document,
    claims: document.claims.map(({ type, data }) => ({
      type,
      data: Object.fromEntries(Object.entries(data as object).map(([key, value]) => [key, rename(value)])),
    })),
  }
}

const isMention = (value: unknown): value is Mention => typeof value === 'object' && value !== null && 'id' in value
