import { z } from 'zod'
import { boundsOf } from '../../src/kernel/edtf.ts'
import { addSource, Sources } from './sources.ts'

/** What sources say of one thing, side by side: value → who says so. Nothing is averaged and nothing is hidden. */
export const Reported = z.record(z.string(), Sources)
export type Reported = z.output<typeof Reported>

/** An empty record in which any text of a document, `__proto__` too, is a key like any other. */
export const record = <Value>(): Record<string, Value> => Object.create(null)

/** A record in which nothing stands yet, shared by all that have none of their own: most of what could be told is not. */
export const nothing: Record<string, never> = Object.freeze(record<never>())

/** The record in a field, for writing: its own, no longer the shared empty one. */
export const ownRecord = <Field extends string, Value>(
  owner: Record<Field, Record<string, Value>>,
  field: Field,
): Record<string, Value> => {
  if (Object.isFrozen(owner[field])) owner[field] = record()
  return owner[field]
}

/** Adds a source to what is reported in a field; an absent value says nothing. Answers whether that changed anything. */
export const report = <Field extends string>(
  owner: Record<Field, Reported>,
  field: Field,
  value: string | null | undefined,
  source: string,
): boolean => {
  if (value === null || value === undefined) return false
  const reported = ownRecord(owner, field)
  const sources = reported[value]
  if (sources) return addSource(sources, source)
  reported[value] = [source]
  return true
}

/** Of what stands there and what is said, the smaller: the same in whatever order it is told. Null says nothing. */
export const least = (known: string | null, said: string | null | undefined): string | null =>
  said === null || said === undefined || (known !== null && known <= said) ? known : said

/** The value to show: what more independent sources say, then the smallest. */
export const mostReported = (reported: Reported): string | null => best(() => 0, reported)

/** The date to show: the most exact first, then what more independent sources say, then the smallest. */
export const mostExact = (reported: Reported): string | null => best(vagueness, reported)

/** Days that a date can mean; without a year there is no telling. */
const vagueness = (when: string): number => {
  const { earliest, latest } = boundsOf(when)
  return earliest === null || latest === null ? Number.POSITIVE_INFINITY : Date.parse(latest) - Date.parse(earliest)
}

const best = (rank: (value: string) => number, reported: Reported): string | null => {
  if (reported === nothing) return null
  let chosen: string | null = null
  for (const value of Object.keys(reported)) if (chosen === null || precedes(value, chosen, rank, reported)) chosen = value
  return chosen
}

const precedes = (a: string, b: string, rank: (value: string) => number, reported: Reported): boolean => {
  const [x, y] = [rank(a), rank(b)]
  if (x !== y) return x < y
  const more = (reported[a]?.length ?? 0) - (reported[b]?.length ?? 0)
  return more === 0 ? a < b : more > 0
}
