import { isEdtf } from '../../kernel/edtf.ts'
import type { WhenMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import { monthNumber } from './numbers.ts'

/**
 * Dates as news write them, day before month: `14/9`, `14-9`, `ngày 21 tháng 8 năm 2023`, `chiều 21/8`,
 * `hôm nay (2/6)`, `từ 28/9 đến 2/10`, `20-22/8`, `hai ngày 12 và 13/12`, `tháng 9/2009`, `năm 1959`, `cùng ngày`.
 * Durations (`gần 40 năm`) are none.
 */
export interface DateFound {
  readonly length: number
  readonly value: WhenMention
}

const parts: Readonly<Record<string, string>> = {
  sáng: 'morning',
  trưa: 'noon',
  chiều: 'afternoon',
  tối: 'evening',
  đêm: 'night',
  khuya: 'night',
}
/** What is told of a date; the rest is unknown. Made here alone, so that all have one shape, which engines read fastest. */
const whenMention = (told: Partial<WhenMention>): WhenMention => {
  const { start = null, end = null, dayPart = null, relative = null, same = false, direction = null, later, months } = told
  const when = { start, end, dayPart, relative, same, direction }
  if (later !== undefined) return { ...when, later }
  return months !== undefined ? { ...when, months } : when
}

/** Words that a date can begin with; any other is passed by at once. */
const openers = new Set([
  ...Object.keys(parts),
  ...'rạng ngày hôm từ vào hồi đến tới kéo hết trong cùng hai ba bốn kể đầu giữa cuối nửa tháng mùa năm các'.split(' '),
])

/** Openers that say of a number that it is a day. */
const introductions = new Set('ngày hôm từ vào hồi đến tới kéo hết trong đêm hai ba kể'.split(' '))

interface Day {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly to: number
}

export const dateAt = (words: readonly Word[], at: number): DateFound | null => {
  const first = words[at] as Word
  if (first.kind !== 'number' && !openers.has(first.key)) return null
  if (isOfOtherClock(words, at) || (words[at - 1]?.key === 'hoặc' && words[at - 2]?.kind === 'number')) return null
  const one = oneDateAt(words, at)
  return one && (withOther(words, at, one) ?? one)
}

/** “chiều 10/6 (tức rạng sáng 11/6 giờ Hà Nội)”: the day is that of the place; the same hour elsewhere is no other date. */
const isOfOtherClock = (words: readonly Word[], at: number): boolean => {
  for (let i = at - 1; i >= Math.max(0, at - 4) && words[i]?.kind === 'letter'; i--) if (words[i]?.key === 'tức') return true
  return false
}

/** “ngày 24 hoặc 25/4”, “cuối tháng 5 hoặc đầu tháng 6”: one of the two, and the text does not say which. */
const withOther = (words: readonly Word[], at: number, { length }: DateFound): DateFound | null => {
  if (words[at + length]?.key !== 'hoặc') return null
  const other = words[at + length + 1] ? oneDateAt(words, at + length + 1) : null
  return other && found(at, at + length + 1 + other.length, {})
}

const oneDateAt = (words: readonly Word[], at: number): DateFound | null => {
  const first = words[at] as Word
  let i = at
  let dayPart: string | null = null
  if (first.key === 'rạng' && words[at + 1]?.key === 'sáng') [dayPart, i] = ['dawn', at + 2]
  else if (Object.hasOwn(parts, first.key)) [dayPart, i] = [parts[first.key] as string, at + 1]
  const key = (j: number): string => words[j]?.key ?? ''
  if (dayPart !== null || first.key === 'hôm' || first.key === 'ngày' || first.key === 'trong' || first.key === 'cùng') {
    const told = relativeDay(words, first.key === 'rạng' ? i : dayPart ? i : at, dayPart)
    if (told) {
      const stated = afterRelative(words, told.to)
      if (stated) return found(at, stated.to, { start: edtf(stated), dayPart, relative: told.relative })
      return found(at, told.to, {
        dayPart,
        relative: told.relative,
        same: told.same,
        ...(told.later ? { later: told.later } : {}),
      })
    }
  }
  const introduced = dayPart !== null || introductions.has(first.key)
  if (first.key === 'kéo' && key(i + 1) === 'dài') i += 2
  if (key(i) === 'kể' && key(i + 1) === 'từ') i += 1
  if (['vào', 'hồi', 'trong'].includes(key(i)) && i === at) i++
  if (['hai', 'ba', 'bốn', '2', '3', '4'].includes(key(i)) && key(i + 1) === 'ngày' && words[i + 2]?.kind === 'number') i += 1
  let from = false
  let until = false
  if (key(i) === 'từ') [from, i] = [true, i + 1]
  else if (key(i) === 'đến' || key(i) === 'tới') [until, i] = [true, i + 1]
  if (key(i) === 'hết') i++
  if (Object.hasOwn(parts, key(i)) && words[i + 1] && (words[i + 1]?.kind === 'number' || key(i + 1) === 'ngày')) i++
  if (key(i) === 'các' && key(i + 1) === 'ngày') i++
  if (key(i) === 'ngày' || key(i) === 'hôm') i++
  const span = rangeAt(words, i, from)
  if (span) {
    if (!introduced && !span.sure) return null
    const { a, b } = span
    const to = span.to + nextOf(words, span.to)
    if (until && !a) return found(at, to, { end: edtf(b) })
    return found(at, to, { start: a ? edtf(a) : edtf(b), end: a ? edtf(b) : null, dayPart })
  }
  if (from || until || dayPart) return null
  return monthOrYear(words, at)
}

/** “ngày 27/4 tới tại Seoul”, “ngày 27/4 tới đây”: a day to come, and nobody who comes. How many words. */
const nextOf = (words: readonly Word[], i: number): number => {
  if (words[i]?.key !== 'tới') return 0
  if (words[i + 1]?.key === 'đây') return 2
  return !words[i + 1] || /^(?:tại|ở|và|để|[.,;:)])$/.test(words[i + 1]?.key ?? '') ? 1 : 0
}

