import type { Word } from '../words.ts'
import { partsOfDay } from './parts-of-day.ts'
import { type Day, dayAt, numberAt } from './written-days.ts'

/** Two days, or one alone as `b`; `sure` where nothing but a date is written so. */
export interface Range {
  readonly a: Day | null
  readonly b: Day
  readonly to: number
  readonly sure: boolean
}

/** “20-22/8”, “từ 28/9 đến 2/10”, “12 và 13/12”, “14/9”. */
export const rangeAt = (words: readonly Word[], i: number, from: boolean): Range | null => {
  const n = numberAt(words, i)
  if (n === null) return null
  const join = (j: number): boolean => ['-', 'đến', 'tới', 'và', ',', 'sang'].includes(words[j]?.key ?? '')
  const skip = (j: number): number => {
    let k = j + 1
    if (words[k]?.key === 'hết') k++
    if (words[k]?.key && Object.hasOwn(partsOfDay, words[k]?.key as string)) k++
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
