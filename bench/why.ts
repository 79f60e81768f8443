import { vocabulary } from '../events/index.ts'
import { agreementCounts } from '../projections/index.ts'
import { why } from '../src/audit/why.ts'
import { memoryArchive } from '../src/documents/memory-archive.ts'
import { rebuild } from '../src/replay/rebuild.ts'
import type { View } from '../src/replay/view.ts'
import { openFileStore } from '../src/store/file/file-store.ts'
import { type Row, secondsOf } from './row.ts'
import { ledgerOnDisk } from './synthetic/on-disk.ts'

const rounds = 7
const clicks = 400

/** Explaining a value of a row with few events and of one with very many, in a ledger of a million. */
export const run = async (): Promise<Row[]> => {
  const store = await openFileStore(await ledgerOnDisk(Number(process.env.BENCH_EVENTS ?? 1_000_000)), { readOnly: true })
  const views = await rebuild({ store, register: vocabulary, projections: [agreementCounts] })
  const view = views.get(agreementCounts.name)
  const rows: Row[] = []
  for (const events of [10, 1_000, 10_000]) {
    const key = nearestTo(view, events)
    const path = 'signed'
    const values: number[] = []
    for (let round = 0; round < rounds; round++)
      values.push(
        (await secondsOf(() => why({ views, store, archive: memoryArchive(), register: vocabulary, view: view.name, key, path }))) * 1_000,
      )
    rows.push({ figure: `why agreement-counts ${key} signed`, values, unit: 'ms', remark: `a row of ${view.lineage(key).length} events` })
  }
  // What readers wait for who click anywhere: rows of every length, evenly from the whole view, each once.
  const keys = view.keys()
  const drawn = Array.from({ length: Math.min(clicks, keys.length) }, (_, at) => keys[Math.floor((at * keys.length) / clicks)] as string)
  const waits: number[] = []
  for (const key of drawn)
    waits.push(
      (await secondsOf(() =>
        why({ views, store, archive: memoryArchive(), register: vocabulary, view: view.name, key, path: 'signed', limit: 50 }),
      )) * 1_000,
    )
  waits.sort((a, b) => a - b)
  for (const part of [0.5, 0.95])
    rows.push({
      figure: `why of ${drawn.length} of ${keys.length} rows: ${part * 100} % come within`,
      values: [waits[Math.ceil(waits.length * part) - 1] as number],
      unit: 'ms',
    })
  await store.close()
  return rows
}

const nearestTo = (view: View, events: number): string =>
  view
    .keys()
    .reduce((best, key) => (Math.abs(view.lineage(key).length - events) < Math.abs(view.lineage(best).length - events) ? key : best))
