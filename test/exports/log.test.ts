import { CloudEvent } from 'cloudevents'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { cloudEventOf, recordedEventOf } from '../../src/exports/cloud-event.ts'
import { type Imported, importLog } from '../../src/exports/import-log.ts'
import { logCloudEvents } from '../../src/exports/log-cloudevents.ts'
import { logNdjson } from '../../src/exports/log-ndjson.ts'
import { lineOf, type RecordedEvent } from '../../src/kernel/envelope.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'
import { codeOf } from '../documents/archive-contract.ts'
import { exampleLedger, listOf, recorded, whole } from './example-ledger.ts'

const eventsOf = async (store: EventStore): Promise<RecordedEvent[]> => listOf(recorded(store))
const linesOf = async function* (file: Buffer): AsyncGenerator<string> {
  yield* file.toString('utf8').split('\n')
}
const imported = async (store: EventStore, file: Buffer): Promise<Imported[]> => listOf(importLog(store, vocabulary, linesOf(file)))

describe('the log as NDJSON', () => {
  it('is exactly the stored lines', async () => {
    const store = await exampleLedger()
    const events = await eventsOf(store)
    expect((await whole(logNdjson.write(store))).toString()).toBe(events.map((event) => `${lineOf(event)}\n`).join(''))
  })

  it('can be written in part', async () => {
    const file = await whole(logNdjson.write(await exampleLedger(), { from: 2, to: 3 }))
    expect(
      file
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).position),
    ).toEqual([2, 3])
  })
})

describe('the log as CloudEvents', () => {
  it('is accepted by their own library, strictly', async () => {
    const store = await exampleLedger()
    const lines = (await whole(logCloudEvents.write(store, { source: 'https://example.org/ledger' }))).toString().trim().split('\n')
    const events = await eventsOf(store)
    lines.forEach((line, at) => {
      const event = new CloudEvent(JSON.parse(line), true)
      expect(event.validate()).toBe(true)
      expect(event).toMatchObject({
        id: events[at]?.id,
        type: `chancery.${events[at]?.type}`,
        source: 'https://example.org/ledger',
        subject: events[at]?.stream,
      })
      expect(new Date(event.time as string).toISOString()).toBe(events[at]?.recorded)
    })
    expect(lines).toHaveLength(events.length)
  })

  it('uses only names that the specification allows', async () => {
    const [line = ''] = (await whole(logCloudEvents.write(await exampleLedger()))).toString().split('\n')
    for (const name of Object.keys(JSON.parse(line))) expect(name).toMatch(/^[a-z0-9]{1,20}$/)
  })

  it('loses nothing: property', () => {
    const text = fc.string({ unit: 'binary' })
    const event = fc.record(
      {
        ...{
          position: fc.nat(),
          type: fc.constant('VisitStarted'),
          stream: text,
          revision: fc.nat(),
          version: fc.integer({ min: 1, max: 9 }),
          id: fc.uuid(),
        },
        ...{ recorded: fc.constant('2024-01-01T00:00:00.000Z'), by: text, rule: text, cause: fc.uuid(), attribution: text },
        ...{ doubt: fc.array(text, { minLength: 1 }), more: fc.constant(true as const), data: fc.jsonValue() },
        evidence: fc.array(fc.record({ start: fc.nat(), end: fc.nat(), quote: text })),
      },
      { requiredKeys: ['position', 'type', 'stream', 'revision', 'version', 'id', 'recorded', 'by', 'data', 'evidence'] },
    )
    fc.assert(
      fc.property(event, (before) => {
        const wire = JSON.parse(JSON.stringify(cloudEventOf(before as RecordedEvent, 'urn:x')))
        expect(lineOf(recordedEventOf.parse(wire) as RecordedEvent)).toBe(lineOf(before as RecordedEvent))
      }),
    )
  })
})

describe('taking an exported log back', () => {
  it.each([logNdjson, logCloudEvents])('keeps ids, streams, revisions and positions: $name', async (format) => {
    const store = await exampleLedger()
    const copy = openMemoryStore()
    const steps = await imported(copy, await whole(format.write(store)))
    const essence = async (from: EventStore) => (await eventsOf(from)).map(({ recorded: _, ...event }) => event)
    expect(await essence(copy)).toEqual(await essence(store))
    expect(steps.map(({ position }) => position)).toEqual([6, 7])
  })

  it('goes on where it broke off, and does nothing twice', async () => {
    const file = await whole(logNdjson.write(await exampleLedger()))
    const copy = openMemoryStore()
    const half = Buffer.from(file.toString().split('\n').slice(0, 7).join('\n'))
    await imported(copy, half)
    expect(await copy.tip()).toBe(6)
    await imported(copy, file)
    await imported(copy, file)
    expect(await copy.tip()).toBe(7)
  })

  it('appends whole appends only', async () => {
    const file = await whole(logNdjson.write(await exampleLedger()))
    const copy = openMemoryStore()
    expect(await codeOf(imported(copy, Buffer.from(file.toString().split('\n').slice(0, 4).join('\n'))))).toBe('invalid-input')
    expect(await copy.tip()).toBe(-1)
  })

  it.each([
    ['a line that is no JSON', (line: string) => line.slice(1), 'invalid-input'],
    ['a line that is no event', () => '{"id":"x"}', 'invalid-input'],
    ['data that does not fit its kind', (line: string) => line.replace('"bytes":', '"size":'), 'invalid-event'],
    ['a CloudEvent of another kind', () => '{"specversion":"1.0","id":"1","source":"x","type":"com.example.x"}', 'invalid-input'],
    ['an append that is torn', (line: string) => line.replace('document/', 'docu/'), 'invalid-input'],
  ])('refuses %s, naming the line', async (_, spoil, code) => {
    const [first = '', ...rest] = (await whole(logNdjson.write(await exampleLedger()))).toString().split('\n')
    const fault = await imported(openMemoryStore(), Buffer.from([spoil(first), ...rest].join('\n'))).catch((error: unknown) => error)
    expect(fault).toMatchObject({ code, facts: { line: code === 'invalid-input' && spoil(first).includes('docu/') ? 2 : 1 } })
  })

  it('refuses a log that is not a continuation', async () => {
    const file = await whole(logNdjson.write(await exampleLedger()))
    const copy = openMemoryStore()
    const [first] = await eventsOf(await exampleLedger())
    await copy.append(first?.stream as string, [{ ...(first as RecordedEvent), id: '00000000-0000-5000-8000-000000000000' }], {
      expectedRevision: 'no-stream',
    })
    expect(await codeOf(imported(copy, file))).toBe('conflict')
  })
})
