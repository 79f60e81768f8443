import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SyntheticAppend, syntheticLedger } from '../../bench/synthetic/ledger.ts'
import { vocabulary } from '../../events/index.ts'
import { views } from '../../projections/index.ts'
import type { RecordedEvent } from '../../src/kernel/envelope.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { follow } from '../../src/replay/live.ts'
import { openViews, saveSnapshots } from '../../src/replay/open-views.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import type { Views } from '../../src/replay/replayed.ts'
import { snapshotFiles } from '../../src/replay/snapshots/snapshot-files.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

export interface LateCorrection {
  readonly events: number
  /** Rows and lineage of all views, a digest for each way to them: live, rebuilt, from snapshots taken at the start. */
  readonly before: readonly string[]
  readonly corrected: readonly string[]
  readonly undone: readonly string[]
}

/** An early event is retracted at the end of a long log, and that is undone; all views, reached in three ways each time. */
export const lateCorrection = async (events: number, position: number): Promise<LateCorrection> => {
  const store = openMemoryStore()
  for (const { stream, events: some } of until(events)) await store.append(stream, some, { expectedRevision: 'any' })
  const folder = mkdtempSync(join(tmpdir(), 'chancery-late-'))
  const snapshots = { storage: snapshotFiles(folder), fingerprint: () => 'this code' }
  const all = { store, register: vocabulary, projections: views }
  try {
    const start = await openViews(all)
    await saveSnapshots(start, snapshots)
    const live = follow(start)
    const digests = async (): Promise<string[]> => {
      await live.reached(await store.tip())
      return [digestOf(start), digestOf(await rebuild(all)), digestOf(await openViews({ ...all, snapshots }))]
    }
    const before = await digests()
    const retraction = await retract(store, (await eventAt(store, position)).id)
    const corrected = await digests()
    await retract(store, retraction)
    const undone = await digests()
    await live.close()
    return { events: (await store.tip()) + 1, before, corrected, undone }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* until(events: number): Generator<SyntheticAppend> {
  let written = 0
  for (const append of syntheticLedger({ documents: Math.ceil(events / 5) })) {
    if (written >= events) return
    written += append.events.length
    yield append
  }
}

const eventAt = async (store: EventStore, position: number): Promise<RecordedEvent> => {
  for await (const event of store.read({ from: position, to: position }) as AsyncIterable<RecordedEvent>) return event
  throw new Error(`no event at ${position}`)
}

const retract = async (store: EventStore, event: string): Promise<string> => {
  const data = { event, because: 'a late look' }
  const id = eventId('corrections', 'EventRetracted', event, data, 0)
  await store.append('corrections', [{ type: 'EventRetracted', version: 1, id, by: 'Lan', data }], { expectedRevision: 'any' })
  return id
}

const digestOf = (replayed: Views): string => {
  const hash = createHash('sha256')
  for (const view of replayed.all)
    for (const key of view.keys()) hash.update(JSON.stringify([view.name, key, view.row(key), view.lineage(key)]))
  return hash.digest('hex')
}
