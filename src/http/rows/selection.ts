import { compareWhen, within } from '../../kernel/edtf.ts'
import { Fault } from '../../kernel/fault.ts'
import { foldText } from '../../kernel/ids.ts'
import type { View } from '../../ledger.ts'
import { isRecord } from '../html/shapes.ts'
import { foldQuery } from '../search/fold.ts'

export type Entry = readonly [key: string, row: Record<string, unknown>]

export interface Facet {
  readonly field: string
  readonly values: readonly { readonly value: string; readonly count: number; readonly chosen: boolean }[]
}

/** The rows that fit the filters of an address; page, table, totals and charts are all made from one of these. */
export interface Selection {
  readonly entries: readonly Entry[]
  readonly total: number
  /** With a time filter: how many certainly fall into it; the others possibly do. */
  readonly certain: number
  readonly facets: readonly Facet[]
  readonly chosen: Readonly<Record<string, string>>
}

/** Names in the query that are no fields of rows. */
const reserved = new Set(['q', 'from', 'to', 'page', 'limit', 'sort', 'asOf', 'lang', 'why'])
const mostValues = 30
/** `–` in an address: the rows in which no document says. */
export const unsaid = '–'

export const select = (view: View, query: URLSearchParams): Selection => {
  const all = [...view.rows()] as unknown as Entry[]
  const chosen: Record<string, string> = {}
  for (const [name, value] of query) if (!reserved.has(name) && value !== '') chosen[name] = value
  const [from, to] = [dayIn(query, 'from', 'first'), dayIn(query, 'to', 'last')]
  const wanted = foldQuery(query.get('q') ?? '')
  // Words and time first, once for all facets.
  const found = all.filter(
    (entry) =>
      (wanted === '' || foldText(`${entry[0]} ${JSON.stringify(entry[1])}`).includes(wanted)) &&
      ((from === null && to === null) || inTime(entry, from, to) !== 'no'),
  )
  const choices = Object.entries(chosen)
  const fits = (entry: Entry, but?: string): boolean => choices.every(([field, value]) => field === but || valueIn(entry, field) === value)
  const entries = sorted(
    found.filter((entry) => fits(entry)),
    query.get('sort'),
  )
  const certain = from === null && to === null ? entries.length : entries.filter((entry) => inTime(entry, from, to) === 'certainly').length
  return { entries, total: all.length, certain, facets: facetsOf(all, found, fits, chosen), chosen }
}

/** A field of few values narrows the rows down; its counts obey all the other filters. */
const facetsOf = (
  all: readonly Entry[],
  found: readonly Entry[],
  fits: (entry: Entry, but?: string) => boolean,
  chosen: Readonly<Record<string, string>>,
): Facet[] => {
  const fields = Object.keys(all[0]?.[1] ?? {})
  return [...fields, 'year'].flatMap((field) => {
    const counts = new Map<string, number>()
    for (const entry of all) {
      const value = valueIn(entry, field)
      if (value === undefined) return []
      counts.set(value, 0)
      if (counts.size > mostValues) return []
    }
    for (const entry of found) {
      const value = valueIn(entry, field) as string
      if (fits(entry, field)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const values = [...counts].map(([value, count]) => ({ value, count, chosen: chosen[field] === value }))
    if (values.length < 2) return []
    return [{ field, values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) }]
  })
}

/** What a row says in a field, as an address writes it; undefined for what is no plain word. */
const valueIn = ([, row]: Entry, field: string): string | undefined => {
  if (field === 'year') return 'when' in row ? yearKnown(row.when) : undefined
  const value = Object.hasOwn(row, field) ? row[field] : undefined
  if (value === null) return unsaid
  return typeof value === 'string' && value.length <= 60 ? value : undefined
}

const yearKnown = (when: unknown): string => (typeof when !== 'string' ? unsaid : /^\[|XXXX/.test(when) ? 'unknown' : 'known')

const inTime = ([, row]: Entry, from: string | null, to: string | null): 'certainly' | 'possibly' | 'no' => {
  if ('when' in row) return within(row.when as string | null, from, to)
  const dates = Object.values(row).flatMap((field) =>
    isRecord(field) ? Object.values(field).flatMap((entry) => (isRecord(entry) && 'when' in entry ? [entry.when] : [])) : [],
  )
  if (dates.length === 0) return 'published' in row ? within(row.published as string | null, from, to) : 'possibly'
  const answers = dates.map((when) => within(when as string | null, from, to))
  return answers.includes('certainly') ? 'certainly' : answers.includes('possibly') ? 'possibly' : 'no'
}

const dayIn = (query: URLSearchParams, name: string, end: 'first' | 'last'): string | null => {
  const given = query.get(name)
  if (given === null || given === '') return null
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(given)
  if (match)
    return end === 'first' ? `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}` : `${match[1]}-${match[2] ?? '12'}-${match[3] ?? '31'}`
  throw new Fault('invalid-input', {
    attempted: `read ${name} in the address`,
    found: given.slice(0, 100),
    expected: 'a day, a month or a year: 2009-09-14, 2009-09, 2009',
  })
}

const sorted = (entries: Entry[], sort: string | null): Entry[] => {
  const dated = entries.length > 0 && 'when' in (entries[0] as Entry)[1]
  if (sort === null || sort === '')
    return dated ? entries.sort(([a, x], [b, y]) => compareWhen(x.when as string, y.when as string) || (a < b ? -1 : 1)) : entries
  const [field, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1]
  const weight = (entry: Entry): unknown => (field === 'key' ? entry[0] : sizeOf(entry[1][field]))
  return entries.sort((a, b) => sign * compare(weight(a), weight(b)) || (a[0] < b[0] ? -1 : 1))
}

const sizeOf = (value: unknown): unknown =>
  isRecord(value)
    ? typeof value.atLeast === 'number'
      ? value.atLeast
      : Object.keys(value).length
    : Array.isArray(value)
      ? value.length
      : value

/** What nobody says comes last, whichever way. */
const compare = (a: unknown, b: unknown): number => {
  if (a === b) return 0
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  return (a as string) < (b as string) ? -1 : 1
}
