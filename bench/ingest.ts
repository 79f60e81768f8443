import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articles } from './ingest/articles.ts'
import { byTurns, type Row, secondsOf } from './row.ts'

/** The built package: its threads run JavaScript. */
const built = import.meta.filename.endsWith('.js') ? '../src/ledger.js' : '../dist/src/ledger.js'
const { inputsFrom, openLedger } = (await import(built)) as typeof import('../src/ledger.ts')

const turns = Number(process.env.BENCH_ROUNDS ?? 3)
const largest = Number(process.env.BENCH_DOCUMENTS ?? 10_000)

/** Read, extract, link, append: one core beside both, and how the time of one document grows with their number. */
export const run = async (): Promise<Row[]> => {
  const shared = process.env.CHANCERY_SHARED
  const rows: Row[] = []
  if (shared) rows.push(await threads(join(shared, 'corpus/articles.ndjson'), 1042))
  else rows.push(await threads(collectionOf(1_000), 1_000))
  rows.push(await growth(largest, largest / 10), await growth(largest / 10, largest / 100))
  return rows
}

const growth = async (many: number, few: number): Promise<Row> => {
  const [larger, smaller] = await byTurns(
    turns,
    () => ingest(collectionOf(many), many, 0),
    () => ingest(collectionOf(few), few, 0),
  )
  return { figure: `ingest ${many} articles`, values: larger, unit: 'documents/s', beside: { figure: `${few} articles`, values: smaller } }
}

const threads = async (path: string, documents: number): Promise<Row> => {
  const [both, one] = await byTurns(
    turns,
    () => ingest(path, documents, 2),
    () => ingest(path, documents, 0),
  )
  return {
    figure: 'ingest, two threads that read and one that writes',
    values: both,
    unit: 'documents/s',
    beside: { figure: 'one thread for all', values: one },
    remark: `${documents} articles`,
  }
}

const ingest = async (path: string, documents: number, threadsUsed: number): Promise<number> => {
  const folder = mkdtempSync(join(process.env.CHANCERY_BENCH_DIR ?? tmpdir(), 'chancery-bench-'))
  const ledger = await openLedger(folder)
  const seconds = await secondsOf(async () => {
    for await (const { outcome, origin } of ledger.ingest(inputsFrom([path]), { threads: threadsUsed }))
      if (outcome !== 'ingested') console.error(`${origin}: ${outcome}`)
  })
  await ledger.close()
  rmSync(folder, { recursive: true, force: true })
  return documents / seconds
}

const collections = new Map<number, string>()
const collectionOf = (count: number): string => {
  const known = collections.get(count)
  if (known) return known
  const path = join(mkdtempSync(join(tmpdir(), 'chancery-articles-')), 'articles.ndjson')
  writeFileSync(path, [...articles(count)].map(({ name, text }) => JSON.stringify({ id: name, text })).join('\n'))
  process.on('exit', () => rmSync(join(path, '..'), { recursive: true, force: true }))
  collections.set(count, path)
  return path
}