const found = (at: number, to: number, told: Partial<WhenMention>): DateFound => ({ length: to - at, value: whenMention(told) })

const relativeDay = (
  words: readonly Word[],
  i: number,
  dayPart: string | null,
): { to: number; relative: number | null; same: boolean; later?: number } | null => {
  const key = (j: number): string => words[j]?.key ?? ''
  const start = key(i) === 'trong' ? i + 1 : i
  if (dayPart && (key(i) === 'nay' || key(i) === 'này')) return { to: i + 1, relative: 0, same: false }
  if (dayPart && key(i) === 'qua') return { to: i + 1, relative: -1, same: false }
  if (dayPart && key(i) === 'mai') return { to: i + 1, relative: 1, same: false }
  if (dayPart && key(i) === 'hôm' && key(i + 1) === 'nay') return { to: i + 2, relative: 0, same: false }
  if (dayPart && key(i) === 'hôm' && key(i + 1) === 'qua') return { to: i + 2, relative: -1, same: false }
  const named = key(start) === 'ngày' && key(start + 1) === 'hôm' ? start + 1 : start
  if (key(named) === 'hôm' && key(named + 1) === 'nay') return { to: named + 2, relative: 0, same: false }
  if (key(named) === 'hôm' && key(named + 1) === 'qua') return { to: named + 2, relative: -1, same: false }
  if (key(named) === 'hôm' && key(named + 1) === 'sau') return { to: named + 2, relative: null, same: true, later: 1 }
  if (key(start) === 'ngày' && key(start + 1) === 'mai') return { to: start + 2, relative: 1, same: false }
  if (key(start) === 'cùng' && (key(start + 1) === 'ngày' || key(start + 1) === 'hôm')) return { to: start + 2, relative: null, same: true }
  return null
}

/** “hôm nay (24-2)”, “sáng nay 11-3”, “hôm nay, 24/2”: the day itself follows. */
const afterRelative = (words: readonly Word[], at: number): Day | null => {
  let i = at
  const open = words[i]?.text === '(' || words[i]?.text === ','
  if (open) i++
  if (words[i]?.key === 'ngày') i++
  const day = dayAt(words, i)
  if (!day) return null
  return { ...day, to: open && words[day.to]?.text === ')' ? day.to + 1 : day.to }
}

interface Range {
  readonly a: Day | null
  readonly b: Day
  readonly to: number
  readonly sure: boolean
}

