import { optionalPackage } from '../../kernel/optional-package.ts'
import type { Table } from './page.ts'

/**
 * Rows for spreadsheets: RFC 4180 with a byte-order mark, because Excel reads Vietnamese wrongly without; a cell that
 * a spreadsheet would run as a formula is quoted. `–` is null (no document says), an empty cell does not apply.
 */
export const csvOf = async ({ columns, rows }: Table): Promise<string> => {
  const { stringify } = await optionalPackage('csv-stringify', 'write CSV', () => import('csv-stringify/sync'))
  const cells = [[...columns], ...Array.from(rows, (row) => row.map(cellOf))]
  return `\uFEFF${stringify(cells, { escape_formulas: true, record_delimiter: 'windows' })}`
}

const cellOf = (value: unknown): string => {
  if (value === null) return '–'
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
