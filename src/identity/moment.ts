import { setMembers } from '../kernel/edtf.ts'

/**
 * When something may have been, for comparing reports whose dates are incomplete: the years that are possible, and
 * the days of the year as numbers on a calendar of twelve months of 31 days (0 to 371), which orders and measures
 * days without a year well enough for a tolerance of days.
 */
export interface Moment {
  /** Ascending; null: any year. Of the first day, when the days run over the end of a year. */
  readonly years: readonly number[] | null
  /** First day of the year, and how many days later the last one is; null: nothing is known about the day. */
  readonly from: number | null
  readonly length: number
  readonly precision: Precision
}

/** `near`: not stated, only close to something else that the document dates. */
export type Precision = 'day' | 'month' | 'year' | 'near' | 'none'

const yearLength = 372
export const noMoment: Moment = { years: null, from: null, length: 0, precision: 'none' }

/** What a date says; an unknown year is left open. Null when it says nothing. */
export const momentOf = (when: string | null | undefined): Moment | null => {
  if (!when) return null
  const members = setMembers(when)
  if (members) return spanning(members.map(momentOf))
  const [first, last] = when.split('/') as [string, string?]
  if (last === undefined) return partOf(first)
  const [start, end] = [partOf(first), partOf(last)]
  return start && end ? between(start, end) : (start ?? end)
}

/** From the first day of one to the last day of the other. */
export const between = (start: Moment, end: Moment): Moment => {
  if (start.from === null || end.from === null) return start.from === null ? end : start
  const length = (((end.from - start.from) % yearLength) + yearLength) % yearLength
  // A start that lies “after” its end by most of a year is a slip of the pen or another event: keep what began.
  if (length > 180) return start
  return {
    years: start.years,
    from: start.from,
    length: length + end.length,
    precision: start.precision === 'day' && end.precision === 'day' ? 'day' : 'month',
  }
}

/** The same days, in those of its years that are in `years`; the moment itself when none is left. */
export const inYears = (moment: Moment, years: readonly number[] | null): Moment => {
  if (years === null) return moment
  const left = moment.years === null ? years : moment.years.filter((year) => years.includes(year))
  return left.length === 0 ? moment : { ...moment, years: left }
}

/** `before` days earlier to `after` days later. */
export const around = (moment: Moment, before: number, after: number, precision: Precision = 'near'): Moment => {
  if (moment.from === null) return { ...moment, precision: 'none' }
  const from = moment.from - before
  const wrapped = ((from % yearLength) + yearLength) % yearLength
  const years = from < 0 && moment.years ? moment.years.map((year) => year - 1) : moment.years
  return { years, from: wrapped, length: moment.length + before + after, precision }
}

/** Days between the two at best, 0 when they overlap; null when no common year is possible. */
export const distance = (a: Moment, b: Moment): number | null => {
  if (a.years !== null && b.years !== null) {
    let best: number | null = null
    for (const x of a.years)
      for (const y of b.years) {
        if (Math.abs(x - y) > 1) continue
        const gap = gapOf(x * yearLength + (a.from ?? 0), lengthOf(a), y * yearLength + (b.from ?? 0), lengthOf(b))
        if (best === null || gap < best) best = gap
      }
    return best
  }
  if (a.from === null || b.from === null) return 0
  return Math.min(...[-yearLength, 0, yearLength].map((turn) => gapOf(a.from as number, a.length, (b.from as number) + turn, b.length)))
}

/**
 * Whether the two, or days that are taken together with them, may lie within a tolerance of days. Over the end of a
 * year the days taken together may count as those of the year before or after.
 */
export const mayBeNear = (a: Moment, b: Moment, tolerance: number): boolean => {
  const around =
    a.from === null || b.from === null
      ? 0
      : Math.min(
          gapOf(a.from, a.length, b.from, b.length),
          gapOf(a.from, a.length, b.from - yearLength, b.length),
          gapOf(a.from, a.length, b.from + yearLength, b.length),
        )
  if (around > tolerance) return false
  const apart = distance(a, b)
  if (apart !== null && apart <= tolerance) return true
  return (isAtYearsEnd(a) || isAtYearsEnd(b)) && areYearsNear(a.years, b.years)
}

