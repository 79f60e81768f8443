import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExampleRoom, exampleRoom } from './example-room.ts'

let room: ExampleRoom
beforeAll(async () => {
  room = await exampleRoom()
}, 60_000)
afterAll(() => room.close())

interface Answer {
  total: number
  certain: number
  facets: { field: string; values: { value: string; count: number }[] }[]
  rows: { key: string; when: string | null; status: string }[]
}

describe('filters', () => {
  test('under any filter the rows, the total, the table and the facets agree', async () => {
    for (const view of ['visits', 'meetings']) {
      const { facets } = await room.json<Answer>(`/views/${view}.json`)
      expect(facets.length).toBeGreaterThan(1)
      for (const { field, values } of facets)
        for (const { value, count } of values) {
          const query = `${field}=${encodeURIComponent(value)}`
          const answer = await room.json<Answer>(`/views/${view}.json?${query}`)
          expect(answer.total, query).toBe(count)
          expect(answer.rows.length).toBe(count)
          const csv = (await (await room.app.request(`/views/${view}.csv?${query}`)).text()).trimEnd().split('\r\n')
          expect(csv.length - 1).toBe(count)
          const page = (await room.page(`/views/${view}?${query}`)).text
          expect(page.match(/<tr role="row" id="row-/g)?.length ?? 0).toBe(count)
          const own = answer.facets.find((facet) => facet.field === field)
          expect(own?.values.map((one) => one.count).reduce((a, b) => a + b, 0)).toBe(
            (await room.json<Answer>(`/views/${view}.json`)).total,
          )
        }
    }
  })

  test('a time keeps what possibly falls into it, and says how many certainly do', async () => {
    const all = await room.json<Answer>('/views/visits.json')
    const some = await room.json<Answer>('/views/visits.json?from=2023&to=2023')
    expect(some.certain).toBeLessThanOrEqual(some.total)
    expect(some.total).toBeLessThan(all.total)
    const certain = some.rows.filter(({ when }) => when?.startsWith('2023'))
    expect(certain.length).toBe(some.certain)
    for (const { when } of some.rows) expect(when === null || when.includes('XXXX') || when.includes('2023')).toBe(true)
  })

  test('rows come in pages, and every row is on one of them', async () => {
    const all = await room.json<Answer>('/views/meetings.json')
    const keys: string[] = []
    for (let page = 1; page <= Math.ceil(all.total / 4); page++)
      keys.push(...(await room.json<Answer>(`/views/meetings.json?limit=4&page=${page}`)).rows.map(({ key }) => key))
    expect(keys).toEqual(all.rows.map(({ key }) => key))
  })
})
