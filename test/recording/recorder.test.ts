import { beforeEach, describe, expect, test } from 'vitest'
import { VisitStarted, vocabulary } from '../../events/index.ts'
import type { RecordedEvent } from '../../src/kernel/envelope.ts'
import { type FaultCode, isFault } from '../../src/kernel/fault.ts'
import type { Draft } from '../../src/recording/draft.ts'
import { createRecorder, type Recorder } from '../../src/recording/recorder.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

const text = 'Sáng 14/9, Thủ tướng Nguyễn Tấn Dũng đã đến Astana.'
const stream = `document/${'0123456789abcdef'.repeat(4)}`
const visit: Draft = {
  type: 'VisitStarted',
  data: VisitStarted.example,
  evidence: [{ start: 0, end: 9, quote: 'Sáng 14/9', field: '/start' }],
  rule: 'vi/visit/arrival',
}

let store: EventStore
let recorder: Recorder
beforeEach(() => {
  store = openMemoryStore()
  recorder = createRecorder(store, vocabulary)
})

const record = (...drafts: Draft[]) => recorder.record(stream, drafts, { by: 'extractor vi@1.0.0', text, expectedRevision: 'any' })
const events = async (): Promise<RecordedEvent[]> => (await store.read().toArray()) as RecordedEvent[]
const refuses = async (draft: Draft, code: FaultCode) => {
  await expect(record(draft)).rejects.toSatisfy((error) => isFault(error, code))
  expect(await store.tip()).toBe(-1)
}

describe('recording', () => {
  test('a claim with its evidence', async () => {
    await record(visit)
    const [event] = await events()
    expect(event).toMatchObject({
      position: 0,
      type: 'VisitStarted',
      version: 1,
      stream,
      revision: 0,
      by: 'extractor vi@1.0.0',
      rule: 'vi/visit/arrival',
    })
    expect(event?.evidence).toEqual(visit.evidence)
  })

  test('the same claim twice in a document has two ids, and the same ids on every machine', async () => {
    const { events: first } = await record(visit, visit)
    expect(new Set(first.map(({ id }) => id)).size).toBe(2)
    const elsewhere = createRecorder(openMemoryStore(), vocabulary)
    const again = await elsewhere.record(stream, [visit, visit], { by: 'somebody', text, expectedRevision: 'no-stream' })
    expect(again.events.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    const { events: third } = await record(visit)
    expect(first.map(({ id }) => id)).not.toContain(third[0]?.id)
  })

  test.each<[string, Draft, FaultCode]>([
    ['a kind of event that nobody defined', { ...visit, type: 'WarDeclared' }, 'unknown-event'],
    ['data of another shape', { ...visit, data: { ...VisitStarted.example, host: 'Kazakhstan' } }, 'invalid-event'],
    ['a key too many', { ...visit, data: { ...VisitStarted.example, mood: 'warm' } }, 'invalid-event'],
    ['a day that no calendar has', { ...visit, data: { ...VisitStarted.example, start: '2009-02-30' } }, 'invalid-event'],
    ['a claim without evidence', { ...visit, evidence: [] }, 'evidence-mismatch'],
    ['a quote that is not the slice', { ...visit, evidence: [{ start: 0, end: 9, quote: 'Sáng 15/9' }] }, 'evidence-mismatch'],
    [
      'a quote in another normal form',
      { ...visit, evidence: [{ start: 0, end: 9, quote: 'Sáng 14/9'.normalize('NFD') }] },
      'evidence-mismatch',
    ],
    ['a span beyond the text', { ...visit, evidence: [{ start: 0, end: 999, quote: text }] }, 'evidence-mismatch'],
    ['a span turned round', { ...visit, evidence: [{ start: 9, end: 0, quote: '' }] }, 'evidence-mismatch'],
    ['a field that the data lacks', { ...visit, evidence: [{ start: 0, end: 9, quote: 'Sáng 14/9', field: '/end' }] }, 'evidence-mismatch'],
    [
      'a correction of nothing',
      { type: 'EventRetracted', data: { event: '6f2c1a52-8c3b-5a0e-9d53-0b3f5f3a7c11', because: 'x' } },
      'no-such-event',
    ],
    [
      'evidence for a correction',
      { type: 'DocumentWithdrawn', data: { because: 'x' }, evidence: visit.evidence ?? [] },
      'evidence-mismatch',
    ],
  ])('refuses %s, whole', (_, draft, code) => refuses(draft, code))

  test('one bad draft refuses the append', async () => {
    await expect(record(visit, { ...visit, evidence: [] })).rejects.toSatisfy((error) => isFault(error, 'evidence-mismatch'))
    expect(await store.tip()).toBe(-1)
  })

  test('a quote of 501 units is refused, one of 500 is not', async () => {
    const long = 'a'.repeat(600)
    const of = (units: number): Draft => ({ ...visit, evidence: [{ start: 0, end: units, quote: long.slice(0, units) }] })
    const into = (draft: Draft) => recorder.record(stream, [draft], { by: 'x', text: long, expectedRevision: 'any' })
    await expect(into(of(501))).rejects.toSatisfy((error) => isFault(error, 'evidence-mismatch'))
    await expect(into(of(500))).resolves.toMatchObject({ position: 0 })
  })

  test('evidence needs a document', async () => {
    const attempt = recorder.record('corrections', [visit], { by: 'Lan', text: null, expectedRevision: 'any' })
    await expect(attempt).rejects.toSatisfy((error) => isFault(error, 'evidence-mismatch'))
  })

  test('an amendment has the shape of what it amends', async () => {
    const { events: recorded } = await record(visit)
    const event = recorded[0]?.id as string
    const amend = (data: unknown, type = 'VisitStarted', version = 1) =>
      recorder.record('corrections', [{ type: 'EventAmended', data: { event, of: { type, version }, data, because: 'misread' } }], {
        by: 'Lan',
        text: null,
        expectedRevision: 'any',
      })
    await expect(amend({ ...VisitStarted.example, host: 7 })).rejects.toSatisfy((error) => isFault(error, 'invalid-correction'))
    await expect(amend(VisitStarted.example, 'VisitEnded')).rejects.toSatisfy((error) => isFault(error, 'invalid-correction'))
    await expect(amend(VisitStarted.example, 'VisitStarted', 2)).rejects.toSatisfy((error) => isFault(error, 'invalid-correction'))
    await expect(amend({ ...VisitStarted.example, host: 'UZ' })).resolves.toMatchObject({ position: 1 })
  })

  test('a correction cannot be amended, only retracted', async () => {
    const { events: recorded } = await record(visit)
    const retracted = await recorder.record('corrections', [{ type: 'EventRetracted', data: { event: recorded[0]?.id, because: 'x' } }], {
      by: 'Lan',
      text: null,
      expectedRevision: 'any',
    })
    const data = {
      event: retracted.events[0]?.id,
      of: { type: 'EventRetracted', version: 1 },
      data: { event: recorded[0]?.id, because: 'y' },
      because: 'z',
    }
    await expect(
      recorder.record('corrections', [{ type: 'EventAmended', data }], { by: 'Lan', text: null, expectedRevision: 'any' }),
    ).rejects.toSatisfy((error) => isFault(error, 'invalid-correction'))
  })
})
