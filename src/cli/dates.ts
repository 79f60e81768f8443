import { setMembers } from '../kernel/edtf.ts'
import type { Words } from './words/words.ts'

type DateWords = Words['dates']

/**
 * An EDTF date as people read it: `2009-09-14` → 14/9/2009, `XXXX-09-14` → 14/9 (year not stated),
 * `[2009-09-14,2010-09-14]` → 14/9, year not stated: 2009 or 2010. What is not known is said, never guessed.
 */
export const dateInWords = (when: string | null | undefined, words: DateWords): string => {
  if (!when) return words.unknown
  const members = setMembers(when)
  if (members) return setInWords(members, words)
  if (/^[[{].*\.\..*[\]}]$/.test(when)) return rangeInWords(when.slice(1, -1), words)
  const ends = when.split('/')
  if (ends.length === 2) return intervalInWords(ends[0] as string, ends[1] as string, words)
  return dayInWords(when, words)
}

/** The same, shorter, for a cell of a table: 14/9 (2009|2010|2015). */
export const dateInCell = (when: string | null | undefined, words: DateWords): string => {
  const members = when ? setMembers(when) : null
  const shared = members && sharedEnd(members)
  if (shared) return `${dateInCell(shared.starts, words)} – ${dateInWords(shared.end, words)}`
  const years = members && yearsOf(members)
  return years
    ? `${dateInWords(years.rest, words)} (${years.years.join('|')})`.replace(` (${words.yearNotStated})`, '')
    : dateInWords(when, words)
}

/** What no document states, and follows from other evidence, is marked. */
export const derivedInWords = (when: string, words: DateWords): string => `${dateInWords(when, words)} (${words.derived})`

const day = /^(\d{4}|XXXX|\d{1,3}X{1,3})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/

/** `14/9/2009` in its parts; null for what is not a plain day, month or year. */
interface Parts {
  readonly year: string
  readonly month: string | undefined
  readonly day: string | undefined
  readonly doubt: string
}

const partsOf = (text: string): Parts | null => {
  const match = day.exec(text)
  return match ? { year: match[1] as string, month: match[2], day: match[3], doubt: match[4] ?? '' } : null
}

const dayInWords = (text: string, words: DateWords): string => {
  const parts = partsOf(text)
  if (!parts) return text
  const certain = certainly(parts, words)
  if (parts.doubt === '~') return `${words.about} ${certain}`
  if (parts.doubt === '?') return `${certain} (${words.uncertain})`
  return parts.doubt === '%' ? `${words.about} ${certain} (${words.uncertain})` : certain
}

const certainly = ({ year, month, day: date }: Parts, words: DateWords): string => {
  if (year === 'XXXX') return `${dayAndMonth(month, date, words)} (${words.yearNotStated})`
  if (/^\d{3}X$/.test(year)) return words.decade(year.slice(0, 3))
  if (/X/.test(year)) return words.century(year.replace(/X/g, '').padEnd(2, '0'))
  if (month === 'XX' || date === 'XX') return month === 'XX' ? `${words.someDayIn} ${year}` : `${words.someDayIn} ${Number(month)}/${year}`
  const season = month && words.seasons[month]
  if (season) return `${season} ${year}`
  if (month === undefined) return year
  return date === undefined ? `${Number(month)}/${year}` : `${Number(date)}/${Number(month)}/${year}`
}

const dayAndMonth = (month: string | undefined, date: string | undefined, words: DateWords): string =>
  date === undefined || date === 'XX' ? words.month(Number(month)) : `${Number(date)}/${Number(month)}`

const intervalInWords = (from: string, to: string, words: DateWords): string => {
  if (to === '' || to === '..') return `${words.from} ${dayInWords(from, words)}${to === '' ? `, ${words.endNotStated}` : ''}`
  if (from === '' || from === '..') return `${words.until} ${dayInWords(to, words)}${from === '' ? `, ${words.startNotStated}` : ''}`
  const [a, b] = [partsOf(from), partsOf(to)]
  if (from === to) return dayInWords(from, words)
  if (!a?.day || !b?.day || a.doubt || b.doubt || a.year !== b.year) return `${dayInWords(from, words)} – ${dayInWords(to, words)}`
  const start = a.month === b.month ? String(Number(a.day)) : `${Number(a.day)}/${Number(a.month)}`
  return `${start}–${dayInWords(to, words)}`
}

const rangeInWords = (range: string, words: DateWords): string => {
  const [from = '', to = ''] = range.split('..')
  if (from === '') return `${dayInWords(to, words)} ${words.before}`
  if (to === '') return `${dayInWords(from, words)} ${words.after}`
  return words.between(dayInWords(from, words), dayInWords(to, words))
}

/** Spans that only begin in different years: 19/3 (2021|2022) – 23/12/2022 is read at once, two spans side by side are not. */
const sharedEnd = (members: readonly string[]): { starts: string; end: string } | null => {
  const [first = ''] = members
  const end = first.split('/')[1]
  if (!end || end.startsWith('XXXX') || members.length < 2) return null
  const starts = members.flatMap((member) => (member.endsWith(`/${end}`) ? [member.slice(0, -end.length - 1)] : []))
  return starts.length === members.length && yearsOf(starts) ? { starts: `[${starts.join(',')}]`, end } : null
}

const setInWords = (members: readonly string[], words: DateWords): string => {
  const shared = sharedEnd(members)
  if (shared) return `${dateInWords(shared.starts, words)} – ${dateInWords(shared.end, words)}`
  const years = yearsOf(members)
  if (!years)
    return list(
      members.map((member) => dateInWords(member, words)),
      words,
    )
  return `${dateInWords(years.rest, words).replace(` (${words.yearNotStated})`, '')}, ${words.yearNotStated}: ${list(years.years, words)}`
}

/** The same days in several years: what they share, without a year, and the years. */
const yearsOf = (members: readonly string[]): { rest: string; years: string[] } | null => {
  const years = members.map((member) => /^(\d{4})-\d{2}-\d{2}/.exec(member)?.[1])
  const rests = members.map((member, i) => (years[i] ? member.replaceAll(`${years[i]}-`, 'XXXX-') : member))
  return members.length > 1 && years.every((year) => year !== undefined) && rests.every((rest) => rest === rests[0])
    ? { rest: rests[0] as string, years: years as string[] }
    : null
}

const list = (items: readonly string[], words: DateWords): string =>
  items.length < 2 ? (items[0] ?? words.unknown) : `${items.slice(0, -1).join(', ')} ${words.or} ${items[items.length - 1]}`
