import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { openTransparencyLog } from '../../src/transparency/transparency-log.ts'
import { eventsOfDocument, streamOf } from './documents.ts'

/** A ledger of so many events, ten to a document, signed: built once for all benchmarks of a machine. */
export const largeLedger = async (events = 1_000_000): Promise<string> => {
  const folder = join(process.env.CHANCERY_BENCH_DIR ?? join(tmpdir(), 'chancery-bench'), `ledger-${events}`)
  if (existsSync(join(folder, 'checkpoint')) && readdirSync(join(folder, 'log')).length > 0) return folder
  mkdirSync(folder, { recursive: true })
  const store = await openFileStore(folder)
  const log = await openTransparencyLog(folder, store, { everyMs: 3_600_000 })
  for (let first = 0; first < events / 10; first += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, events / 10 - first) }, (_, ahead) =>
        store.append(streamOf(first + ahead), eventsOfDocument(first + ahead, 10), { expectedRevision: 'no-stream' }),
      ),
    )
  await log.close()
  await store.close()
  return folder
}
