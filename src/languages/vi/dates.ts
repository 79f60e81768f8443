import type { Word } from '../words.ts'
import { type DateFound, found } from './date-found.ts'
import { rangeAt } from './day-ranges.ts'
import { monthOrYear } from './months-and-years.ts'
import { partsOfDay } from './parts-of-day.ts'
import { afterRelative, relativeDay } from './relative-days.ts'
import { edtf } from './written-days.ts'

/** Words that a date can begin with; any other is passed by at once. */
const openers = new Set([
  ...Object.keys(partsOfDay),
  ...'rạng ngày hôm từ vào hồi đến tới kéo hết trong cùng hai ba bốn kể đầu giữa cuối nửa tháng mùa năm các'.split(' '),
])

/** Openers that say of a number that it is a day. */
const introductions = new Set('ngày hôm từ vào hồi đến tới kéo hết trong đêm hai ba kể'.split(' '))

/**
 * Dates as news write them, day before month: `14/9`, `14-9`, `ngày 21 tháng 8 năm 2023`, `chiều 21/8`,
 * `hôm nay (2/6)`, `từ 28/9 đến 2/10`, `20-22/8`, `hai ngày 12 và 13/12`, `tháng 9/2009`, `năm 1959`, `cùng ngày`.
 * Durations (`gần 40 năm`) are none.
 */
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
  else if (Object.hasOwn(partsOfDay, first.key)) [dayPart, i] = [partsOfDay[first.key] as string, at + 1]
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
  if (Object.hasOwn(partsOfDay, key(i)) && words[i + 1] && (words[i + 1]?.kind === 'number' || key(i + 1) === 'ngày')) i++
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
