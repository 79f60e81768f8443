import edtf from 'edtf'

/**
 * Dates as documents give them: EDTF strings (ISO 8601-2:2019), levels 0 to 2 as far as news needs them, plus
 * `XXXX-MM-DD` (a day without a year) and intervals of such days, whose meaning the `edtf` library does not share.
 * Bounds are computed here, on strings, so that no clock, zone or library version can change a replay.
 */

/** Earliest and latest day that a date can mean, inclusive, `YYYY-MM-DD`. Null: no bound is known. */
export interface Bounds {
  readonly earliest: string | null
  readonly latest: string | null
}

/** Sets of days may be long; nothing that a document says is. UTF-16 units. */
const longest = 2_000

const unknown: Bounds = { earliest: null, latest: null }
const day = /^(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?$/
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a date that chancery understands. */
export const isEdtf = (text: string): boolean => {
  if (text.length > longest) return false
  const interval = text.split('/')
  if (interval.length === 2) return interval.every((end) => end === '' || end === '..' || isDay(end)) && text !== '/' && ordered(text)
  const members = setMembers(text)
  if (members) return members.length > 0 && members.every((member) => isDay(member) || isEdtf(member))
  // What is written as a day must be one of our calendar: the library rolls 2021-02-29 over to March.
  return day.test(text) ? isDay(text) : !/^XXXX|\d{5}/.test(text) && known(text)
}

/** Earliest and latest day, inclusive. A day without a year has no bounds. */
export const boundsOf = (when: string | null | undefined): Bounds => {
  if (!when) return unknown
  const cached = cache.get(when)
  if (cached) return cached
  const bounds = compute(when)
  if (cache.size > 10_000) cache.clear()
  cache.set(when, bounds)
  return bounds
}
const cache = new Map<string, Bounds>()

/** Whether a date without a year: `XXXX-09-14`. */
export const lacksYear = (when: string): boolean => when.includes('XXXX')

/** Three-valued: does the date lie within `from..to` (both `YYYY-MM-DD`, inclusive, null for open)? */
export const within = (when: string | null | undefined, from: string | null, to: string | null): 'certainly' | 'possibly' | 'no' => {
  const { earliest, latest } = boundsOf(when)
  if (latest !== null && from !== null && latest < from) return 'no'
  if (earliest !== null && to !== null && earliest > to) return 'no'
  const certain = (from === null || (earliest !== null && earliest >= from)) && (to === null || (latest !== null && latest <= to))
  return certain ? 'certainly' : 'possibly'
}

/** Order of the world: by earliest bound, unknown ones last, then by the text. */
export const compareWhen = (a: string | null | undefined, b: string | null | undefined): number => {
  const [x, y] = [boundsOf(a).earliest, boundsOf(b).earliest]
  if (x !== y) return x === null ? 1 : y === null ? -1 : x < y ? -1 : 1
  const [s, t] = [a ?? '', b ?? '']
  return s < t ? -1 : s > t ? 1 : 0
}

/** The members of a set `[a,b,c]`, or null when it is not one. `[a..b]` is not: take its bounds. */
export const setMembers = (when: string): string[] | null =>
  /^[[{].*[\]}]$/.test(when) && !when.includes('..')
    ? when
        .slice(1, -1)
        .split(',')
        .map((member) => member.trim())
    : null

const isDay = (text: string): boolean => {
  const match = day.exec(text)
  if (!match) return false
  const [, year, month, date] = match
  if (year === 'XXXX' && month === undefined) return false
  if (month === undefined || month === 'XX') return date === undefined || date === 'XX'
  const m = Number(month)
  if (m < 1 || m > 12) return date === undefined && m >= 21 && m <= 24
  return date === undefined || date === 'XX' || (Number(date) >= 1 && Number(date) <= lengthOf(year as string, m))
}

const ordered = (text: string): boolean => {
  const [start, end] = text.split('/').map((part) => compute(part))
  return !start?.earliest || !end?.latest || start.earliest <= end.latest
}

const known = (text: string): boolean => {
  try {
    return Boolean(edtf(text))
  } catch {
    return false
  }
}

const compute = (when: string): Bounds => {
  if (when === '' || when === '..') return unknown
  const parts = when.split('/')
  if (parts.length === 2) return { earliest: compute(parts[0] as string).earliest, latest: compute(parts[1] as string).latest }
  if (/^[[{].*[\]}]$/.test(when)) return boundsOfSet(when.slice(1, -1))
  const match = day.exec(when)
  if (match) return boundsOfDay(match[1] as string, match[2], match[3])
  const decade = /^(\d{1,3})(X{1,3})$/.exec(when)
  if (decade && when.length === 4) return { earliest: `${when.replace(/X/g, '0')}-01-01`, latest: `${when.replace(/X/g, '9')}-12-31` }
  return boundsFromLibrary(when)
}

const boundsOfSet = (list: string): Bounds => {
  const members = list
    .split(/,|\.\./)
    .filter((member) => member.trim() !== '')
    .map((member) => compute(member.trim()))
  const earliest = list.startsWith('..') ? null : least(members.map((member) => member.earliest))
  const latest = list.endsWith('..') ? null : greatest(members.map((member) => member.latest))
  return { earliest, latest }
}

const boundsOfDay = (year: string, month: string | undefined, date: string | undefined): Bounds => {
  if (year === 'XXXX') return unknown
  if (month === undefined || month === 'XX') return { earliest: `${year}-01-01`, latest: `${year}-12-31` }
  const season = { '21': ['03-01', '05-31'], '22': ['06-01', '08-31'], '23': ['09-01', '11-30'], '24': ['10-01', '12-31'] }[month]
  if (season) return { earliest: `${year}-${season[0]}`, latest: `${year}-${season[1]}` }
  if (date === undefined || date === 'XX')
    return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${lengthOf(year, Number(month))}` }
  return { earliest: `${year}-${month}-${date}`, latest: `${year}-${month}-${date}` }
}

const boundsFromLibrary = (when: string): Bounds => {
  try {
    const { min, max } = edtf(when)
    return { earliest: dayOf(min), latest: dayOf(max) }
  } catch {
    return unknown
  }
}

const dayOf = (instant: number): string | null => (Number.isFinite(instant) ? new Date(instant).toISOString().slice(0, 10) : null)

const lengthOf = (year: string, month: number): number =>
  month === 2 && year !== 'XXXX' && !isLeap(Number(year)) ? 28 : (lengths[month - 1] as number)

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const least = (days: readonly (string | null)[]): string | null =>
  days.some((bound) => bound === null) ? null : (days as string[]).reduce((a, b) => (a < b ? a : b))

const greatest = (days: readonly (string | null)[]): string | null =>
  days.some((bound) => bound === null) ? null : (days as string[]).reduce((a, b) => (a > b ? a : b))
