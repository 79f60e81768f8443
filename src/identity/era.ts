import { daysOf, type Interval, intersect, mostAllowed, type Window, yearsOf } from './calendar.ts'
import type { Mention } from './document.ts'
import { daysInOffice, type Gazetteer } from './gazetteer.ts'
import { inYears, type Moment, momentOf } from './moment.ts'
import { nameKey } from './names.ts'
import type { Report } from './report.ts'

/**
 * When a document was written, as far as it shows: the day it was published; else the days on which everybody in its
 * news held the office that it gives them, not before the latest past that it dates. It bounds the years of days
 * that it gives without one.
 */
export interface Era {
  readonly window: Window
  /** The rows of the gazetteer that bound it. */
  readonly rows: readonly string[]
  readonly published: Interval | null
}

/** How long after an event its report is written, in days, and how long before it an announcement is. */
const afterwards = 60
const ahead = 400
/** How far beyond the gazetteer a document of unknown date may be, in days. */
const beyond = 366 * 5

export const eraOf = (reports: readonly Report[], published: string | undefined, gazetteer: Gazetteer): Era => {
  const day = daysOf(published)
  if (day) return { window: [[day[0] - afterwards, day[1] + ahead]], rows: [], published: day }
  const held = inOffice(reports).flatMap((mention) => tenureOf(mention, gazetteer) ?? [])
  const pasts = reports.flatMap((report) => [latestPast(report), ...offices(report, gazetteer)]).filter(Number.isFinite)
  // One wrong reading among many (an office of old, a namesake, a year of something else) must not outweigh the others.
  const days = mostAllowed([
    ...held.map(({ window }) => (window ?? []).map(withoutHandover)),
    ...[...new Set(pasts)].map((past): Interval[] => [[past, Math.max(past, gazetteer.asOf) + beyond]]),
  ])
  const fits = held.filter(({ window }) => intersect(window, days)?.length)
  return { window: days.length > 0 ? days : null, rows: [...new Set(fits.flatMap(({ rows }) => rows))].sort(), published: null }
}

/** Office holders of the news, whose offices are those of the day of writing; in a fixed order. */
const inOffice = (reports: readonly Report[]): Mention[] => {
  const mentions = reports
    .filter(({ narrative }) => narrative === 'news')
    .flatMap(({ people, others }) => [...people, ...others])
    .filter(({ office, role, number }) => number !== 'group' && role !== 'other' && !isFormer(office) && !isAnyLeader(office))
  return [...new Map(mentions.map((mention) => [`${mention.id} ${mention.role}`, mention])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, mention]) => mention)
}

/** On its last day an office passes to the next holder: two who hold it one after the other are not in office together. */
const withoutHandover = ([from, to]: Interval): Interval => [from, Math.max(from, to - 1)]

/** “lãnh đạo”, “nhà lãnh đạo”: said of whoever leads, in any office. */
const isAnyLeader = (office: string | undefined): boolean =>
  office !== undefined && /^(?:các\s+)?(?:nhà\s+)?lãnh đạo$/iu.test(office.normalize('NFC').trim())

/** “cựu”, “nguyên”, “cố”, “đắc cử”: not in office on the day. */
export const isFormer = (office: string | undefined): boolean =>
  office !== undefined && /^(?:cựu|nguyên|cố)\s|đắc cử|vừa mãn nhiệm|sắp mãn nhiệm/iu.test(office.normalize('NFC'))

/** When a named person held the office of the mention. */
export const tenureOf = (
  { name, role, country }: Mention,
  gazetteer: Gazetteer,
): { window: Window; rows: string[]; person: string } | null => {
  const key = name === null ? null : nameKey(name)
  if (!key || !role || !country) return null
  const people = key.parts.length > 1 ? gazetteer.named(key, country) : gazetteer.withPart(key.parts[0] as string, role, country)
  if (people.length !== 1) return null
  const person = people[0] as string
  const window = daysInOffice(gazetteer, person, role, country)
  const rows = gazetteer
    .tenures(person)
    .filter((tenure) => tenure.role === role && tenure.country === country)
    .map(({ row }) => row)
  return window === null ? null : { window, rows, person }
}

/** When those in its history took office: the document was written later. */
const offices = ({ narrative, people }: Report, gazetteer: Gazetteer): number[] =>
  narrative === 'news'
    ? []
    : people.filter(({ office }) => !isFormer(office)).flatMap((mention) => tenureOf(mention, gazetteer)?.window?.[0]?.[0] ?? [])

const latestPast = (report: Report): number => {
  if (report.kind === 'figure' || report.phases.has('planned') || report.phases.has('mentioned')) return Number.NEGATIVE_INFINITY
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...['start', 'date'].map((field) => daysOf(report.dates[field])?.[0] ?? Number.NEGATIVE_INFINITY),
  )
}

/** A date of a document with the years that its era leaves open; null when it says nothing about the day or year. */
export const dateIn = (era: Era, when: string | undefined, phase: 'past' | 'news' | 'planned'): Moment | null => {
  const moment = momentOf(when)
  if (moment === null) return null
  if (moment.years !== null) return isOutdated(era, moment.years, phase) ? null : moment
  return inYears(moment, yearsFor(era, moment, phase))
}

/** News that is dated long before all who make it were in office: the date is that of something else. */
const isOutdated = ({ window }: Era, years: readonly number[], phase: 'past' | 'news' | 'planned'): boolean => {
  const [first] = yearsOf(window, 40) ?? []
  return phase !== 'past' && first !== undefined && years.every((year) => year < first - generation)
}
/** In years: a few years off may as well be a gap in the gazetteer. */
const generation = 20

/** The years that a day without a year can have been in, seen from the day of writing. */
const yearsFor = (era: Era, moment: Moment, phase: 'past' | 'news' | 'planned'): number[] | null => {
  const { window, published } = era
  if (moment.from === null) return yearsOf(window, 40)
  if (published) return nearest(moment, published[1], phase)
  const years = yearsOf(window, 40)
  if (years === null || window === null) return null
  // History is told with a year when it is old: a day without one lies within a year of the writing.
  const candidates = phase === 'past' ? [...new Set([...years.map((year) => year - 1), ...years])].sort((a, b) => a - b) : years
  const slack = phase === 'past' ? 366 : phase === 'planned' ? 0 : 31
  return candidates.filter((year) => {
    const [from, to] = daysIn(moment, year)
    return window.some(([start, end]) => from <= end && to >= start - slack)
  })
}

/** The year whose day lies nearest: before the publication for what happened, after it for what is planned. */
const nearest = (moment: Moment, published: number, phase: 'past' | 'news' | 'planned'): number[] => {
  const year = new Date(published * 86_400_000).getUTCFullYear()
  const ranked = [year - 1, year, year + 1]
    .map((candidate) => ({ candidate, late: daysIn(moment, candidate)[0] - published }))
    .map(({ candidate, late }) => ({
      candidate,
      // Days on the wrong side count double; a day or two ahead is a matter of zones and early editions.
      cost: phase === 'planned' ? (late >= -30 ? Math.abs(late) : -2 * late) : late <= 2 ? -late : 4 * late,
    }))
    .sort((a, b) => a.cost - b.cost)
  return [(ranked[0] as { candidate: number }).candidate]
}

/** First and last day of a moment in a year. */
export const daysIn = ({ from, length }: Moment, year: number): Interval => {
  const start = from ?? 0
  const first = Math.round(Date.UTC(year, Math.floor(start / 31), (start % 31) + 1) / 86_400_000)
  return [first, first + (from === null ? 364 : length)]
}
