import { setMembers } from '../../kernel/edtf.ts'
import type { Words } from './words.ts'

type DateWords = Words['dates']

/**
 * An EDTF date as people read it: `2009-09-14` → 14/9/2009, `XXXX-09-14` → 14/9, year not stated,
 * `[2009-09-14,2010-09-14]` → 14/9, year not stated: 2009 or 2010. What is not known is said, never guessed.
 */
export const dateInWords = (when: string, words: DateWords): string => {
  const members = setMembers(when)
  if (members) return membersInWords(members, words)
  if (/^[[{].*\.\..*[\]}]$/.test(when)) return rangeInWords(when.slice(1, -1), words)
  const ends = when.split('/')
  return ends.length === 2 ? intervalInWords(ends[0] as string, ends[1] as string, words) : dayInWords(when, words)
}

const day = /^(\d{4}|XXXX|\d{1,3}X{1,3})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/

const dayInWords = (text: string, words: DateWords): string => {
  const match = day.exec(text)
  if (!match) return text
  const [, year = '', month, date, doubt] = match
  const plain = plainly(year, month, date, words)
  if (doubt === '~') return words.about(plain)
  if (doubt === '?') return words.uncertain(plain)
  return doubt === '%' ? words.uncertain(words.about(plain)) : plain
}

const plainly = (year: string, month: string | undefined, date: string | undefined, words: DateWords): string => {
  if (year === 'XXXX') return words.yearNotStated(dayAndMonth(month ?? 'XX', date, words))
  if (/^\d{3}X$/.test(year)) return words.decade(year.slice(0, 3))
  if (year.includes('X')) return words.century(year.replaceAll('X', '').padEnd(2, '0'))
  if (month === 'XX') return words.someDayIn(year)
  if (month === undefined) return year
  const season = words.seasons[Number(month) - 21]
  if (season) return `${season} ${year}`
  if (date === 'XX') return words.someDayIn(`${Number(month)}/${year}`)
  return date === undefined ? `${Number(month)}/${year}` : `${Number(date)}/${Number(month)}/${year}`
}

const dayAndMonth = (month: string, date: string | undefined, words: DateWords): string =>
  date === undefined || date === 'XX' ? words.month(Number(month)) : `${Number(date)}/${Number(month)}`

const intervalInWords = (from: string, to: string, words: DateWords): string => {
  if (to === '') return words.endNotStated(dayInWords(from, words))
  if (to === '..') return words.from(dayInWords(from, words))
  if (from === '') return words.startNotStated(dayInWords(to, words))
  if (from === '..') return words.until(dayInWords(to, words))
  if (from === to) return dayInWords(from, words)
  const [a, b] = [day.exec(from), day.exec(to)]
  if (!a?.[3] || !b?.[3] || a[4] || b[4] || a[1] !== b[1] || `${a[2]}${a[3]}`.includes('X'))
    return `${dayInWords(from, words)} – ${dayInWords(to, words)}`
  const start = a[2] === b[2] ? String(Number(a[3])) : `${Number(a[3])}/${Number(a[2])}`
  return `${start}–${dayInWords(to, words)}`
}

const rangeInWords = (range: string, words: DateWords): string => {
  const [from = '', to = ''] = range.split('..')
  if (from === '') return words.atLatest(dayInWords(to, words))
  if (to === '') return words.atEarliest(dayInWords(from, words))
  return words.between(dayInWords(from, words), dayInWords(to, words))
}

/** The same day or month in several years is said once: 14/9, year not stated: 2009 or 2010. */
const membersInWords = (members: readonly string[], words: DateWords): string => {
  const years = members.map((member) => /^(\d{4})-\d{2}/.exec(member)?.[1])
  const rests = members.map((member, at) => (years[at] ? member.replaceAll(`${years[at]}-`, 'XXXX-') : member))
  const shared = members.length > 1 && years.every(Boolean) && rests.every((rest) => rest === rests[0])
  if (!shared) return words.oneOf(members.map((member) => dateInWords(member, words)))
  return `${dateInWords(rests[0] as string, words)}: ${yearsInWords(years as string[], words)}`
}

/** Years one by one; more than three that follow one another by the first and the last. */
const yearsInWords = (years: readonly string[], words: DateWords): string => {
  const [first = '', last = ''] = [years[0], years.at(-1)]
  const isRun = years.every((year, at) => Number(year) === Number(first) + at)
  return years.length > 3 && isRun ? words.yearsFrom(first, last) : words.oneOf(years)
}
