import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { VisitStarted } from '../../events/visit-started.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { openLedger } from '../../src/ledger.ts'

let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

const written = async (events: number): Promise<string> => {
  folder = await mkdtemp(join(tmpdir(), 'chancery-leaving-'))
  const ledger = await openLedger(folder)
  const stream = `document/${'a'.repeat(64)}`
  const claims = Array.from({ length: events }, (_, at) => ({
    type: 'VisitStarted',
    version: 1,
    id: eventId(stream, 'VisitStarted', String(at), {}, 0),
    by: 'a test',
    data: { ...VisitStarted.example, visit: `${'a'.repeat(12)}/v@${at}` },
    evidence: [{ start: 0, end: 1, quote: 'a' }],
  }))
  for (let from = 0; from < events; from += 500)
    await ledger.store.append(stream, claims.slice(from, from + 500) as never, { expectedRevision: 'any' })
  await ledger.close()
  return folder
}

test('a writer that brought much leaves snapshots that a reader opens with', async () => {
  await written(1_100)
  expect(existsSync(join(folder, 'views', 'visits@1', 'snapshot.ndjson'))).toBe(true)
  const reader = await openLedger(folder, { readOnly: true })
  const rows = (await reader.view('visits')).digest()
  expect((await reader.replay(['visits'])).get('visits').digest()).toBe(rows)
  await reader.close()
})

test('a writer that brought little leaves quickly', async () => {
  await written(100)
  expect(existsSync(join(folder, 'views'))).toBe(false)
})
