/** Shapes that views share, known by what they hold: a view that somebody writes tomorrow is read the same way. */

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isStream = (value: unknown): boolean => typeof value === 'string' && /^document\/[0-9a-f]{64}$/.test(value)

/** Who says so: streams of documents. */
export const isSources = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length > 0 && value.every(isStream)

/** What sources say, side by side: value → who says so. */
export const isReported = (value: unknown): value is Readonly<Record<string, readonly string[]>> =>
  isObject(value) && !Array.isArray(value) && Object.keys(value).length > 0 && Object.values(value).every(isSources)

/** How many, as far as anybody says. */
export interface Count {
  readonly atLeast: number
  readonly exact: boolean
}

export const isCount = (value: unknown): value is Count =>
  isObject(value) && typeof value.atLeast === 'number' && typeof value.exact === 'boolean'

/** Somebody as one document shows them, or as several do (`names`, `offices`). */
export interface Person {
  readonly name: string | null
  readonly office?: string
  readonly offices?: Readonly<Record<string, unknown>>
  readonly country?: string | null
  readonly number?: string
}

export const isPerson = (value: unknown): value is Person =>
  isObject(value) &&
  'name' in value &&
  ('office' in value || 'offices' in value || 'role' in value || ('id' in value && 'country' in value)) &&
  !('engagements' in value)

/** A part of a row that is a list: an array of objects, or a record of them by id. */
export interface Entries {
  readonly field: string
  readonly items: Items
}
export type Items = readonly (readonly [key: string, item: Readonly<Record<string, unknown>>])[]

/** The lists of a row, in the order of its fields. */
export const entriesOf = (row: unknown): Entries[] =>
  isObject(row)
    ? Object.entries(row).flatMap(([field, value]) => {
        const items = itemsOf(value)
        return items ? [{ field, items }] : []
      })
    : []

/** Null when the value is no list of objects. People are words, not lists. */
export const itemsOf = (value: unknown): Items | null => {
  if (!isObject(value) || isCount(value) || isPerson(value)) return null
  const entries = Object.entries(value)
  return entries.length > 0 &&
    entries.every(([, item]) => isObject(item) && !Array.isArray(item) && !isPerson(item) && Object.keys(item).every(isFieldName))
    ? (entries as [string, Record<string, unknown>][])
    : null
}

/** Fields have names that a schema gives; a record inside a record has ids for keys, and is no entry of a list. */
const isFieldName = (key: string): boolean => /^[A-Za-z_$][\w$]*$/.test(key)

/** Whether there is nothing in it. */
export const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (isObject(value) && Object.keys(value).length === 0)
