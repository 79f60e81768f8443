import { dateInCell, dateInWords } from '../dates.ts'
import { visible } from '../text/visible.ts'
import type { Words } from '../words/words.ts'
import { inWords, isWording, type Room } from './cells.ts'
import { type Items, isNothing, isObject, isReported, itemsOf } from './shapes.ts'
import { spanOf } from './span.ts'

type Row = Readonly<Record<string, unknown>>

/** One column of a table of rows or entries. */
export interface Field {
  readonly field: string
  readonly head: string
  readonly text: (row: Row, room?: Room) => string
  /** Half a date is no date, half an id finds nothing. */
  readonly whole: boolean
}

/**
 * The fields that say something, the telling ones first: a column that is empty everywhere, or that every row has the
 * same usual value in, is left out, and so are the words behind a value that stands beside them (`names` behind `name`).
 * The whole row is in JSON and CSV, always.
 */
export const fieldsOf = (rows: readonly Row[], words: Words): Field[] => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const shown = names.filter(
    (field) =>
      !behindTheScenes.has(field) &&
      rows.some((row) => !isNothing(row[field])) &&
      !isUsual(field, rows) &&
      !standsBehind(field, names, rows),
  )
  return shown
    .sort((a, b) => rank(a) - rank(b))
    .map((field) => ({
      field,
      head: words.fields[field] ?? field,
      whole: ['when', 'id', 'key', 'host', 'country'].includes(field),
      text: (row, room = 'cell') => (field === 'when' ? whenInWords(row, words, room) : inWords(row[field], words, room)),
    }))
}

/** What `when`, `until` and `derived` say together: 22–24/6/2023 (derived), in a cell 22–24/6/2023 ◇. */
export const whenInWords = ({ when, until, derived }: Row, words: Words, room: Room): string => {
  const span = spanOf(when, until)
  if (span === undefined) return inWords(when, words, room)
  const text = room === 'cell' ? dateInCell(span, words.dates) : dateInWords(span, words.dates)
  return isNothing(derived) ? text : room === 'cell' ? `${text} ◇` : `${text} (${words.dates.derived})`
}

/** An item of a list under its key, where the key is a wording or an id that people can use. */
export const withKeys = (items: Items): Row[] =>
  items.map(([key, item]) =>
    /^\d+$/.test(key) || 'id' in item ? item : isWording(key) || /^[a-z]+$/.test(key) ? { '': key, ...item } : { ...item, id: key },
  )

/** Details that have a place of their own: `why`, JSON, the row itself. */
export const behindTheScenes = new Set(['told', 'behind', 'until', 'derived', 'untilDerived', 'found'])

const isUsual = (field: string, rows: readonly Row[]): boolean => {
  const usual = { narrative: 'news', scope: 'interstate', number: 'one' }[field]
  if (usual !== undefined) return rows.every((row) => row[field] === usual || isNothing(row[field]))
  return field === 'type' && rows.length > 1 && rows.every((row) => row[field] === rows[0]?.[field])
}

/** `names` beside `name`, `countries` beside `country`: what is reported, behind the value that is shown. */
const standsBehind = (field: string, names: readonly string[], rows: readonly Row[]): boolean => {
  const single = singular(field)
  return single !== field && names.includes(single) && rows.every((row) => isNothing(row[field]) || isReported(row[field]))
}

/** `names` with a single value, which is that of `name`: nothing to add. */
export const saysTheSame = (field: string, row: Row): boolean => {
  const reported = row[field]
  const single = row[singular(field)]
  return singular(field) !== field && isReported(reported) && typeof single === 'string' && Object.keys(reported).join('\n') === single
}

const singular = (field: string): string => field.replace(/ies$/, 'y').replace(/s$/, '')

const order = [
  '',
  'when',
  'type',
  'what',
  'name',
  'title',
  'visitors',
  'participants',
  'host',
  'as',
  'with',
  'offices',
  'country',
  'status',
]
const last = ['inviters', 'places', 'narrative', 'sources', 'id']
const rank = (field: string): number =>
  order.includes(field) ? order.indexOf(field) : last.includes(field) ? 80 + last.indexOf(field) : 50

/** Every list in a row, those inside its objects too, by path: `behind.signed.occasions`. */
export const listsIn = (row: unknown, path = ''): { path: string; items: Items }[] =>
  isObject(row)
    ? Object.entries(row).flatMap(([field, value]) => {
        const at = path ? `${path}.${field}` : field
        const items = itemsOf(value)
        if (items?.some(([, item]) => Object.values(item).some((part) => !isObject(part) || isReported(part)))) return [{ path: at, items }]
        return isObject(value) && !Array.isArray(value) && !isReported(value) ? listsIn(value, at) : []
      })
    : []

export const heading = (path: string): string => visible(path.replaceAll('.', ' · '))
