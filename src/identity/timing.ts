import type { Interval } from './calendar.ts'
import { yearsOf } from './calendar.ts'
import { dateIn, type Era } from './era.ts'
import { around, between, distance, type Moment, noMoment } from './moment.ts'
import type { Report } from './report.ts'

/**
 * When each report of a document puts its engagement. What a report does not date lies near what the same document
 * dates: the news of one day is about one week. Depends on the document and the gazetteer alone.
 */
export const timingOf = (reports: readonly Report[], era: Era): Timing => {
  const stated = new Map<string, Moment>()
  for (const report of reports) {
    const moment = statedMoment(report, era)
    if (moment) stated.set(report.id, isLoosePlan(report, moment) ? around(moment, 15, 45) : moment)
  }
  const anchor = anchorOf(reports, stated, era)
  const moments = new Map<string, Moment>()
  for (const report of reports) moments.set(report.id, stated.get(report.id) ?? unstated(report, reports, stated, anchor, era))
  const hosts = new Map<string, string>()
  const during = new Map<string, string>()
  for (const report of reports) {
    const visit = visitOf(report, reports, stated)
    if (!visit) continue
    during.set(report.id, visit.id)
    // Two who meet in a third country may have gone there for something else: it tells when, but not where.
    if (visit.host !== undefined && (report.visit === visit.id || countriesOf(report).has(visit.host))) hosts.set(report.id, visit.host)
  }
  return { moments, hosts, during }
}

export interface Timing {
  readonly moments: ReadonlyMap<string, Moment>
  /** The country in which something took place, where the document tells of the visit. */
  readonly hosts: ReadonlyMap<string, string>
  /** The visit of the same document during which something took place, where the document tells of one. */
  readonly during: ReadonlyMap<string, string>
}

const statedMoment = (report: Report, era: Era): Moment | null => {
  const phase =
    report.narrative === 'background' ? 'past' : report.phases.has('happened') || report.phases.has('ended') ? 'news' : 'planned'
  const read = (field: string) => dateIn(era, report.dates[field], phase)
  if (report.kind !== 'visit') return read('date') ?? read('period')
  const [start, end] = [read('start'), read('end')]
  if (start && end) return between(start, end)
  // A visit of which one end is known lasted some days.
  if (start) return start.precision === 'day' ? around(start, 0, 3, 'day') : start
  if (end) return end.precision === 'day' ? around(end, 4, 0, 'day') : end
  return null
}

/** How far ahead, in days, a plan without a date may lie; and how many years before the writing history without one. */
const planAhead = 300
const memory = 3

/** A month that is only planned slips easily. */
const isLoosePlan = ({ phases }: Report, { precision }: Moment): boolean =>
  precision === 'month' && phases.has('planned') && !phases.has('happened')

interface Anchor {
  readonly moment: Moment
  readonly of: 'happened' | 'planned'
}

/** The middle one of the days that the document's news gives; the day of publication where that is known. */
const anchorOf = (reports: readonly Report[], stated: ReadonlyMap<string, Moment>, { published }: Era): Anchor | null => {
  if (published) return { moment: dayMoment(published), of: 'happened' }
  for (const of of ['happened', 'planned'] as const) {
    const days = reports
      .filter(({ narrative, phases, kind }) => narrative === 'news' && kind !== 'figure' && phases.has('happened') === (of === 'happened'))
      .map(({ id }) => stated.get(id))
      .filter((moment): moment is Moment => moment?.precision === 'day')
      .sort((a, b) => (a.from as number) - (b.from as number) || a.length - b.length)
    const middle = days[Math.floor((days.length - 1) / 2)]
    if (middle) return { moment: middle, of }
  }
  return null
}

const dayMoment = ([day]: Interval): Moment => {
  const date = new Date(day * 86_400_000)
  return { years: [date.getUTCFullYear()], from: date.getUTCMonth() * 31 + date.getUTCDate() - 1, length: 0, precision: 'day' }
}

