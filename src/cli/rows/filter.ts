import { boundsOf, isEdtf, within } from '../../kernel/edtf.ts'
import { foldText } from '../../kernel/ids.ts'
import { suggest } from '../suggest.ts'
import { Usage } from '../usage.ts'
import type { Words } from '../words/words.ts'
import { isDate } from './cells.ts'
import { entriesOf, isObject, itemsOf } from './shapes.ts'
import { spanOf } from './span.ts'

/** A row that stays, and whether it certainly fits the dates that were asked for. */
export interface Kept {
  readonly key: string
  readonly row: unknown
  readonly fits: 'certainly' | 'possibly'
}

export interface Filtered {
  readonly rows: readonly Kept[]
  /** Rows, or entries of rows where a row is a history. */
  readonly certain: number
  readonly possible: number
}

export interface DateFilter {
  readonly from: string | null
  readonly to: string | null
}

/** `--from 2023 --to 2024-02` → the first day of the one, the last of the other. */
export const dateFilter = (from: string | undefined, to: string | undefined, command: string, words: Words): DateFilter | null => {
  if (from === undefined && to === undefined) return null
  const bound = (flag: string, text: string | undefined, end: 'earliest' | 'latest'): string | null => {
    if (text === undefined) return null
    const day = isEdtf(text) ? boundsOf(text)[end] : null
    if (day !== null) return day
    const { run, value, date } = words.usage
    throw new Usage('invalid-value', { attempted: run(command), found: value(flag, text), expected: date })
  }
  return { from: bound('--from', from, 'earliest'), to: bound('--to', to, 'latest') }
}

/**
 * Keeps what certainly or possibly lies within the dates: a date without a year possibly lies anywhere. A row that is a
 * history keeps the entries that fit, and is dropped when none does.
 */
export const filterByDate = (rows: Iterable<readonly [string, unknown]>, { from, to }: DateFilter): Filtered => {
  const kept: Kept[] = []
  let [certain, possible] = [0, 0]
  const count = (fits: 'certainly' | 'possibly', times: number): void => {
    if (fits === 'certainly') certain += times
    else possible += times
  }
  for (const [key, row] of rows) {
    const dated = (isObject(row) && 'when' in row ? [] : entriesOf(row)).filter(({ items }) =>
      items.some(([, item]) => dateOf(item) !== undefined),
    )
    if (dated.length === 0) {
      const fits = within(dateOf(row), from, to)
      if (fits === 'no') continue
      count(fits, 1)
      kept.push({ key, row, fits })
      continue
    }
    const copy: Record<string, unknown> = { ...(row as object) }
    let fits: Kept['fits'] | undefined
    for (const { field, items } of dated) {
      const staying = items.map(([id, item]) => ({ id, item, fits: within(dateOf(item), from, to) })).filter((each) => each.fits !== 'no')
      for (const each of staying) {
        count(each.fits as Kept['fits'], 1)
        fits = fits === 'certainly' || each.fits === 'certainly' ? 'certainly' : 'possibly'
      }
      copy[field] = Array.isArray(copy[field])
        ? staying.map(({ item }) => item)
        : Object.fromEntries(staying.map(({ id, item }) => [id, item]))
    }
    if (fits) kept.push({ key, row: copy, fits })
  }
  return { rows: kept, certain, possible }
}

/** The date that a row or an entry stands at, `when` and `until` together; what is inferred where the text gives no year. */
export const dateOf = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined
  const span = spanOf(value.when, value.until)
  if (span !== undefined) return span
  for (const field of ['when', 'date', 'start', 'period', 'end']) {
    const date = dateIn(value[field])
    if (date) return date
  }
  return undefined
}

const dateIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return isEdtf(value) ? value : undefined
  if (Array.isArray(value)) return value.map(dateIn).find((date) => date !== undefined)
  if (isObject(value)) return dateIn(value.when) ?? Object.keys(value).find((key) => isDate(key))
  return undefined
}

/** A condition on a field: `kind=state` is the whole value, `title~thương mại` a part of it; marks and case are forgiven. */
export interface Condition {
  readonly field: string
  readonly fits: (value: unknown) => boolean
}

export const conditionOf = (text: string, command: string, words: Words): Condition => {
  const match = /^([^=~]+)([=~])(.*)$/su.exec(text)
  if (!match)
    throw new Usage('invalid-value', {
      attempted: words.usage.run(command),
      found: words.usage.value('--where', text),
      expected: words.usage.field,
    })
  const [, field = '', how, sought = ''] = match
  const folded = foldText(sought.trim())
  const fitsText = (value: string): boolean => (how === '=' ? foldText(value) === folded : foldText(value).includes(folded))
  const fits = (value: unknown): boolean => {
    if (isObject(value)) return Object.values(value).some(fits)
    return value === null ? sought === 'null' || sought === '–' : value !== undefined && fitsText(String(value))
  }
  return { field: field.trim(), fits }
}

/** The value at `visitors`, `/visitors/0/name` or `visitors.name`; of lists, that of every item. */
export const valueAt = (row: unknown, field: string): unknown => {
  const steps = field.startsWith('/')
    ? field
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    : field.split('.')
  let values: unknown[] = [row]
  for (const step of steps)
    values = values.flatMap((value) => {
      if (!isObject(value)) return []
      if (Object.hasOwn(value, step)) return [value[step]]
      const items = Array.isArray(value) ? value : (itemsOf(value)?.map(([, item]) => item) ?? [])
      return items.flatMap((item: unknown) => (isObject(item) && Object.hasOwn(item, step) ? [item[step]] : []))
    })
  return values.length === 0 ? undefined : values.length === 1 ? values[0] : values
}

/** Throws `Usage` when no row has the field: a misspelt filter would look like an empty view. */
export const checkFields = (
  rows: readonly (readonly [string, unknown])[],
  conditions: readonly Condition[],
  command: string,
  words: Words,
): void => {
  if (rows.length === 0) return
  for (const { field } of conditions) {
    if (rows.some(([, row]) => valueAt(row, field) !== undefined)) continue
    const known = [...new Set(rows.flatMap(([, row]) => (isObject(row) ? Object.keys(row) : [])))]
    const near = suggest(field, known)
    const { run, value, didYouMean, oneOf, or } = words.usage
    throw new Usage('invalid-value', {
      attempted: run(command),
      found: value('--where', field),
      expected: oneOf(known.join(', ')),
      ...(near.length ? { cure: didYouMean(near.join(` ${or} `)) } : {}),
    })
  }
}
