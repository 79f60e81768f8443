import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom({ only: ['phone-talks'] })
  // The foot of every page tells the checkpoint, which must not be signed between one request and the next.
  await room.ledger.transparency.sign()
}, 60_000)
afterAll(() => room.close())

const sent = async (path: string, accepted: string, method = 'GET') => {
  const answer = await room.app.request(path, { method, headers: { accept: 'text/html', 'accept-encoding': accepted } })
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

test.each(['/', '/views/meetings', '/views/meetings.json', '/views/meetings.csv', '/openapi.json'])(
  '%s is the same in every encoding, and smallest in Brotli',
  async (path) => {
    const [plain, gzip, brotli] = [await sent(path, 'identity'), await sent(path, 'gzip'), await sent(path, 'gzip, deflate, br')]
    expect(plain.answer.headers.get('content-encoding')).toBeNull()
    expect(gzip.answer.headers.get('content-encoding')).toBe('gzip')
    expect(brotli.answer.headers.get('content-encoding')).toBe('br')
    expect(brotli.answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(brotli.answer.headers.get('content-security-policy')).toBe(plain.answer.headers.get('content-security-policy'))
    expect(gunzipSync(gzip.bytes).toString()).toBe(plain.bytes.toString())
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(plain.bytes.toString())
    expect(brotli.bytes.length).toBeLessThan(gzip.bytes.length)
  },
)

test('who refuses Brotli gets gzip; what follows the log, heads and what has not changed are left alone', async () => {
  expect((await sent('/', 'br;q=0, gzip')).answer.headers.get('content-encoding')).toBe('gzip')
  expect((await sent('/events', 'br')).answer.headers.get('content-encoding')).toBeNull()
  expect((await sent('/', 'br', 'HEAD')).bytes.length).toBe(0)
  const tag = (await sent('/', 'br')).answer.headers.get('etag') ?? ''
  const again = await room.app.request('/', { headers: { accept: 'text/html', 'accept-encoding': 'br', 'if-none-match': tag } })
  expect([again.status, again.headers.get('content-encoding')]).toEqual([304, null])
})
