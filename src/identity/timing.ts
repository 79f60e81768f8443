import type { Interval } from './calendar.ts'
import { yearsOf } from './calendar.ts'
import { dateIn, type Era } from './era.ts'
import { around, between, type Moment, noMoment } from './moment.ts'
import type { Report } from './report.ts'

/**
 * When each report of a document puts its engagement. What a report does not date lies near what the same document
 * dates: the news of one day is about one week. Depends on the document and the gazetteer alone.
 */
export const timingOf = (reports: readonly Report[], era: Era): Map<string, Moment> => {
  const stated = new Map<string, Moment>()
  for (const report of reports) {
    const moment = statedMoment(report, era)
    if (moment) stated.set(report.id, moment)
  }
  const anchor = anchorOf(reports, stated, era)
  const moments = new Map<string, Moment>()
  for (const report of reports) moments.set(report.id, stated.get(report.id) ?? unstated(report, reports, stated, anchor, era))
  return moments
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

/** How far ahead, in days, a plan without a date may lie; and how many years back history without one. */
const planAhead = 300
const memory = 40

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
    const last = yearsOf(era.window, 40)?.at(-1)
    return last === undefined ? noMoment : { ...noMoment, years: Array.from({ length: memory }, (_, i) => last - memory + 1 + i) }
  }
  const visit = visitOf(report, reports)
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
export const visitOf = (report: Report, reports: readonly Report[]): Report | null => {
  if (report.kind === 'visit') return null
  const visits = reports.filter(({ kind }) => kind === 'visit')
  const named = visits.find(({ id }) => id === report.visit)
  if (named) return named
  const countries = new Set([...report.parties, ...report.people.map(({ country }) => country ?? '')])
  const fitting = visits.filter(
    (visit) =>
      visit.narrative === report.narrative &&
      visit.phases.has('planned') === report.phases.has('planned') &&
      visit.host !== undefined &&
      countries.has(visit.host) &&
      (report.parties.length > 0
        ? visit.people.some(({ country }) => country !== undefined && countries.has(country))
        : visit.people.some(({ id }) => report.people.some((person) => person.id === id))),
  )
  return fitting.length === 1 ? (fitting[0] as Report) : null
}
