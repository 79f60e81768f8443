import { createHash } from 'node:crypto'
import { vocabulary } from '../../events/index.ts'
import { views } from '../../projections/index.ts'
import type { ViewRows } from '../../src/exports/export.ts'
import type { CorrectedEvent, NewEvent, RecordedEvent } from '../../src/kernel/envelope.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { documentStream } from '../../src/kernel/ids.ts'
import { correctedEvents } from '../../src/replay/corrected-events.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

/** A text written for these tests; the flags take two UTF-16 units a letter. */
export const text = '🇻🇳🇲🇳 Chiều 12/5/2024, Thủ tướng Mông Cổ đến Hà Nội.\nHai bên hội đàm và ký "ba văn kiện".'
export const sha256 = createHash('sha256').update(text).digest('hex')
const stream = documentStream(sha256)
const short = sha256.slice(0, 12)

const quoteOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length, quote })
const people = {
  guest: { id: 'luvsannamsrain-oyun-erdene.mn', name: 'Oyun-Erdene', office: 'Thủ tướng', role: 'head-of-government', country: 'MN' },
  hosts: { id: 'pham-minh-chinh.vn', name: 'Phạm Minh Chính', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' },
}
const told = { narrative: 'news', scope: 'interstate' }

const event = (type: string, data: object, more: Partial<NewEvent> = {}): NewEvent => ({
  type,
  version: 1,
  id: eventId(stream, type, JSON.stringify(data), data, 0),
  by: 'extractor vi@1.0.0',
  data: vocabulary.get(type)?.parse(data),
  ...more,
})

const registered = event('DocumentRegistered', {
  sha256,
  bytes: Buffer.byteLength(text),
  mediaType: 'text/plain',
  language: 'vi',
  name: 'arrival',
  text: { sha256, reader: 'text@1.0.0', units: text.length },
})
export const wrong = event(
  'AgreementSigned',
  { agreement: `${short}/a@70`, instrument: 'documents', count: 4, countQualifier: 'exact', parties: ['MN', 'VN'], ...told },
  { evidence: [quoteOf('ký')], rule: 'vi/agreement/count' },
)

/** A ledger of one document with three claims, one of them retracted, and a visit that nobody dates to the day. */
export const exampleLedger = async (): Promise<EventStore> => {
  let second = 0
  const store = openMemoryStore({ now: () => new Date(Date.UTC(2024, 4, 13, 0, 0, second++)) })
  await store.append(
    stream,
    [
      registered,
      event('DocumentDescribed', {
        title: '=Thăm "Việt Nam", phần 1',
        publisher: 'Bản tin',
        published: '2024-05-12',
        uri: 'https://example.org/1',
      }),
      event(
        'VisitStarted',
        {
          visit: `${short}/v@40`,
          visitors: [people.guest],
          host: 'VN',
          kind: 'official',
          start: '2024-05-12',
          end: '2024-05-14',
          place: 'Hà Nội',
          ...told,
        },
        {
          evidence: [{ ...quoteOf('Thủ tướng Mông Cổ đến Hà Nội'), field: '/visitors' }],
          rule: 'vi/visit/arrival',
          doubt: ['inferred-host'],
        },
      ),
      event(
        'MeetingHeld',
        {
          meeting: `${short}/m@60`,
          visit: `${short}/v@40`,
          participants: [people.guest, people.hosts],
          form: 'talks',
          date: 'XXXX-05-12',
          ...told,
        },
        { evidence: [quoteOf('hội đàm')], rule: 'vi/meeting/talks', attribution: 'TTXVN' },
      ),
      event(
        'VisitAnnounced',
        { visit: `${short}/v@90`, visitors: [people.hosts], host: 'EU', kind: 'working', start: '2025-02', ...told },
        { evidence: [quoteOf('Hai bên')] },
      ),
      wrong,
      event(
        'DocumentRead',
        { extractor: 'vi@1.0.0', rules: '0123456789ab', gazetteer: '0123456789ab', claims: 4, uncoded: [], uncodedTotal: 0 },
        { cause: registered.id },
      ),
    ],
    { expectedRevision: 'no-stream' },
  )
  await store.append('corrections', [event('EventRetracted', { event: wrong.id, because: 'Ba, không phải bốn.' }, { by: 'Lan' })], {
    expectedRevision: 'no-stream',
  })
  return store
}

export const recorded = async function* (store: EventStore): AsyncGenerator<RecordedEvent> {
  yield* store.read()
}

export const corrected = (store: EventStore): AsyncIterable<CorrectedEvent> => correctedEvents(store, vocabulary)

export const listOf = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

export const whole = async (pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece as string))
  return Buffer.concat(parts)
}

/** A shipped view of the example ledger, as exports take it. */
export const viewNamed = async (name: string): Promise<ViewRows> => {
  const { get } = await rebuild({ store: await exampleLedger(), register: vocabulary, projections: views })
  const view = get(name)
  return { name: view.name, rows: view.rows() }
}
