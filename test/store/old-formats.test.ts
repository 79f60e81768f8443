import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { views } from '../../projections/index.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { verifyLedger } from '../../src/transparency/verify-ledger.ts'
import { note, readAll } from '../contracts/notes.ts'
import { folders } from './folders.ts'

const { fresh, store: open } = folders()
const ledgers = join(import.meta.dirname, '../fixtures/ledgers')

/** What was signed when the format was published: if one of these has to change, a promise is broken. */
const published: Record<string, { events: number; root: string; verifierKey: string }> = {
  v1: {
    events: 31,
    root: '4HQZKjN7SWjlDt/MSxxtsKzYGzlZi4GgHv4OLIKgRHI=',
    verifierKey: 'chancery.example/fixtures+f7a24f19+AbiG5N0HLJql+w4zeGHeuVZzijhNh77f/MKdylkj5HIA',
  },
}

describe.each(readdirSync(ledgers).filter((name) => /^v\d+$/.test(name)))('a ledger of format %s', (name) => {
  const expected = published[name]
  const copied = () => {
    const folder = fresh()
    cpSync(join(ledgers, name), folder, { recursive: true })
    return folder
  }

  test('verifies with the key that was published', async () => {
    const verified = await verifyLedger(copied(), { verifierKey: expected?.verifierKey ?? '' })
    expect(verified).toMatchObject({ ok: true, events: expected?.events, signed: expected?.events, root: expected?.root })
  })

  test('opens, is read in full by the vocabulary of today, and goes on', async () => {
    const store = await open(copied())
    const events = await readAll(store)
    expect(events).toHaveLength(expected?.events ?? -1)
    for (const { type, version, data } of events) {
      const definition = vocabulary.get(type)
      expect(definition, type).toBeDefined()
      expect(() => definition?.parse(definition.upcast(data, version)), type).not.toThrow()
    }
    const [first] = events
    expect(await store.locate?.(first?.id ?? '')).toBe(0)
    expect(await store.append('later', [note('later')], { expectedRevision: 'no-stream' })).toEqual({
      position: expected?.events,
      revision: 0,
    })
  })

  test('replays into every shipped view', async () => {
    const store = await open(copied(), { readOnly: true })
    const rebuilt = await rebuild({ store, register: vocabulary, projections: views })
    expect(rebuilt).toBeDefined()
  })
})
