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
  /** What `inOrder` gave, from the JSON that was made of it; `read` is told every string and answers what it stands for. */
  revive(row: unknown, read: (text: string) => string): unknown
}

export const rowShapeOf = (schema: z.ZodType): RowShape => {
  const known = shapes.get(schema)
  if (known) return known
  const found = shapeOf(schema)
  shapes.set(schema, found)
  return found
}

/** Found out once for each schema: that takes as long as folding some thousand events. */
const shapes = new WeakMap<z.ZodType, RowShape>()

const shapeOf = (schema: z.ZodType): RowShape => {
  const shape = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', reused: 'inline' }) as Shape
  const template = schema.parse({})
  /** Rows that are in order already. */
  const ordered = new WeakSet<object>()
  const inOrder = (row: unknown): unknown => {
    if (ordered.has(row as object)) return row
    const copied = copy(row, shape, true)
    ordered.add(copied as object)
    return copied
  }
  return {
    empty: makerOf(template, shape),
    inOrder,
    revive(row, read) {
      const revived = revive(row, shape, read)
      ordered.add(revived as object)
      return revived
    },
  }
}

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly uniqueItems?: boolean
  readonly anyOf?: readonly Shape[]
}

/** What makes the same value again and again: how it is made up is found out once. */
const makerOf = (value: unknown, shape: Shape): (() => unknown) => {
  if (value === null || typeof value !== 'object') return () => value
  const { properties } = shapeIn(shape, value)
  if (!properties || Array.isArray(value)) {
    // Most are empty to begin with.
    if (Object.keys(value).length > 0) return () => copy(value, shape, false)
    return Array.isArray(value) ? () => [] : () => Object.create(null)
  }
  const ordered = copyObject(value as Row, properties, false)
  const fields = Object.keys(ordered).map((key) => [key, makerOf(ordered[key], properties[key] ?? {})] as const)
  return () => {
    const made: Row = {}
    for (let at = 0; at < fields.length; at++) {
      const [key, make] = fields[at] as (typeof fields)[number]
      made[key] = make()
    }
    return made
  }
}

/** The shape of this very value, where there are several. */
const shapeIn = (shape: Shape, value: object): Shape =>
  shape.anyOf?.find((option) => (Array.isArray(value) ? option.items : option.properties || option.additionalProperties)) ?? shape

const copy = (value: unknown, shape: Shape, frozen: boolean): unknown => {
  if (value === null || typeof value !== 'object') return value
  const known = shapeIn(shape, value)
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
  const keys = Object.keys(value)
  if (keys.some((key) => !Object.hasOwn(properties, key)))
    for (const key of keys.sort()) if (!Object.hasOwn(properties, key)) result[key] = copy(value[key], {}, frozen)
  return result
}

const copyRecord = (value: Row, entry: Shape, frozen: boolean): Row => {
  const result: Row = Object.create(null)
  for (const key of Object.keys(value).sort(orderOf(value))) result[key] = copy(value[key], entry, frozen)
  return result
}

/** Nothing is put into order again, JSON keeps the order that it was given; nor copied, for nobody else has what it made. */
const revive = (value: unknown, shape: Shape, read: (text: string) => string): unknown => {
  if (typeof value === 'string') return read(value)
  if (value === null || typeof value !== 'object') return value
  const known = shapeIn(shape, value)
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) value[at] = revive(value[at], known.items ?? {}, read)
    return Object.freeze(value)
  }
  const { properties } = known
  const entry = typeof known.additionalProperties === 'object' ? known.additionalProperties : {}
  const row = (properties ? value : Object.setPrototypeOf(value, null)) as Row
  for (const key in row) row[key] = revive(row[key], properties?.[key] ?? entry, read)
  return Object.freeze(row)
}

const orderOf = (record: Row) => (a: string, b: string) => compareWhen(whenOf(record[a]), whenOf(record[b])) || (a < b ? -1 : a > b ? 1 : 0)

const whenOf = (entry: unknown): string | null =>
  entry !== null && typeof entry === 'object' && 'when' in entry && typeof entry.when === 'string' ? entry.when : null
