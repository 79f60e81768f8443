import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { VisitStarted } from '../../events/index.ts'
import { correct } from '../../src/intake/correct.ts'
import { ingest } from '../../src/intake/ingest.ts'
import { type Reextracted, reextract } from '../../src/intake/reextract.ts'
import type { Rooms } from '../../src/intake/rooms.ts'
import type { Claim } from '../../src/kernel/claim.ts'
import type { RecordedEvent } from '../../src/kernel/envelope.ts'
import { roomsInMemory, version } from './rooms-in-memory.ts'

const text = 'Sáng 14/9, Thủ tướng Nguyễn Tấn Dũng đã đến Astana. Tối 15/9, ông rời Astana.'
const bytes = new TextEncoder().encode(text)
const sha256 = createHash('sha256').update(bytes).digest('hex')

const arrival: Claim = {
  type: 'VisitStarted',
  data: VisitStarted.example,
  evidence: [{ start: 0, end: 9, quote: 'Sáng 14/9' }],
  rule: 'vi/visit/arrival',
}
const departure: Claim = {
  type: 'VisitEnded',
  data: { visit: '0123456789ab/v@130', visitors: VisitStarted.example.visitors, host: 'KZ', narrative: 'news', scope: 'interstate' },
  evidence: [{ start: 62, end: 76, quote: 'ông rời Astana' }],
  rule: 'vi/visit/departure',
}

let rooms: Rooms
const say = (...claims: Claim[]) => {
  Object.assign(rooms, { extractor: { ...rooms.extractor, extract: () => ({ ...version, claims, uncoded: [], findings: [] }) } })
}

beforeEach(() => {
  rooms = roomsInMemory()
})

const take = async (...claims: Claim[]) => {
  say(...claims)
  const document = { sha256, bytes, mediaType: 'text/plain', name: 'a', text, reader: 'text@1.0.0', metadata: {}, findings: [] }
  await rooms.archive.put(document)
  return ingest(rooms, 'a.txt', { document, extraction: rooms.extractor.extract(text, { sha256 }) })
}
const again = async (apply: boolean): Promise<Reextracted> => {
  for await (const result of reextract(rooms, { apply })) return result
  throw new Error('no document')
}
const log = async () => ((await rooms.store.read().toArray()) as RecordedEvent[]).map(({ type }) => type)

describe('re-extraction', () => {
  test('rules that say the same change nothing', async () => {
    await take(arrival, departure)
    expect(await again(true)).toMatchObject({ gone: [], fresh: [], kept: 2, applied: false })
  })

  test('what rules no longer say is retracted, what they say now is recorded, in one append', async () => {
    await take(arrival)
    say(departure)
    const shown = await again(false)
    expect([shown.gone.map(({ type }) => type), shown.fresh.map(({ type }) => type)]).toEqual([['VisitStarted'], ['VisitEnded']])
    const before = (await log()).length
    expect(await again(true)).toMatchObject({ applied: true })
    expect((await log()).slice(before)).toEqual(['DocumentRead', 'EventRetracted', 'VisitEnded'])
    expect(await again(true)).toMatchObject({ gone: [], fresh: [], applied: false })
  })

  test('what a person took back does not come again', async () => {
    await take(arrival)
    const claim = ((await rooms.store.read({ types: ['VisitStarted'] }).toArray()) as RecordedEvent[])[0] as RecordedEvent
    await correct(rooms, { verb: 'retract', events: [claim.id], because: 'another delegation' }, 'Lan')
    say({ ...arrival, data: { ...VisitStarted.example, place: 'Almaty' } })
    expect(await again(true)).toMatchObject({ gone: [], fresh: [], applied: false })
    await correct(rooms, { verb: 'undo' }, 'Lan')
    expect(await again(false)).toMatchObject({ gone: [{ id: claim.id }], fresh: [{ type: 'VisitStarted' }] })
  })

  test('what a person added is left alone', async () => {
    await take(arrival)
    await correct(
      rooms,
      {
        verb: 'add',
        document: sha256,
        type: 'VisitEnded',
        data: departure.data as Record<string, unknown>,
        quote: 'ông rời Astana',
        because: 'missed',
      },
      'Lan',
    )
    expect(await again(true)).toMatchObject({ gone: [], kept: 2, applied: false })
  })

  test('a withdrawn text is told, and its claims stand', async () => {
    await take(arrival)
    await rooms.archive.withdraw(sha256, 'takedown')
    expect(await again(true)).toMatchObject({ gone: [], applied: false, fault: { code: 'text-withdrawn' } })
  })
})

describe('ingest', () => {
  test('the same bytes again append nothing; new metadata is one event', async () => {
    await take(arrival)
    const before = await rooms.store.tip()
    expect(await take(arrival)).toMatchObject({ outcome: 'known', described: false })
    expect(await rooms.store.tip()).toBe(before)
    const document = { sha256, bytes, mediaType: 'text/plain', name: 'a', text, reader: 'text@1.0.0', findings: [] }
    const extraction = rooms.extractor.extract(text, { sha256 })
    const withDate = { document: { ...document, metadata: { published: '2009-09-16' } }, extraction }
    expect(await ingest(rooms, 'a.txt', withDate)).toMatchObject({ outcome: 'known', described: true })
    expect(await ingest(rooms, 'a.txt', withDate)).toMatchObject({ outcome: 'known', described: false })
    expect((await log()).slice(before + 1)).toEqual(['DocumentDescribed', 'DateDerived'])
  })

  test('a document without claims is recorded with the report of its reading', async () => {
    expect(await take()).toMatchObject({ outcome: 'ingested', events: { DocumentRegistered: 1, DocumentRead: 1 } })
  })
})
