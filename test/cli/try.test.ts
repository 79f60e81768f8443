import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli, temporary, write } from './run-cli.ts'

let place: Awaited<ReturnType<typeof temporary>>
const on = (...argv: string[]) => cli(['try', ...argv, place.path('a.txt'), place.path('b.txt')])
beforeAll(async () => {
  place = await temporary()
  await write(place.path('a.txt'), 'Sáng 20/8, Chủ tịch nước Võ Văn Thưởng thăm chính thức Mông Cổ.\n\nÔng cũng thăm bảo tàng.\n')
  await write(place.path('b.txt'), 'Thủ tướng Lào Sonexay Siphandone sẽ thăm chính thức Nhật Bản. Đoàn thăm dò dầu khí ngoài khơi.\n')
})
afterAll(() => place.remove())

describe('trying', () => {
  test('a pattern of the rules: each place with what its elements took and what the rules make of it', async () => {
    const { code, out, err } = await on('v.visit! kind:kind? host:PLACES', '--format', 'ndjson')
    const places = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect([code, err]).toEqual([0, ''])
    expect(places.map(({ document, slots, type }) => [document, slots, type])).toEqual([
      ['a', { kind: 'chính thức', host: 'Mông Cổ' }, 'VisitReported'],
      ['b', { kind: 'chính thức', host: 'Nhật Bản' }, 'VisitAnnounced'],
    ])
    for (const { quote } of places) expect(quote).toMatch(/^thăm chính thức (Mông Cổ|Nhật Bản)$/)
  })

  test('its yield over all documents, and how often each', async () => {
    const { err } = await on('v.visit! kind:kind? host:PLACES')
    expect(err).toBe('2 places in 2 of 2 documents\nyields: VisitAnnounced 1 · VisitReported 1\n')
  })

  test('words, however written; --missed tells only what became no claim', async () => {
    const all = JSON.parse((await on('tham', '--json')).out)
    const missed = JSON.parse((await on('tham', '--missed', '--json')).out)
    expect(missed.length).toBeGreaterThan(0)
    expect(missed).toEqual(all.filter(({ type }: { type: string | null }) => type === null))
  })

  test('the beginning of a rule id', async () => {
    const places = JSON.parse((await on('vi/visit', '--json')).out)
    expect(places.map(({ rule }: { rule: string }) => rule.startsWith('vi/visit/'))).toEqual([true, true])
  })

  test('a pattern with two anchors is told, with where the notation is explained', async () => {
    expect(await on('v.visit! host:PLACES!')).toMatchObject({ code: 2, err: expect.stringContaining('chancery help patterns') })
  })

  test('offsets are those of a decomposed text', async () => {
    const file = await write(place.path('nfd.txt'), 'Sáng 20/8, Chủ tịch nước Võ Văn Thưởng thăm chính thức Mông Cổ.\n'.normalize('NFD'))
    const [found] = JSON.parse((await cli(['try', 'v.visit! kind:kind? host:PLACES', file, '--json'])).out)
    expect(found.quote).toBe('thăm chính thức Mông Cổ'.normalize('NFD'))
  })

  test('nothing found: exit code 1', async () => {
    expect(await on('diễn đàn')).toMatchObject({ code: 1, err: expect.stringContaining('nothing found') })
  })
})
