import { Fault } from '../../kernel/fault.ts'
import { optionalPackage } from '../../kernel/optional-package.ts'
import { decode } from '../decoding.ts'
import type { Input, Refusal } from '../document.ts'
import { fieldOf, type JsonRecord } from '../record.ts'
import { collected } from './collected.ts'
import type { Collection, CollectionFile } from './collection.ts'

/**
 * A table of articles, the first row naming the columns; comma, semicolon or tab. A document's bytes are its row as a
 * JSON object in the order of the columns, so that the same row is the same document in every table.
 */
export const csv: Collection = {
  name: 'csv',
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  endings: ['csv', 'tsv'],
  async *documents(file) {
    const bytes = await collected(file.chunks, file.origin)
    const { text } = await decode(bytes, file.origin)
    const { parse } = await optionalPackage('csv-parse', `read ${file.origin}`, () => import('csv-parse/sync'))
    const rows: { cells: readonly string[]; line: number }[] = []
    const broken = attempt(() =>
      parse(text, {
        delimiter: delimiterOf(text),
        relax_column_count: true,
        skip_empty_lines: true,
        on_record: (cells: readonly string[], { lines }: { lines: number }) => void rows.push({ cells, line: lines }),
      }),
    )
    const [header, ...articles] = rows
    for (const { cells, line } of articles) yield rowOf(file, header?.cells ?? [], cells, line)
    if (broken) yield { origin: file.origin, fault: badTable(file.origin, broken) }
  },
}

const attempt = (work: () => unknown): Error | undefined => {
  try {
    work()
  } catch (error) {
    return error as Error
  }
  return undefined
}

const rowOf = (file: CollectionFile, columns: readonly string[], cells: readonly string[], line: number): Input | Refusal => {
  const origin = `${file.origin}#${line}`
  if (cells.length !== columns.length) return { origin, fault: badRow(origin, cells.length, columns.length) }
  const record: JsonRecord = Object.fromEntries(columns.map((column, at) => [column, cells[at]]))
  const bytes = Buffer.from(JSON.stringify(record), 'utf8')
  return {
    origin,
    name: fieldOf(record, 'id', file.fields) || `${file.name}-${line}`,
    metadata: file.metadata,
    mediaType: 'application/json',
    ...(file.fields ? { fields: file.fields } : {}),
    load: async () => bytes,
  }
}

/** The separator that the first line has most of. */
const delimiterOf = (text: string): string => {
  const header = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}

const badRow = (origin: string, found: number, expected: number): Fault =>
  new Fault('document-unreadable', { attempted: `read ${origin}`, found: `${found} cells`, expected: `${expected}, as many as columns` })

/** Quotes that do not close: what follows can't be told apart any more. */
const badTable = (origin: string, error: Error): Fault =>
  new Fault('document-unreadable', { attempted: `read ${origin} to its end`, found: error.message, expected: 'CSV' }, error)