const unstated = (
  report: Report,
  reports: readonly Report[],
  stated: ReadonlyMap<string, Moment>,
  anchor: Anchor | null,
  era: Era,
): Moment => {
  if (report.phases.has('mentioned')) return noMoment
  if (report.narrative === 'background') {
    // What was signed stays in memory; who came and went is told while it is fresh.
    if (report.kind === 'agreement' || report.kind === 'relationship') return noMoment
    const years = yearsOf(era.window, 40)
    const [first, last] = [years?.[0], years?.at(-1)]
    if (first === undefined || last === undefined) return noMoment
    return { ...noMoment, years: Array.from({ length: last - first + memory + 1 }, (_, i) => first - memory + i) }
  }
  const visit = report.kind === 'visit' ? siblingOf(report, reports, stated) : visitOf(report, reports, stated)
  const during = visit && stated.get(visit.id)
  if (during && during.precision !== 'none') return { ...during, precision: 'near' }
  const happened = report.phases.has('happened') || report.phases.has('ended')
  if (anchor)
    return happened === (anchor.of === 'happened')
      ? happened
        ? around(anchor.moment, 12, 5)
        : around(anchor.moment, 30, planAhead)
      : happened
        ? around(anchor.moment, 30, 5)
        : around(anchor.moment, 2, planAhead)
  const years = yearsOf(era.window, 15)
  return years === null ? noMoment : { ...noMoment, years }
}

/** The visit of the same document during which something took place: the one it names, or the only one that fits. */
export const visitOf = (report: Report, reports: readonly Report[], stated: ReadonlyMap<string, Moment>): Report | null => {
  if (report.kind === 'visit') return null
  const visits = reports.filter(({ kind }) => kind === 'visit')
  const named = visits.find(({ id }) => id === report.visit)
  if (named && named.narrative === report.narrative && isDuring(stated.get(report.id) ?? noMoment, stated.get(named.id))) return named
  const alike = visits.filter((visit) => visit.narrative === report.narrative && sharesPeople(visit, report))
  const countries = countriesOf(report)
  const between = alike.filter(({ host }) => host !== undefined && countries.has(host))
  const day = stated.get(report.id)
  const during = day === undefined ? between : between.filter(({ id }) => isDuring(day, stated.get(id)))
  if (during.length > 0) return during.length === 1 ? (during[0] as Report) : null
  // Two who meet in a third country are there on the only visit of theirs that the document tells of.
  const abroad = between.length > 0 ? [] : alike.filter((visit) => isPlan(visit) === isPlan(report))
  return abroad.length === 1 ? (abroad[0] as Report) : null
}

/** The only visit to the same host that the document dates: most likely the same one, told again without its date. */
const siblingOf = (report: Report, reports: readonly Report[], stated: ReadonlyMap<string, Moment>): Report | null => {
  const dated = reports.filter(
    (other) =>
      other.kind === 'visit' &&
      other.id !== report.id &&
      other.host === report.host &&
      stated.has(other.id) &&
      other.narrative === report.narrative &&
      isPlan(other) === isPlan(report),
  )
  const [only] = dated
  return only && dated.length === 1 && haveCommonVisitor(only, report) ? only : null
}

const haveCommonVisitor = (a: Report, b: Report): boolean =>
  a.people.some((x) =>
    b.people.some((y) => x.id === y.id || ((x.name === null || y.name === null) && x.role === y.role && x.country === y.country)),
  )

const isDuring = (day: Moment, visit: Moment | undefined): boolean => {
  const apart = visit === undefined ? 0 : distance(day, visit)
  return apart !== null && apart <= 2
}

const isPlan = ({ phases }: Report): boolean => phases.has('planned') && !phases.has('happened')

const countriesOf = ({ parties, people }: Report): Set<string> => new Set([...parties, ...people.map(({ country }) => country ?? '')])

/** An agreement is of the visit between its parties; a meeting of the visit of one who takes part. */
const sharesPeople = (visit: Report, report: Report): boolean =>
  report.parties.length > 0
    ? visit.host !== undefined &&
      report.parties.includes(visit.host) &&
      visit.people.some(({ country }) => country !== undefined && report.parties.includes(country))
    : visit.people.some(({ id }) => report.people.some((person) => person.id === id))
