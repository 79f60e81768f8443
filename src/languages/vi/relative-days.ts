import type { Word } from '../words.ts'
import { type Day, dayAt } from './written-days.ts'

/** “hôm nay”, “chiều qua”, “cùng ngày”, “ngày hôm sau”: days told by another, and where they end. */
export const relativeDay = (
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
export const afterRelative = (words: readonly Word[], at: number): Day | null => {
  let i = at
  const open = words[i]?.text === '(' || words[i]?.text === ','
  if (open) i++
  if (words[i]?.key === 'ngày') i++
  const day = dayAt(words, i)
  if (!day) return null
  return { ...day, to: open && words[day.to]?.text === ')' ? day.to + 1 : day.to }
}
