import { optionalPackage } from '../../kernel/optional-package.ts'

/**
 * Rows for spreadsheets: RFC 4180, and a cell that a spreadsheet would run as a formula is quoted. `–` stands for
 * null (no document says), an empty cell for what does not apply.
 */
export const csvOf = async (heads: readonly string[], rows: readonly (readonly unknown[])[]): Promise<string> => {
  const { stringify } = await optionalPackage('csv-stringify', 'write CSV', () => import('csv-stringify/sync'))
  return stringify([[...heads], ...rows.map((row) => row.map(cell))], { escape_formulas: true }).trimEnd()
}

const cell = (value: unknown): string => {
  if (value === null) return '–'
  if (value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
