import { optionalPackage } from '../kernel/optional-package.ts'
import { type Column, type TableOf, tableOf } from './columns.ts'
import type { ViewExport } from './export.ts'

/**
 * Rows for analytics. Whole numbers are INT64, other numbers DOUBLE, lists and objects JSON; a column of mixed kinds is
 * JSON too. Null is null; where a field does not apply it is null as well, because Parquet knows no other absence.
 */
export const viewParquet: ViewExport = {
  name: 'parquet',
  says: 'rows for DuckDB, pandas and the like',
  mediaType: 'application/vnd.apache.parquet',
  ending: 'parquet',
  async *write(view) {
    const { parquetWriteBuffer } = await optionalPackage('hyparquet-writer', 'write Parquet', () => import('hyparquet-writer'))
    const table = tableOf(view)
    const columnData = table.columns.map((column) => columnOf(column, table))
    yield new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata: [{ key: 'view', value: view.name }] }))
  },
}

const columnOf = (column: Column, { rows }: TableOf) => {
  const values = rows.map(([key, row]) => column.valueIn(key, row) ?? null)
  const type = typeOf(values)
  const data = values.map((value) => (value === null ? null : type === 'INT64' ? BigInt(value as number) : value))
  return { name: column.name, data, type, nullable: true }
}

const typeOf = (values: readonly unknown[]): 'BOOLEAN' | 'INT64' | 'DOUBLE' | 'STRING' | 'JSON' => {
  const known = values.filter((value) => value !== null)
  if (known.every((value) => typeof value === 'string')) return 'STRING'
  if (known.every((value) => typeof value === 'boolean')) return 'BOOLEAN'
  if (known.every((value) => Number.isSafeInteger(value))) return 'INT64'
  return known.every((value) => typeof value === 'number') ? 'DOUBLE' : 'JSON'
}
