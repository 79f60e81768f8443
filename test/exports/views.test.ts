import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { ViewRows } from '../../src/exports/export.ts'
import { viewCsv } from '../../src/exports/view-csv.ts'
import { viewMarkdown } from '../../src/exports/view-markdown.ts'
import { viewNdjson } from '../../src/exports/view-ndjson.ts'
import { viewParquet } from '../../src/exports/view-parquet.ts'
import { viewNamed, whole } from './example-ledger.ts'

const rows: ViewRows = {
  name: 'counts',
  rows: [
    ['KZ-VN', { signed: { atLeast: 7, exact: true }, share: 0.5, note: '=HYPERLINK("http://x")', told: { a: ['x'] }, is: true }],
    ['MN-VN', { signed: null, share: null, note: 'Một, "hai"\nba; 🇻🇳', told: {}, is: false }],
    ["it's $HOME", { signed: { atLeast: 0, exact: true }, share: -1, told: {}, note: null }],
  ],
}

describe('rows as CSV', () => {
  const read = async (options = {}): Promise<Record<string, string>[]> =>
    parse(await whole(viewCsv.write(rows, options)), { columns: true, bom: true })

  it('keeps unknown, zero and what does not apply apart', async () => {
    const cells = await read()
    expect(cells.map((row) => row['signed.atLeast'])).toEqual(['7', '–', '0'])
    expect(cells.map((row) => row.is)).toEqual(['true', 'false', ''])
    expect((await read({ unknown: 'NA' }))[1]?.['signed.exact']).toBe('NA')
  })

  it('makes formulas harmless, and only those', async () => {
    const [first, second, third] = await read()
    expect(first?.note).toBe(`'=HYPERLINK("http://x")`)
    expect(second?.note).toBe('Một, "hai"\nba; 🇻🇳')
    expect(third?.share).toMatch(/^'?-1$/)
  })

  it('ends every row with the command that explains it', async () => {
    expect((await read()).map((row) => row.why)).toEqual([
      'chancery why counts KZ-VN',
      'chancery why counts MN-VN',
      `chancery why counts 'it'\\''s $HOME'`,
    ])
  })

  it('has a byte-order mark where one is wanted, and lines that end as RFC 4180 says', async () => {
    expect((await whole(viewCsv.write(rows, { byteOrderMark: true }))).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect((await whole(viewCsv.write(rows))).toString()).toMatch(/^key,signed\.atLeast,signed\.exact,share,note,told,is,why\r\n/)
  })

  it('is a heading alone when there is nothing', async () => {
    expect((await whole(viewCsv.write({ name: 'visits', rows: [] }))).toString()).toBe('key,why\r\n')
  })
})

describe('rows in other formats', () => {
  it('are whole in NDJSON', async () => {
    const lines = (await whole(viewNdjson.write(rows))).toString().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([...rows.rows].map(([key, row]) => ({ key, row })))
  })

  it('are read back from Parquet with their types', async () => {
    const file = await whole(viewParquet.write(rows))
    const read = await parquetReadObjects({ file: Uint8Array.from(file).buffer })
    expect(read).toEqual([
      {
        key: 'KZ-VN',
        'signed.atLeast': 7n,
        'signed.exact': true,
        share: 0.5,
        note: '=HYPERLINK("http://x")',
        told: { a: ['x'] },
        is: true,
      },
      { key: 'MN-VN', 'signed.atLeast': null, 'signed.exact': null, share: null, note: 'Một, "hai"\nba; 🇻🇳', told: {}, is: false },
      { key: "it's $HOME", 'signed.atLeast': 0n, 'signed.exact': true, share: -1, note: null, told: {}, is: null },
    ])
  })

  it('are a table in Markdown that no cell can break', async () => {
    const table = (await whole(viewMarkdown.write({ name: 'x', rows: [['a|b', { note: '<script>|\n*x*', none: null }]] }))).toString()
    expect(table).toBe('| key | note | none |\n| --- | --- | --- |\n| a\\|b | &lt;script>\\| \\*x\\* | – |\n')
  })

  it.each(['visits', 'meetings', 'agreement-counts', 'leader-histories', 'documents', 'timeline'])(
    'hold the shipped view %s',
    async (name) => {
      const keys = [...(await viewNamed(name)).rows].map(([key]) => key)
      expect(keys.length).toBeGreaterThan(0)
      for (const format of [viewCsv, viewNdjson, viewMarkdown]) {
        const file = (await whole(format.write(await viewNamed(name)))).toString().replace(/\\/g, '')
        for (const key of keys) expect(file).toContain(key)
      }
      const parquet = await whole(viewParquet.write(await viewNamed(name)))
      expect((await parquetReadObjects({ file: Uint8Array.from(parquet).buffer })).map((row) => row.key)).toEqual(keys)
    },
  )
})
