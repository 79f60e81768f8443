import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { type SyntheticAppend, syntheticLedger } from './ledger.ts'

/** Raise it when the generator writes something else: ledgers of another edition are not used again. */
const edition = 1
const inFlight = 256

/** A ledger folder with so many events, ten to a document: written once for all benchmarks of a machine. */
export const ledgerOnDisk = async (events: number): Promise<string> => {
  const base = process.env.CHANCERY_BENCH_DIR ?? join(tmpdir(), 'chancery-bench')
  const folder = join(base, `synthetic-${edition}-${events}`)
  if (existsSync(folder)) return folder
  const beside = `${folder}.part`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  const store = await openFileStore(beside)
  let batch: SyntheticAppend[] = []
  const write = async (): Promise<void> => {
    await Promise.all(batch.map(({ stream, events }) => store.append(stream, events, { expectedRevision: 'any' })))
    batch = []
  }
  for (const append of syntheticLedger({ documents: Math.ceil(events / 10) })) if (batch.push(append) === inFlight) await write()
  await write()
  await store.close()
  renameSync(beside, folder)
  return folder
}