/** Months of the year, 0 to 11, in which a moment lies or comes within a tolerance of days; null when that is most of them. */
export const monthsNear = ({ from, length }: Moment, tolerance: number): readonly number[] | null => {
  if (from === null || length + 2 * tolerance > yearLength / 3) return null
  const months: number[] = []
  for (let month = Math.floor((from - tolerance) / 31); month <= Math.floor((from + length + tolerance) / 31); month++)
    months.push((month + 12) % 12)
  return months
}

const isAtYearsEnd = ({ from, length }: Moment): boolean => from !== null && (from < margin || from + length > yearLength - margin)
/** Days before and after the end of a year in which an engagement may run over it. */
const margin = 10

const areYearsNear = (a: readonly number[] | null, b: readonly number[] | null): boolean =>
  a === null || b === null || a.some((x) => b.some((y) => Math.abs(x - y) <= 2))

/** What both allow, taken together: the earlier first day, the later last day, the years of both. */
export const joined = (a: Moment, b: Moment): Moment => {
  const years = commonYears(a.years, b.years)
  const finer = rank[a.precision] <= rank[b.precision] ? a : b
  if (a.precision !== b.precision || a.from === null || b.from === null) return { ...finer, years }
  let offset = b.from - a.from
  if (offset > yearLength / 2) offset -= yearLength
  if (offset < -yearLength / 2) offset += yearLength
  // What is only near both lies in the days that they share; what is stated covers the days of both.
  const near = a.precision === 'near'
  const from = near ? Math.max(0, offset) : Math.min(0, offset)
  const to = Math.max(from, near ? Math.min(a.length, offset + b.length) : Math.max(a.length, offset + b.length))
  return { years, from: (((a.from + from) % yearLength) + yearLength) % yearLength, length: to - from, precision: a.precision }
}

/** Orders precise ones first. */
export const rank: Readonly<Record<Precision, number>> = { day: 0, month: 1, year: 2, near: 3, none: 4 }

/** Equal moments have equal signatures. */
export const signatureOf = ({ years, from, length, precision }: Moment): string =>
  `${precision[0]}${from ?? ''}+${length}${years === null ? '' : `y${years.join(',')}`}`

/** Exactly one year is possible. */
export const isDated = (moment: Moment): boolean => moment.years?.length === 1

const commonYears = (a: readonly number[] | null, b: readonly number[] | null): readonly number[] | null => {
  if (a === null || b === null) return a ?? b
  const both = a.filter((year) => b.includes(year))
  return both.length > 0 ? both : a
}

const lengthOf = ({ from, length }: Moment): number => (from === null ? yearLength - 1 : length)

const gapOf = (a: number, aLength: number, b: number, bLength: number): number => Math.max(0, b - (a + aLength), a - (b + bLength))

const spanning = (moments: readonly (Moment | null)[]): Moment | null => {
  const known = moments.filter((moment) => moment !== null)
  const [first] = known
  if (!first) return null
  const sameDay = known.every(({ from, length }) => from === first.from && length === first.length)
  const years = [...new Set(known.flatMap((moment) => moment.years ?? []))].sort((a, b) => a - b)
  const some = known.some((moment) => moment.years === null) ? null : years
  return sameDay
    ? { ...first, years: some }
    : { ...known.map((moment): Moment => ({ ...moment, years: null })).reduce((a, b) => joined(a, b)), years: some }
}

const seasons: Readonly<Record<string, readonly [number, number]>> = { '21': [2, 4], '22': [5, 7], '23': [8, 10], '24': [9, 11] }

const partOf = (text: string): Moment | null => {
  const match = /^(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/.exec(text)
  if (!match) return decade(text)
  const [, year, month, day] = match
  const years = year === 'XXXX' ? null : [Number(year)]
  if (month === undefined) return { years, from: null, length: 0, precision: years ? 'year' : 'none' }
  const season = seasons[month]
  if (season) return { years, from: season[0] * 31, length: (season[1] - season[0] + 1) * 31 - 1, precision: 'month' }
  const first = (Number(month) - 1) * 31
  return day === undefined
    ? { years, from: first, length: 30, precision: 'month' }
    : { years, from: first + Number(day) - 1, length: 0, precision: 'day' }
}

const decade = (text: string): Moment | null => {
  const match = /^(\d{3})X$/.exec(text)
  if (!match) return null
  return { years: Array.from({ length: 10 }, (_, i) => Number(match[1]) * 10 + i), from: null, length: 0, precision: 'year' }
}
