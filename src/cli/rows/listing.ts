import type { Context } from '../context.ts'
import type { Column } from '../formats/list.ts'
import { visible } from '../text/visible.ts'
import type { Room } from './cells.ts'
import { fieldsOf } from './fields.ts'
import { entriesOf, isObject } from './shapes.ts'
import { shortKey } from './short-key.ts'

export type Row = readonly [key: string, row: unknown]

/** Rows of a view as columns for people, for JSON and for CSV. */
export const rowsListing = ({ words }: Pick<Context, 'words'>, rows: readonly Row[]) => {
  const fields = fieldsOf(
    rows.map(([, row]) => asObject(row)),
    words,
  )
  const columns: Column<Row>[] = [
    ...(fields.some(({ field }) => field === 'when') ? [] : [keyColumn(words)]),
    ...fields.map(({ field, head, text, whole }) => ({
      key: field,
      head,
      text: ([, row]: Row, room: Room) => text(asObject(row), room),
      ...(whole ? { whole: true as const } : {}),
    })),
    ...(fields.some(({ field }) => field === 'when') ? [keyColumn(words)] : []),
  ]
  return { columns, json: ([key, row]: Row) => ({ key, row }), csv: flattened(rows) }
}

/** Where rows stand in time, the date says most, and the key comes last. */
const keyColumn = ({ view }: Context['words']): Column<Row> => ({
  key: 'key',
  head: view.key,
  text: ([key], room) => (room === 'cell' ? shortKey(key) : visible(key)),
  whole: true,
})

const asObject = (row: unknown): Record<string, unknown> => (isObject(row) ? row : { value: row })

/** Columns for machines: objects with fixed fields become `signed.atLeast`, lists stay JSON. */
const flattened = (rows: readonly Row[]): { key: string; value: (row: Row) => unknown }[] => {
  const paths = new Set<string>()
  for (const [, row] of rows) {
    const lists = new Set(entriesOf(row).map(({ field }) => field))
    for (const [field, value] of Object.entries(isObject(row) ? row : {}))
      if (isObject(value) && !Array.isArray(value) && !lists.has(field))
        for (const part of Object.keys(value)) paths.add(`${field}.${part}`)
      else paths.add(field)
  }
  const whole = [...paths].filter((path) => !path.includes('.') && [...paths].some((other) => other.startsWith(`${path}.`)))
  const kept = [...paths].filter((path) => !whole.includes(path))
  return [
    { key: 'key', value: ([key]) => key },
    ...kept.sort(byField(rows)).map((path) => ({
      key: path,
      value: ([, row]: Row) => {
        const [field = '', part] = path.split('.')
        const value = isObject(row) ? row[field] : undefined
        return part === undefined || !isObject(value) ? value : value[part]
      },
    })),
  ]
}

/** The order in which the fields lie in the rows; paths of one field stay together. */
const byField = (rows: readonly Row[]) => {
  const order = [...new Set(rows.flatMap(([, row]) => (isObject(row) ? Object.keys(row) : [])))]
  return (a: string, b: string): number => order.indexOf(a.split('.')[0] ?? '') - order.indexOf(b.split('.')[0] ?? '')
}
