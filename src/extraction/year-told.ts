import type { WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { isDay, partsOf } from './days.ts'
import { distance } from './distance.ts'

/**
 * The main day of a document with its year, where a day within a week of it is told with one: “chiều 4/4” beside “từ ngày 3
 * đến ngày 5/4/2025”. A year that a later one is told beside is of history, and tells nothing of the news.
 */
export const inYearTold = (main: string | null, mentions: readonly Item[]): string | null => {
  if (!main?.startsWith('XXXX')) return main
  const told: string[] = []
  for (const { value } of mentions)
    for (const when of [(value as WhenMention).start, (value as WhenMention).end]) if (when && partsOf(when).year !== null) told.push(when)
  const last = told.reduce((latest, when) => Math.max(latest, partsOf(when).year as number), 0)
  const isNear = (when: string): boolean => isDay(when) && partsOf(when).year === last && near.has(distance(when, main) ?? '')
  return told.some(isNear) ? `${last}${main.slice(4)}` : main
}

const near = new Set(['same', 'day-before', 'day-after', 'days-before', 'days-after', 'week-before', 'week-after'])
