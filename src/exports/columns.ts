import type { ViewRows } from './export.ts'

/** A column of a table made of rows: a field, or a part of a field that is a small object everywhere. */
export interface Column {
  readonly name: string
  /** Undefined where the field does not apply, null where no document says. */
  valueIn(key: string, row: unknown): unknown
}

export interface TableOf {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly [key: string, row: unknown])[]
}

/**
 * The columns of a view: `key`, then fields in the order in which they lie. A field whose values are objects of
 * scalars with the same few keys becomes one column each (`signed.atLeast`, `signed.exact`); other lists and objects stay
 * whole, and formats without them write JSON.
 */
export const tableOf = (view: ViewRows): TableOf => {
  const rows = [...view.rows]
  const names = [...new Set(rows.flatMap(([, row]) => Object.keys(row as object)))]
  const fields = names.flatMap((name): Column[] => {
    const parts = partsOf(rows.map(([, row]) => field(row, name)))
    if (!parts) return [{ name, valueIn: (_, row) => field(row, name) }]
    return parts.map((part) => ({
      name: `${name}.${part}`,
      valueIn: (_, row) => {
        const value = field(row, name)
        return value === null || value === undefined ? value : field(value, part)
      },
    }))
  })
  const taken = new Set(names)
  const key = taken.has('key') ? '_key' : 'key'
  return { columns: [{ name: key, valueIn: (is) => is }, ...fields], rows }
}

const field = (row: unknown, name: string): unknown =>
  Object.hasOwn(row as object, name) ? (row as Readonly<Record<string, unknown>>)[name] : undefined

/** The keys that all objects of a field share, when they are few and hold scalars; null when it is to stay whole. */
const partsOf = (values: readonly unknown[]): readonly string[] | null => {
  let parts: readonly string[] | undefined
  for (const value of values) {
    if (value === null || value === undefined) continue
    if (typeof value !== 'object' || Array.isArray(value)) return null
    const keys = Object.keys(value)
    parts ??= keys
    const alike = keys.length === parts.length && keys.every((key) => parts?.includes(key))
    if (!alike || keys.length === 0 || keys.length > 6 || Object.values(value).some((part) => typeof part === 'object' && part !== null))
      return null
  }
  return parts ?? null
}
