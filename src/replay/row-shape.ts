import { z } from 'zod'
import { compareWhen } from '../kernel/edtf.ts'

/** What is known about rows from their schema: how an empty one looks, and in which order a reader sees one. */
export interface RowShape {
  /** A new empty row, shared with nobody. Records in it have no prototype, so that `__proto__` is a key like any other. */
  empty(): unknown
  /**
   * A frozen copy in the order of the world: keys of objects as the schema lists them, entries of records by the
   * earliest day of their `when`, then by key, sets of strings (arrays with `uniqueItems` in their JSON Schema) by code
   * unit. The same row whatever the order in which its events came.
   */
  inOrder(row: unknown): unknown
  /** A copy to go on folding from: what `inOrder` gives, not frozen. For rows that come from JSON. */
  revive(row: unknown): unknown
}

export const rowShapeOf = (schema: z.ZodType): RowShape => {
  const shape = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }) as Shape
  const template = schema.parse({})
  return {
    empty: () => copy(template, shape, false),
    inOrder: (row) => copy(row, shape, true),
    revive: (row) => copy(row, shape, false),
  }
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly uniqueItems?: boolean
  readonly anyOf?: readonly Shape[]
}

const copy = (value: unknown, shape: Shape, frozen: boolean): unknown => {
  if (value === null || typeof value !== 'object') return value
  const known =
    shape.anyOf?.find((option) => (Array.isArray(value) ? option.items : option.properties || option.additionalProperties)) ?? shape
  const result = Array.isArray(value)
    ? copyArray(value, known, frozen)
    : known.properties
      ? copyObject(value as Row, known.properties, frozen)
      : copyRecord(value as Row, typeof known.additionalProperties === 'object' ? known.additionalProperties : {}, frozen)
  return frozen ? Object.freeze(result) : result
}

type Row = Record<string, unknown>

const copyArray = (value: readonly unknown[], { items = {}, uniqueItems }: Shape, frozen: boolean): unknown[] => {
  if (uniqueItems && value.every((item) => typeof item === 'string')) return frozen && value.length > 1 ? value.toSorted() : value.slice()
  return value.map((item) => copy(item, items, frozen))
}

const copyObject = (value: Row, properties: Readonly<Record<string, Shape>>, frozen: boolean): Row => {
  const result: Row = {}
  for (const key in properties)
    if (Object.hasOwn(value, key) && value[key] !== undefined) result[key] = copy(value[key], properties[key] as Shape, frozen)
  for (const key of Object.keys(value).sort()) if (!Object.hasOwn(properties, key)) result[key] = copy(value[key], {}, frozen)
  return result
}

const copyRecord = (value: Row, entry: Shape, frozen: boolean): Row => {
  const result: Row = Object.create(null)
  for (const key of Object.keys(value).sort(orderOf(value))) result[key] = copy(value[key], entry, frozen)
  return result
}

const orderOf = (record: Row) => (a: string, b: string) => compareWhen(whenOf(record[a]), whenOf(record[b])) || (a < b ? -1 : a > b ? 1 : 0)

const whenOf = (entry: unknown): string | null =>
  entry !== null && typeof entry === 'object' && 'when' in entry && typeof entry.when === 'string' ? entry.when : null