const rangeAt = (words: readonly Word[], i: number, from: boolean): Range | null => {
  const n = numberAt(words, i)
  if (n === null) return null
  const join = (j: number): boolean => ['-', 'đến', 'tới', 'và', ',', 'sang'].includes(words[j]?.key ?? '')
  const skip = (j: number): number => {
    let k = j + 1
    if (words[k]?.key === 'hết') k++
    if (words[k]?.key && Object.hasOwn(parts, words[k]?.key as string)) k++
    return words[k]?.key === 'ngày' ? k + 1 : k
  }
  // 20-22/8, 20 đến 22/8, 22 và 23-3: the month stands at the end.
  if (n <= 31 && join(i + 1)) {
    const last = dayAt(words, skip(i + 1))
    const dashed = words[i + 1]?.key === '-'
    const plainMonth =
      dashed && numberAt(words, i + 2) !== null && words[i + 3]?.key !== '/' && words[i + 3]?.key !== 'tháng' && words[i + 3]?.key !== '-'
    const dated = dashed && words[i + 3]?.key === '-' && (numberAt(words, i + 4) ?? 0) > 1900
    if (last && !plainMonth && !dated && last.day > n)
      return { a: { ...last, day: n }, b: last, to: last.to, sure: words[i + 1]?.key !== ',' }
  }
  const first = dayAt(words, i)
  if (!first) return null
  const sure = words[i + 1]?.key === '/' || words[i + 1]?.key === 'tháng' || first.year !== null
  const joiner = words[first.to]?.key ?? ''
  if (['-', 'đến', 'tới', 'và'].includes(joiner) || (from && joiner === 'sang')) {
    const last = dayAt(words, skip(first.to))
    const next = joiner !== 'và' || (last?.month === first.month && last.day === first.day + 1)
    if (last && next && (last.month > first.month || (last.month === first.month && last.day > first.day) || last.month < first.month - 6))
      return { a: { ...first, year: first.year ?? last.year }, b: last, to: last.to, sure: true }
  }
  return { a: null, b: first, to: first.to, sure }
}

/** A day of the calendar: what is written as the 31st of November is none. */
const dayAt = (words: readonly Word[], i: number): Day | null => {
  const written = writtenDayAt(words, i)
  return written && isEdtf(edtf(written)) ? written : null
}

const writtenDayAt = (words: readonly Word[], i: number): Day | null => {
  const day = numberAt(words, i)
  const mark = words[i + 1]?.key ?? ''
  if (day === null || day < 1 || day > 31) return null
  let month = mark === '/' || mark === '-' || mark === '.' || mark === 'tháng' ? numberAt(words, i + 2) : null
  if (month === null && mark === 'tháng') month = monthNumber(words[i + 2]?.key ?? '')
  if (month === null || month < 1 || month > 12) return null
  if (mark === '.' && !((numberAt(words, i + 4) ?? 0) > 1900)) return null
  const next = words[i + 3]?.key ?? ''
  if (next === mark && mark !== 'tháng') {
    const year = numberAt(words, i + 4)
    if (year !== null && year > 1900 && year < 2100) return { day, month, year, to: i + 5 }
  }
  if (['/', '-'].includes(next) && mark !== next) {
    const year = numberAt(words, i + 4)
    if (year !== null && year > 1900 && year < 2100) return { day, month, year, to: i + 5 }
  }
  if (next === 'năm' || next === ',') {
    const year = numberAt(words, i + (next === ',' && words[i + 4]?.key === 'năm' ? 5 : 4))
    if (year !== null && year > 1900 && year < 2100 && next === 'năm') return { day, month, year, to: i + 5 }
  }
  if (next === '%' || ((next === ',' || next === '.') && words[i + 4]?.kind === 'number' && words[i + 3]?.end === words[i + 4]?.start))
    return null
  return { day, month, year: null, to: i + 3 }
}

/** “Hiệp ước hữu nghị (1961)”. */
const enclosedYear = (words: readonly Word[], at: number): DateFound | null => {
  const year = numberAt(words, at)
  const fits = year !== null && year > 1900 && year < 2100 && words[at - 1]?.text === '(' && words[at + 1]?.text === ')'
  return fits ? found(at, at + 1, { start: String(year) }) : null
}

/** “năm 1958 và 1964”: the year goes on from the one before it. */
const furtherYear = (words: readonly Word[], at: number): DateFound | null => {
  const isYear = (i: number): boolean => (numberAt(words, i) ?? 0) > 1900 && (numberAt(words, i) ?? 0) < 2100
  const joined = ['và', ','].includes(words[at - 1]?.key ?? '') && words[at - 3]?.key === 'năm'
  return joined && isYear(at) && isYear(at - 2) ? found(at, at + 1, { start: String(numberAt(words, at)) }) : null
}

