import { z } from 'zod'
import { boundsOf } from '../../src/kernel/edtf.ts'

/** Independent sources, sorted: wire copies and equal texts stand under one name. */
export const Sources = z.array(z.string())

/** What sources say of one thing, side by side: value → who says so. Nothing is averaged and nothing is hidden. */
export const Reported = z.record(z.string(), Sources)
export type Reported = z.output<typeof Reported>

/** An empty record in which any text of a document, `__proto__` too, is a key like any other. */
export const record = <Value>(): Record<string, Value> => Object.create(null)

/** Adds a source where it belongs; one that is there already changes nothing. */
export const addSource = (sources: string[], source: string): void => {
  let [low, high] = [0, sources.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sources[middle] as string) < source) low = middle + 1
    else high = middle
  }
  if (sources[low] !== source) sources.splice(low, 0, source)
}

/** Adds a source to what is reported; an absent value says nothing. */
export const report = (reported: Reported, value: string | null | undefined, source: string): void => {
  if (value === null || value === undefined) return
  reported[value] ??= []
  addSource(reported[value], source)
}

/** The value to show: what more independent sources say, then the smallest. */
export const mostReported = (reported: Reported): string | null => best(Object.keys(reported), () => 0, reported)

/** The date to show: the most exact first, then what more independent sources say, then the smallest. */
export const mostExact = (reported: Reported): string | null => best(Object.keys(reported), vagueness, reported)

/** Days that a date can mean; without a year there is no telling. */
const vagueness = (when: string): number => {
  const { earliest, latest } = boundsOf(when)
  return earliest === null || latest === null ? Number.POSITIVE_INFINITY : Date.parse(latest) - Date.parse(earliest)
}

const best = (values: readonly string[], rank: (value: string) => number, reported: Reported): string | null => {
  let chosen: string | null = null
  for (const value of values) if (chosen === null || precedes(value, chosen, rank, reported)) chosen = value
  return chosen
}

const precedes = (a: string, b: string, rank: (value: string) => number, reported: Reported): boolean => {
  const [x, y] = [rank(a), rank(b)]
  if (x !== y) return x < y
  const more = (reported[a]?.length ?? 0) - (reported[b]?.length ?? 0)
  return more === 0 ? a < b : more > 0
}
