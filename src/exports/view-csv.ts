import { optionalPackage } from '../kernel/optional-package.ts'
import { tableOf } from './columns.ts'
import type { ViewExport } from './export.ts'

/**
 * Rows for spreadsheets (RFC 4180). `–` is null: no document says; 0 is zero, because a document says so; an empty cell
 * is a field that does not apply. A text that a spreadsheet would run as a formula gets an apostrophe in front. The last
 * column is the command that explains the row.
 */
export const viewCsv: ViewExport = {
  name: 'csv',
  says: 'rows for a spreadsheet; formulas are made harmless',
  mediaType: 'text/csv; charset=utf-8',
  ending: 'csv',
  async *write(view, { byteOrderMark = false, unknown = '–' } = {}) {
    const { stringify } = await optionalPackage('csv-stringify', 'write CSV', () => import('csv-stringify/sync'))
    const { columns, rows } = tableOf(view)
    const line = (cells: readonly unknown[]): string => stringify([[...cells]], { escape_formulas: true, record_delimiter: 'windows' })
    const head = [...columns.map(({ name }) => name), 'why']
    yield `${byteOrderMark ? '\uFEFF' : ''}${line(head)}`
    for (const [key, row] of rows)
      yield line([...columns.map(({ valueIn }) => cell(valueIn(key, row), unknown)), `chancery why ${view.name} ${quoted(key)}`])
  },
}

const cell = (value: unknown, unknown: string): string => {
  if (value === null) return unknown
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** For a shell: as it is where that is safe. */
const quoted = (key: string): string => (/^[\w./@:-]+$/.test(key) ? key : `'${key.replace(/'/g, `'\\''`)}'`)
