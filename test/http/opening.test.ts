import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import type { Ledger } from '../../src/ledger.ts'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom({ only: ['phone-talks'] })
}, 60_000)
afterAll(() => room.close())

describe('views that are still being opened', () => {
  test('a page says what it waits for and asks again by itself; data is simply waited for', async () => {
    let open: () => void = () => {}
    const opening = new Promise<void>((resolve) => {
      open = resolve
    })
    const app = createApp(room.ledger, { opening, limits: { patienceMs: 1 } })
    const answer = await app.request('/leaders', { headers: { accept: 'text/html' } })
    expect([answer.status, answer.headers.get('refresh'), answer.headers.get('retry-after')]).toEqual([503, '2', '2'])
    expect(await answer.text()).toContain(`${(await room.ledger.tip()) + 1} events`)
    expect((await app.request('/leaders.json')).status).toBe(200)
    expect((await app.request('/log', { headers: { accept: 'text/html' } })).status).toBe(200)
    open()
    expect((await app.request('/leaders', { headers: { accept: 'text/html' } })).status).toBe(200)
    app.close()
  })

  test('a page that takes long to work out says so; once it is worked out, it comes', async () => {
    let find: () => void = () => {}
    const found = new Promise<void>((resolve) => {
      find = resolve
    })
    const ledger: Ledger = { ...room.ledger, identityDoubts: () => found.then(() => []) }
    const app = createApp(ledger, { limits: { soonMs: 1 } })
    const ask = () => app.request('/review/identities', { headers: { accept: 'text/html' } })
    const answer = await ask()
    expect([answer.status, answer.headers.get('refresh'), answer.headers.get('etag')]).toEqual([503, '2', null])
    expect(await answer.text()).toContain('Comparing all documents')
    find()
    await expect.poll(async () => (await ask()).status).toBe(200)
    app.close()
  })

  test('an opening that fails stops no page from telling why', async () => {
    const app = createApp(room.ledger, { opening: Promise.reject(new Error('no')) })
    expect((await app.request('/help', { headers: { accept: 'text/html' } })).status).toBe(200)
    app.close()
  })
})

describe('a point of the log', () => {
  test('is folded once for all views of a page, and not again for its reasons', async () => {
    const [first, again] = [
      await room.ledger.views({ asOf: '2', names: ['visits', 'meetings'] }),
      await room.ledger.views({ asOf: '2', names: ['meetings'] }),
    ]
    expect(again).toBe(first)
    expect((await room.ledger.view('visits', { asOf: '2' })).digest()).toBe(first.get('visits').digest())
    expect(first.get('visits').position).toBe(2)
  })
})
