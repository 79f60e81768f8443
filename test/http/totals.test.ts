import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleRoom, exampleRoom, unescaped } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom()
}, 60_000)
afterAll(() => room.close())

/** Totals of a page: what they say, and where they open. */
const totalsIn = (text: string): { said: number; href: string }[] =>
  [...text.matchAll(/<a class="why[^"]*" href="(\/count\/[^"]*)"[^>]*>(?:<b>)?([\d,]+)/g)].map((match) => ({
    href: unescaped(match[1] as string),
    said: Number((match[2] as string).replaceAll(',', '')),
  }))

interface Counted {
  total: number
  items: { key: string; why: string }[]
}

const asData = (href: string): string => href.replace(/(\?|$)/, '.json$1')

describe('totals', () => {
  test.each(['/', '/views', '/views/visits?status=happened', '/views/meetings?from=2023&to=2023', '/?asOf=90'])(
    'every total of %s is the number of the things that it opens, each with its reasons',
    async (place) => {
      const totals = totalsIn((await room.page(place)).text)
      expect(totals.length).toBeGreaterThan(0)
      for (const { said, href } of totals) {
        const { total, items } = await room.json<Counted>(asData(href))
        expect([said, items.length], href).toEqual([total, total])
        expect(new Set(items.map(({ key }) => key)).size).toBe(total)
        const some = items[Math.floor(items.length / 2)]
        if (some) expect((await room.page(some.why)).status, some.why).toBe(200)
      }
    },
  )

  test('the months of the overview and what has no month are all engagements, each once', async () => {
    const { months } = await room.json<{ months: { month: string; kind: string; count: number }[] }>('/index.json')
    const all = await room.json<Counted>('/count/engagements.json')
    const without = await room.json<Counted>(`/count/engagements.json?month=${encodeURIComponent('–')}`)
    expect(months.reduce((sum, { count }) => sum + count, 0) + without.total).toBe(all.total)
    for (const { month, kind, count } of months)
      expect((await room.json<Counted>(`/count/engagements.json?month=${month}&kind=${kind}`)).total).toBe(count)
  })
})

describe('a long history', () => {
  test('tells the latest events, says how many there are, and refuses to tell more than it can', async () => {
    const key = '/why/leader-histories/kassym-jomart-tokayev.kz'
    const all = await room.json<{ events: { event: { position: number } }[]; earlier: number }>(`${key}.json`)
    expect(all.events.length).toBeGreaterThan(2)
    const two = await room.json<typeof all>(`${key}.json?limit=2`)
    expect(two.events.map(({ event }) => event.position)).toEqual(all.events.slice(-2).map(({ event }) => event.position))
    expect(two.earlier).toBe(all.events.length - 2)
    expect((await room.page(`${key}?limit=2`)).text).toContain(`The latest 2 of ${all.events.length} events are told.`)
    const refused = await room.app.request(`${key}.json?limit=201`)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ code: 'invalid-input', expected: expect.stringContaining('200') })
  })
})

describe('two documents side by side', () => {
  test('every field is told on both sides, and what differs comes first', async () => {
    const { rows } = await room.json<{ rows: { key: string; sources: number }[] }>('/views/visits.json')
    const several = rows.filter(({ sources }) => sources > 1)
    expect(several.length).toBeGreaterThan(0)
    for (const { key } of several) {
      const { a, b, documents, fields } = await room.json<{
        a: string
        b: string
        documents: { sha256: string }[]
        fields: { field: string; verdict: string; a: unknown[]; b: unknown[] }[]
      }>(`/compare/${key}.json`)
      expect(a).not.toBe(b)
      expect(documents.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining([a, b]))
      for (const field of fields) {
        const same = JSON.stringify([...field.a].map(String).sort()) === JSON.stringify([...field.b].map(String).sort())
        if (field.verdict === 'silent') expect(field.a.length === 0 || field.b.length === 0).toBe(true)
        if (field.verdict === 'same') expect(same).toBe(true)
      }
      const verdicts = fields.map(({ verdict }) => ['differs', 'silent', 'same'].indexOf(verdict))
      expect(verdicts).toEqual([...verdicts].sort())
      const turned = await room.json<{ a: string; b: string }>(`/compare/${key}.json?a=${b.slice(0, 12)}&b=${a.slice(0, 12)}`)
      expect([turned.a, turned.b]).toEqual([b, a])
    }
  })
})

describe('the queue of review', () => {
  test('names what waits, most doubtful first, and one document leads to the next', async () => {
    const { total, documents } = await room.json<{
      total: number
      documents: { sha256: string; doubts: Record<string, number> }[]
    }>('/review.json')
    expect(documents.length).toBe(total)
    const sums = documents.map(({ doubts }) => Object.values(doubts).reduce((a, b) => a + b, 0))
    expect(sums).toEqual([...sums].sort((a, b) => b - a))
    const seen = new Set<string>()
    let at: string | null = documents[0]?.sha256 ?? null
    while (at && !seen.has(at)) {
      seen.add(at)
      at = (await room.json<{ next: string | null }>(`/review/${at}.json`)).next
    }
    expect(seen.size).toBe(total)
  })

  test('a server that takes no corrections shows the screen without its verbs, and says why', async () => {
    const { documents } = await room.json<{ documents: { sha256: string }[] }>('/review.json')
    const { text } = await room.page(`/review/${documents[0]?.sha256}`)
    expect(text).toContain('--allow-writes')
    expect(text).not.toContain('data-verb')
    expect(text).toContain('<mark')
  })
})
