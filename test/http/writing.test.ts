import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom({ only: ['signing-1-total', 'phone-talks'], app: { writing: { token: 'open' } } })
}, 60_000)
afterAll(() => room.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  room.app.request(path, {
    method: 'POST',
    headers: { authorization: 'Bearer open', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const signed = async () => (await room.json<{ row: { signed: unknown } }>('/views/agreement-counts/MN-VN.json')).row.signed
const signing = async () =>
  (await room.json<{ events: { id: string; type: string; data: { count: number } }[] }>('/log.json?type=AgreementSigned')).events.find(
    ({ data }) => data.count === 7,
  )?.id as string

describe('corrections', () => {
  test('a preview tells which rows would change, and changes nothing', async () => {
    const tip = await room.ledger.tip()
    const answer = await post('/correct/retract?preview=1', { by: 'Lan', because: 'read wrongly', events: [await signing()] })
    expect(answer.status).toBe(200)
    const { changes } = (await answer.json()) as { changes: { view: string; rows: { key: string }[] }[] }
    expect(changes.find(({ view }) => view === 'agreement-counts')?.rows.map(({ key }) => key)).toContain('MN-VN')
    expect(await room.ledger.tip()).toBe(tip)
  })

  test('a retraction changes the count, stays visible with its reason, and is undone by the same person', async () => {
    const before = await signed()
    const id = await signing()
    expect((await post('/correct/retract', { by: 'Lan', because: 'read wrongly', events: [id] })).status).toBe(201)
    expect(await signed()).not.toEqual(before)
    const { documents } = await room.json<{ documents: { sha256: string; name: string }[] }>('/documents.json')
    const page = (await room.page(`/documents/${documents.find(({ name }) => name === 'signing-1-total')?.sha256}`)).text
    expect(page).toMatch(/<del>.*agreement signed/)
    expect(page).toContain('read wrongly')
    expect((await post('/correct/undo', { by: 'Minh' })).status).toBe(404)
    expect((await post('/correct/undo', { by: 'Lan' })).status).toBe(201)
    expect(await signed()).toEqual(before)
    expect((await post('/correct/redo', { by: 'Lan' })).status).toBe(201)
    expect(await signed()).not.toEqual(before)
    expect((await post('/correct/undo', { by: 'Lan' })).status).toBe(201)
  })

  test('a review settles a doubt', async () => {
    const doubts = await room.json<{ doubts: { event: string }[] }>('/doubts.json')
    const event = doubts.doubts[0]?.event as string
    await post('/correct/review', { by: 'Lan', because: 'looked at it', event, verdict: 'right' })
    const after = await room.json<{ doubts: { event: string }[] }>('/doubts.json')
    expect(after.doubts.map((doubt) => doubt.event)).not.toContain(event)
  })

  test('needs a reason, a person, a verb and the shape that is described', async () => {
    const id = await signing()
    for (const body of [
      { by: 'Lan', events: [id] },
      { because: 'why', events: [id] },
      { by: 'Lan', because: '  ', events: [id] },
      { by: 'Lan', because: 'why', events: ['no id'] },
      'no JSON',
    ])
      expect((await post('/correct/retract', body)).status).toBe(400)
    expect((await post('/correct/burn', {})).status).toBe(404)
    expect((await post('/correct/retract', { by: 'Lan', because: 'why', events: [id] }, { 'content-type': 'text/plain' })).status).toBe(400)
  })
})

describe('taking in', () => {
  test('a document, with what its text does not say', async () => {
    const answer = await post(
      '/ingest?name=by-hand&published=2023-08-22&publisher=Lan',
      'Hôm nay (22/8), Tổng thống Kazakhstan Kassym-Jomart Tokayev rời Hà Nội, kết thúc chuyến thăm chính thức Việt Nam.',
      { 'content-type': 'text/plain' },
    )
    expect(answer.status).toBe(201)
    const { documents } = (await answer.json()) as { documents: { outcome: string; stream: string; name: string }[] }
    expect(documents[0]).toMatchObject({ outcome: 'ingested', name: 'by-hand' })
    const document = await room.json(`/documents/${documents[0]?.stream.slice(9)}.json`)
    expect(document).toMatchObject({ published: '2023-08-22', publisher: 'Lan' })
  })

  test('a collection, one document a line, and what cannot be read is named', async () => {
    const lines = ['{"id":"a","text":"Bài một."}', '{"id":"b","text":"Bài hai."}'].join('\n')
    const answer = await post('/ingest', lines, { 'content-type': 'application/x-ndjson' })
    expect(((await answer.json()) as { documents: unknown[] }).documents.length).toBe(2)
    const refused = await post('/ingest', ' ', { 'content-type': 'text/plain' })
    expect(refused.status).toBe(422)
  })
})

describe('a read-only room', () => {
  test('takes nothing, and says how it would', async () => {
    const app = createApp(room.ledger)
    const answer = await app.request('/correct/undo', { method: 'POST', body: '{}' })
    expect(await answer.json()).toMatchObject({ code: 'read-only', cure: expect.stringContaining('--allow-writes') })
    expect(await (await app.request('/leaders', { headers: { accept: 'text/html' } })).text()).toContain('data-writable="false"')
  })

  test('on loopback answers only to names of this machine', async () => {
    const app = createApp(room.ledger, { localOnly: true })
    const as = async (host: string) => (await app.fetch(new Request('http://localhost/help', { headers: { host } }))).status
    expect([await as('localhost:4173'), await as('127.0.0.1'), await as('evil.example'), await as('127.0.0.1.evil.example')]).toEqual([
      200, 200, 403, 403,
    ])
  })
})
