import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { vocabulary } from '../events/index.ts'
import { views as shipped } from '../projections/index.ts'
import { follow } from '../src/replay/live.ts'
import { rebuild } from '../src/replay/rebuild.ts'
import { openFileStore } from '../src/store/file/file-store.ts'
import type { Row } from './row.ts'
import { syntheticLedger } from './synthetic/ledger.ts'

const perSecond = 1_000
const seconds = 10

/** From the append that resolved to the row that a reader sees, in all nine views, under a thousand events a second. */
export const run = async (): Promise<Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-live-'))
  const store = await openFileStore(folder)
  const appends = [...syntheticLedger({ documents: (perSecond * seconds * 2) / 10 })]
  const half = Math.floor(appends.length / 2)
  for (const { stream, events } of appends.slice(0, half)) await store.append(stream, events, { expectedRevision: 'any' })
  const live = follow(await rebuild({ store, register: vocabulary, projections: shipped }))
  const waits: number[] = []
  const waiting: { position: number; since: number }[] = []
  live.onStep((reached) => {
    while (waiting[0] && waiting[0].position <= reached) waits.push(performance.now() - (waiting.shift()?.since ?? 0))
  })
  const start = performance.now()
  let written = 0
  for (const { stream, events } of appends.slice(half)) {
    const { position } = await store.append(stream, events, { expectedRevision: 'any' })
    waiting.push({ position, since: performance.now() })
    written += events.length
    const ahead = (written / perSecond) * 1_000 - (performance.now() - start)
    if (ahead > 1) await setTimeout(ahead)
  }
  const took = (performance.now() - start) / 1_000
  await live.reached(await store.tip())
  await live.close()
  await store.close()
  rmSync(folder, { recursive: true })
  waits.sort((a, b) => a - b)
  const at = (part: number): number[] => [waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] as number]
  const remark = `${written} events in ${took.toFixed(1)} s, ${waits.length} appends, links and corrections among them`
  return [
    { figure: 'append to visible row, p50', values: at(0.5), unit: 'ms', remark },
    { figure: 'append to visible row, p99', values: at(0.99), unit: 'ms' },
  ]
}
