import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/identity/resolver.ts'
import { personId } from '../../src/kernel/ids.ts'
import { areOne, document, dung, groupOf, masimov, type PersonTold, rasmussen, senator, tables, thuong, tokayev } from './told.ts'

const idOf = ({ name, country }: PersonTold): string => personId(name as string, country)
const meets = (name: string, a: PersonTold, b: PersonTold, more: object = {}) =>
  document(name, (told) => void told.meeting('Held', [a, b], more))

test('a speaker without a name is not the named speaker of the other chamber', () => {
  const lower = { name: 'Taro Yamamori', office: 'Chủ tịch Hạ viện', role: 'speaker', country: 'JP' }
  const upper = { name: null, office: 'Chủ tịch Thượng viện', role: 'speaker', country: 'JP' }
  const unnamed: string[] = []
  const documents = [
    meets('a', dung, lower, { date: '2012-11-18' }),
    document('b', (told) => void told.meeting('Held', [dung, upper], { date: '2012-11-18' })),
  ]
  for (const { claims } of documents)
    for (const { data } of claims)
      for (const { id, name } of (data as { participants: { id: string; name: string | null }[] }).participants)
        if (name === null) unnamed.push(id)

  expect(areOne(resolve(documents, tables), unnamed[0] as string, idOf(lower))).toBe(false)
})

describe('one person', () => {
  test('under two offices and two spellings, named by the gazetteer', () => {
    const { people } = resolve([meets('seed', dung, senator), meets('later', thuong, tokayev)], tables)

    expect(people).toContainEqual({
      canonical: 'kassym-jomart-tokayev.kz',
      members: ['kassym-jomart-tokayev.kz', 'kasym-jomart-kemelevich-tokayev.kz'].sort(),
    })
  })

  test('of whom the gazetteer has never heard: initials, hyphens and patronymics do not count', () => {
    const names = ['Andrei Viktorovich Karpenko', 'Andrei Karpenko', 'Andrei V. Karpenko'].map((name) => ({
      name,
      role: 'minister',
      country: 'BY',
    }))

    const partition = resolve(
      names.map((name, i) => meets(`d${i}`, dung, name)),
      tables,
    )

    expect(groupOf(partition, idOf(names[0] as PersonTold))).toHaveLength(3)
  })

  test('whose names differ by a letter, with the same office and country', () => {
    const [a, b] = ['Serik Abdrahmanov', 'Serik Abdrakhmanov'].map((name) => ({ name, role: 'minister', country: 'KZ' })) as [
      PersonTold,
      PersonTold,
    ]

    const partition = resolve([meets('a', dung, a), meets('b', dung, b)], tables)

    expect(areOne(partition, idOf(a), idOf(b))).toBe(true)
  })

  test('called by surname and office, when nobody else of that name held it at the time', () => {
    const short = { ...rasmussen, name: 'Rasmussen' }

    const partition = resolve([document('a', (told) => void told.meeting('Held', [dung, short]), { published: '2010-02-01' })], tables)

    expect(areOne(partition, idOf(short), 'lars-lokke-rasmussen.dk')).toBe(true)
  })

  test('who is named in one place with a country and in another without', () => {
    const known = { name: 'Serik Abdrahmanov', role: 'minister', country: 'KZ' }
    const homeless = { name: 'Serik Abdrahmanov', role: 'minister' }

    expect(areOne(resolve([meets('a', dung, known), meets('b', dung, homeless)], tables), idOf(known), idOf(homeless))).toBe(true)
  })

  test('whom the document does not name, by tenure', () => {
    const president = { name: null, office: 'Tổng thống', role: 'head-of-state', country: 'KZ' }

    const { people } = resolve(
      [document('a', (told) => void told.meeting('Held', [thuong, president]), { published: '2023-08-22' })],
      tables,
    )

    expect(
      people.find(({ canonical }) => canonical === 'kassym-jomart-tokayev.kz')?.members.some((id) => /^[0-9a-f]{12}\/p@/.test(id)),
    ).toBe(true)
  })

  test('whom the document does not name, by another report of the same meeting', () => {
    const envoy = { name: null, office: 'Bộ trưởng Giao thông', role: 'minister', country: 'DK' }
    const named = { name: 'Hans Christian Schmidt', office: 'Bộ trưởng Giao thông', role: 'minister', country: 'DK' }

    const { people } = resolve([meets('a', dung, envoy, { date: '2010-02-01' }), meets('b', dung, named, { date: '2010-02-01' })], tables)

    expect(people.map(({ canonical }) => canonical)).toHaveLength(1)
  })
})

describe('never one person', () => {
  test('three prime ministers Rasmussen', () => {
    const all = ['Poul Nyrup Rasmussen', 'Anders Fogh Rasmussen', 'Lars Løkke Rasmussen'].map((name) => ({ ...rasmussen, name }))

    const { people } = resolve(
      all.map((one, i) => meets(`d${i}`, dung, one)),
      tables,
    )

    expect(people.filter(({ members }) => members.length > 1 && members.some((id) => id.endsWith('.dk')))).toEqual([])
  })

  test('a surname that fits several, which is told', () => {
    const short = { ...rasmussen, name: 'Rasmussen' }

    const partition = resolve([meets('a', { ...dung, role: 'other' }, short)], tables)

    expect(groupOf(partition, idOf(short))).toHaveLength(1)
    expect(partition.findings.map(({ code }) => code)).toContain('ambiguous-person')
  })

  test('Vietnamese names that differ by a letter', () => {
    const [a, b] = ['Trần Văn Hoan', 'Trần Văn Hoang'].map((name) => ({ name, role: 'minister', country: 'VN' })) as [
      PersonTold,
      PersonTold,
    ]

    expect(areOne(resolve([meets('a', masimov, a), meets('b', masimov, b)], tables), idOf(a), idOf(b))).toBe(false)
  })

  test('the same name in two countries', () => {
    const [a, b] = ['KZ', 'UZ'].map((country) => ({ name: 'Serik Abdrahmanov', role: 'minister', country })) as [PersonTold, PersonTold]

    expect(areOne(resolve([meets('a', dung, a), meets('b', dung, b)], tables), idOf(a), idOf(b))).toBe(false)
  })

  test('an office holder without a name whose office changed hands', () => {
    const premier = { name: null, office: 'Thủ tướng', role: 'head-of-government', country: 'DK' }
    const document2009 = document('a', (told) => void told.meeting('Held', [{ ...dung, role: 'other' }, premier]), {
      published: '2009-04-10',
    })

    expect(
      resolve([document2009], tables)
        .people.flatMap(({ members }) => members)
        .filter((id) => id.includes('/p@')),
    ).toEqual([])
  })
})

test('an office outside the coverage of the gazetteer is told', () => {
  const president = { name: null, office: 'Tổng thống', role: 'head-of-state', country: 'KZ' }

  const { findings } = resolve([document('a', (told) => void told.meeting('Held', [dung, president]), { published: '2031-05-01' })], tables)

  expect(findings.map(({ code }) => code)).toContain('outside-coverage')
})

test('names that are keys of objects are harmless', () => {
  const odd = { name: '__proto__', role: 'minister', country: 'KZ' }

  expect(() =>
    resolve([meets('a', odd, { name: 'constructor', role: 'minister', country: 'VN' }), meets('b', odd, { ...dung, name: '…' })], tables),
  ).not.toThrow()
})
