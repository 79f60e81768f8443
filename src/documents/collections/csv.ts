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
    const { parse } = await optionalPackage('csv-parse', `read ${file.origin}`, () => import('csv-parse'))
    const refusals: Refusal[] = []
    const parser = parse(text, {
      columns: true,
      delimiter: delimiterOf(text),
      relax_column_count_more: false,
      skip_empty_lines: true,
      skip_records_with_error: true,
      info: true,
      on_skip: (error) => {
        const origin = `${file.origin}#${error?.lines ?? '?'}`
        refusals.push({ origin, fault: badRow(origin, error) })
      },
    })
    const rows: AsyncIterable<{ record: JsonRecord; info: { lines: number } }> = parser
    try {
      for await (const { record, info } of rows) {
        yield* refusals.splice(0)
        yield rowOf(file, record, info.lines)
      }
    } catch (error) {
      yield { origin: file.origin, fault: badRow(file.origin, error as Error) }
    }
    yield* refusals
  },
}

const rowOf = (file: CollectionFile, record: JsonRecord, line: number): Input => {
  const bytes = Buffer.from(JSON.stringify(record), 'utf8')
  return {
    origin: `${file.origin}#${line}`,
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

const badRow = (origin: string, error: Error | undefined): Fault =>
  new Fault(
    'document-unreadable',
    {
      attempted: `read ${origin}`,
      found: `the row does not fit the table: ${error?.message ?? 'unknown error'}`,
      expected: 'as many cells as columns',
    },
    error,
  )
