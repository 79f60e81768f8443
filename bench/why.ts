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
  await store.close()
  return rows
}

const nearestTo = (view: View, events: number): string =>
  view
    .keys()
    .reduce((best, key) => (Math.abs(view.lineage(key).length - events) < Math.abs(view.lineage(best).length - events) ? key : best))