const monthOrYear = (words: readonly Word[], at: number): DateFound | null => {
  const enclosed = enclosedYear(words, at) ?? furtherYear(words, at)
  if (enclosed) return enclosed
  let i = at
  const key = (j: number): string => words[j]?.key ?? ''
  if (['vào', 'trong', 'hồi'].includes(key(i)) && key(i + 1) === 'những' && key(i + 2) === 'ngày') i += 3
  while (['hồi', 'vào', 'đầu', 'giữa', 'cuối', 'trong', 'từ', 'nửa'].includes(key(i)) && i < at + 4) i++
  if (key(i) === 'tháng' || (key(i) === 'mùa' && i > at)) {
    const month = numberAt(words, i + 1) ?? monthNumber(key(i + 1))
    if (month === null || month < 1 || month > 12) {
      return relativeMonth(words, at, i)
    }
    let to = i + 2
    let year: number | null = null
    let direction: 'past' | 'future' | null = null
    if (['/', '-', 'năm'].includes(key(to)) && (numberAt(words, to + 1) ?? 0) > 1900) [year, to] = [numberAt(words, to + 1), to + 2]
    else if ((numberAt(words, to) ?? 0) > 1900) [year, to] = [numberAt(words, to), to + 1]
    else if (key(to) === 'năm' && ['ngoái', 'trước'].includes(key(to + 1))) [direction, to] = ['past', to + 2]
    else if (key(to) === 'năm' && ['nay', 'này'].includes(key(to + 1))) to += 2
    else if (key(to) === 'năm' && ['sau', 'tới'].includes(key(to + 1))) [direction, to] = ['future', to + 2]
    if (key(to) === 'tới' || key(to) === 'sắp') [direction, to] = ['future', key(to + 1) === 'tới' ? to + 2 : to + 1]
    else if (key(to) === 'vừa' && key(to + 1) === 'qua') [direction, to] = ['past', to + 2]
    if (key(i - 1) === 'hồi' && direction === null) direction = 'past'
    return found(at, to, { start: `${year ?? 'XXXX'}-${two(month)}`, direction })
  }
  if (key(i) === 'năm' && i - at <= 2) {
    if (['những', 'các', 'niên', 'thập'].includes(key(i - 1)) || key(at - 1) === 'những') return null
    const year = numberAt(words, i + 1)
    if (year !== null && year > 1900 && year < 2100) return found(at, i + 2, { start: String(year) })
    if (['ngoái', 'trước'].includes(key(i + 1))) return found(at, i + 2, { direction: 'past' })
    if (['tới', 'sau'].includes(key(i + 1))) return found(at, i + 2, { direction: 'future' })
    return null
  }
  // “hồi 2013”
  if (key(at) === 'hồi' && i === at + 1) {
    const year = numberAt(words, i)
    if (year !== null && year > 1900 && year < 2100) return found(at, i + 1, { start: String(year), direction: 'past' })
  }
  // 6/1961, 10-2017: month and year.
  const month = i === at ? numberAt(words, i) : null
  if (month !== null && month >= 1 && month <= 12 && ['/', '-'].includes(key(i + 1)) && words[i]?.end === words[i + 1]?.start) {
    const year = numberAt(words, i + 2)
    if (year !== null && year > 1900 && year < 2100 && words[i - 1]?.key !== '/' && words[i - 1]?.key !== '-')
      return found(at, i + 3, { start: `${year}-${two(month)}` })
  }
  return null
}

/** “tháng tới”, “cuối tháng trước”, “tháng này”; “ba tháng tới” and “những tháng qua” are stretches of time. */
const relativeMonth = (words: readonly Word[], at: number, i: number): DateFound | null => {
  const key = (j: number): string => words[j]?.key ?? ''
  const next = key(i + 1)
  const past = next === 'trước' || next === 'qua' || (next === 'vừa' && ['qua', 'rồi'].includes(key(i + 2)))
  const future = next === 'tới' || next === 'sau'
  const present = (next === 'này' || next === 'nay') && key(i) === 'tháng'
  if (!past && !future && !present) return null
  const stretch = words[at - 1]?.kind === 'number' || stretches.has(key(at - 1)) || key(i) !== 'tháng'
  if (stretch && present) return null
  const direction = past ? 'past' : future ? 'future' : null
  return found(at, i + (next === 'vừa' ? 3 : 2), { direction, ...(stretch ? {} : { months: past ? -1 : future ? 1 : 0 }) })
}

const stretches = new Set('những các vài mấy nhiều một hai ba bốn năm sáu bảy tám chín mười mươi trăm'.split(' '))

const numberAt = (words: readonly Word[], i: number): number | null => {
  const word = words[i]
  return word?.kind === 'number' && word.text.length <= 4 ? Number(word.text) : null
}

const edtf = ({ day, month, year }: Day): string => `${year ?? 'XXXX'}-${two(month)}-${two(day)}`
const two = (n: number): string => String(n).padStart(2, '0')
