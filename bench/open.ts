import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byTurns, type Row } from './row.ts'
import { largeLedger } from './store/large-ledger.ts'

const turns = 7

/** Opening a ledger of a million events in a fresh process, beside opening an empty one. */
export const run = async (): Promise<Row[]> => {
  const large = await largeLedger()
  const empty = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  const rows: Row[] = []
  for (const [figure, what] of [
    ['open to read, find the tip', 'read'],
    ['open to write, find the tip', 'write'],
    ['open to write, refuse a duplicate id', 'duplicate'],
    ['open to read, pick 10,000 positions', 'pick'],
    ['open to read, one stream of 10 events', 'stream'],
    ['open to read, find an id', 'locate'],
  ] as const) {
    const [full, none] = await byTurns(
      turns,
      async () => once(large, what),
      async () => once(empty, what),
    )
    const opposite = { figure: 'an empty ledger', values: none.map(({ ms }) => ms) }
    rows.push({ figure, values: full.map(({ ms }) => ms), unit: 'ms', beside: opposite })
    rows.push({
      figure: `${figure}: memory`,
      values: full.map(({ mib }) => mib),
      unit: 'MiB resident',
      beside: { figure: 'an empty ledger', values: none.map(({ mib }) => mib) },
    })
  }
  rmSync(empty, { recursive: true, force: true })
  return rows
}

const once = (folder: string, what: string): { ms: number; mib: number } =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'store/open-once.ts'), folder, what], {
      encoding: 'utf8',
    }),
  )
