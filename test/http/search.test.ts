import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldQuery, foldWithMap, placesOf } from '../../src/http/search/fold.ts'
import { foldText } from '../../src/kernel/ids.ts'
import { type ExampleRoom, exampleRoom, inputsOf } from './example-room.ts'

describe('folding', () => {
  test('the folded text is the same with and without its map', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: folded, at } = foldWithMap(text)
        expect(folded).toBe(foldText(text).replace(/\s+/g, ' '))
        expect(at.length).toBe(folded.length + 1)
      }),
      { examples: [['Hội đàm, điễn đàn'], ['hoà hòa'], ['Løkke ß Đ'], [' a\n\n b']] },
    )
  })

  test('a place found leads back to the words as they are written', () => {
    const text = 'Sau HỘI ĐÀM, hai bên dự diễn đàn.'
    const decomposed = text.normalize('NFD')
    for (const written of [text, decomposed]) {
      const [place] = placesOf(foldQuery('hoi dam'), foldWithMap(written))
      expect(written.slice(place?.start, place?.end).normalize('NFC')).toBe('HỘI ĐÀM')
    }
  })
})

describe('search', () => {
  let room: ExampleRoom
  beforeAll(async () => {
    room = await exampleRoom({
      only: ['kazakhstan-3-held', 'phone-talks'],
      texts: {
        marked: 'Sau hội đàm tại diễn đàn, hai đối tác hoà giải. Ông Løkke đến sau.',
        plain: 'Tin nhan khong dau: hoi dam, dien dan, doi tac, hoa giai, ong Lokke.',
        decomposed: 'Một cuộc hội đàm khác.'.normalize('NFD'),
      },
    })
  }, 60_000)
  afterAll(() => room.close())

  const passages = async (query: string) =>
    (
      await room.json<{ passages: { sha256: string; start: number; end: number; exact: boolean }[] }>(
        `/search.json?q=${encodeURIComponent(query)}`,
      )
    ).passages

  test.each([
    ['hoi dam', 'hội đàm'],
    ['dien dan', 'diễn đàn'],
    ['doi tac', 'đối tác'],
    ['hòa giải', 'hoà giải'],
    ['Lokke', 'Løkke'],
    ['HOI   DAM', 'hội đàm'],
  ])('%s finds what %s finds', async (plain, marked) => {
    const [a, b] = [await passages(plain), await passages(marked)]
    expect(a.length).toBeGreaterThan(1)
    expect(new Set(a.map(({ sha256 }) => sha256))).toEqual(new Set(b.map(({ sha256 }) => sha256)))
    const text = await room.ledger.archive.text(b[0]?.sha256 as string)
    expect(text.slice(b[0]?.start, b[0]?.end).toLowerCase().normalize('NFC')).toBe(marked.toLowerCase().normalize('NFC'))
  })

  test('words far inside a very long line are found where they stand', async () => {
    const long = `${'một từ, '.repeat(40_000)}Ông Thử hội đàm ở đây. ${'từ khác '.repeat(40_000)}`.normalize('NFD')
    for await (const outcome of room.ledger.ingest(inputsOf({ long }), { threads: 0 })) expect(outcome.outcome).toBe('ingested')
    const { passages: found } = await room.json<{ passages: { start: number; end: number; times: number }[] }>(
      '/search.json?q=thu+hoi+dam+o+day',
    )
    expect(found.length).toBe(1)
    expect(long.slice(found[0]?.start, found[0]?.end).normalize('NFC')).toBe('Thử hội đàm ở đây')
    expect(found[0]?.times).toBe(1)
  })

  test('what is written exactly as it was typed comes first', async () => {
    expect((await passages('hoi dam'))[0]?.exact).toBe(true)
    expect((await passages('hội đàm'))[0]?.exact).toBe(true)
  })

  test('people, pairs, positions and ids are found by one box', async () => {
    const people = await room.json<{ people: { id: string }[] }>('/search.json?q=tokayev')
    expect(people.people.map(({ id }) => id)).toContain('kassym-jomart-tokayev.kz')
    expect((await room.json<{ pairs: string[] }>('/search.json?q=kazakh')).pairs).toContain('KZ-VN')
    expect((await room.json<{ ids: unknown[] }>('/search.json?q=3')).ids.length).toBe(1)
    expect((await room.json<{ near: string[] }>('/search.json?q=tokaiev')).near[0]).toMatch(/Tokayev/)
  })
})
