import { boundsOf } from '../kernel/edtf.ts'

/**
 * Days as whole numbers, so that tenures and windows can be intersected. Pure arithmetic on the proleptic Gregorian
 * calendar: no clock, no zone.
 */

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export const dayNumber = (day: string): number =>
  Math.round(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000)

/** Whether there is such a day: no 29 February in most years. */
export const exists = (day: string): boolean => new Date(dayNumber(day) * 86_400_000).toISOString().startsWith(day)

/** The year of a day number. */
export const yearOf = (day: number): number => new Date(day * 86_400_000).getUTCFullYear()

/** Inclusive days. */
export type Interval = readonly [from: number, to: number]

/** Possible days: ascending intervals that do not touch; null when nothing is known. */
export type Window = readonly Interval[] | null

/** The days that both allow. */
export const intersect = (a: Window, b: Window): Window => {
  if (a === null) return b
  if (b === null) return a
  const both: Interval[] = []
  for (const [from, to] of a)
    for (const [start, end] of b) {
      const [first, last] = [Math.max(from, start), Math.min(to, end)]
      if (first <= last) both.push([first, last])
    }
  return both
}

/** Intervals in order, those that overlap or touch as one. */
export const union = (intervals: readonly Interval[]): Interval[] => {
  const joined: [number, number][] = []
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** The days that most of these allow: all of them, where they agree. */
export const mostAllowed = (allowed: readonly (readonly Interval[])[]): Interval[] => {
  const changes = new Map<number, number>()
  for (const intervals of allowed)
    for (const [from, to] of union(intervals)) {
      changes.set(from, (changes.get(from) ?? 0) + 1)
      changes.set(to + 1, (changes.get(to + 1) ?? 0) - 1)
    }
  const days = [...changes.keys()].sort((a, b) => a - b)
  const spans: { readonly span: Interval; readonly votes: number }[] = []
  let votes = 0
  days.forEach((day, i) => {
    votes += changes.get(day) as number
    const next = days[i + 1]
    if (next !== undefined) spans.push({ span: [day, next - 1], votes })
  })
  const most = Math.max(0, ...spans.map((one) => one.votes))
  return most === 0 ? [] : union(spans.filter((one) => one.votes === most).map(({ span }) => span))
}

/** The days that an EDTF date can mean; null when it gives no bound on both sides. */
export const daysOf = (when: string | null | undefined): Interval | null => {
  const { earliest, latest } = boundsOf(when)
  return earliest === null || latest === null ? null : [dayNumber(earliest), dayNumber(latest)]
}

/** Whether `window` has a day in common with `interval`; an unknown window has. */
export const meets = (window: Window, [from, to]: Interval): boolean =>
  window === null || window.some(([start, end]) => start <= to && from <= end)

/** The years that a window touches, ascending; null when it is unknown or wider than `most` years. */
export const yearsOf = (window: Window, most = 120): number[] | null => {
  if (window === null) return null
  const years = new Set<number>()
  for (const [from, to] of window)
    for (let year = yearOf(from); year <= yearOf(to); year++) {
      years.add(year)
      if (years.size > most) return null
    }
  return [...years].sort((a, b) => a - b)
}
