import { describe, expect, test } from 'vitest'
import { createResolver, type IdentityDocument, resolve } from '../../src/identity/resolver.ts'

import { areOne, document, dung, linkLog, tables, thuong, tokayev } from './told.ts'

interface Said {
  readonly type: 'Announced' | 'Reported' | 'Started' | 'Ended' | 'Postponed'
  readonly published?: string
  readonly start?: string
  readonly end?: string
  readonly kind?: string
  readonly narrative?: string
}

const reports = (...all: readonly Said[]) => {
  const ids: string[] = []
  const documents = all.map(({ type, published, ...more }, i) =>
    document(
      `d${i}`,
      (told) => {
        ids.push(told.visit(type, tokayev, 'VN', more))
      },
      published ? { published } : {},
    ),
  )
  return { ids, documents }
}
const linked = (...all: readonly Said[]): boolean => {
  const { ids, documents } = reports(...all)
  return areOne(resolve(documents, tables), ids[0] as string, ids[1] as string)
}

test('announced for June, put off, made in August, and a stale page that still says June: one visit', () => {
  const { documents } = reports(
    { type: 'Announced', start: 'XXXX-06-11', end: 'XXXX-06-13', published: '2023-06-08' },
    { type: 'Postponed', start: 'XXXX-06-11', published: '2023-06-10' },
    { type: 'Started', start: 'XXXX-08-20', end: 'XXXX-08-22', published: '2023-08-22' },
    { type: 'Announced', start: 'XXXX-06-11', published: '2023-06-11' },
  )

  const { engagements } = resolve(documents, tables)

  expect(engagements).toHaveLength(1)
  expect(engagements[0]?.members).toHaveLength(4)
})

describe('one visit', () => {
  test('told by day and month alone', () =>
    expect(linked({ type: 'Started', start: 'XXXX-08-20' }, { type: 'Reported', start: 'XXXX-08-20' })).toBe(true))
  test('told by arrival and by departure', () =>
    expect(linked({ type: 'Started', start: 'XXXX-08-20' }, { type: 'Ended', end: 'XXXX-08-22' })).toBe(true))
  test('told by day and by month', () =>
    expect(linked({ type: 'Started', start: 'XXXX-08-20' }, { type: 'Reported', start: '2023-08', narrative: 'background' })).toBe(true))
  test('told without any date, when there is only one', () =>
    expect(linked({ type: 'Started', start: '2023-08-20' }, { type: 'Reported' })).toBe(true))
  test('around the end of a year', () =>
    expect(linked({ type: 'Started', start: '2023-12-30' }, { type: 'Ended', end: '2024-01-02' })).toBe(true))
})

describe('two visits', () => {
  test('in two years', () => expect(linked({ type: 'Started', start: '2019-08-20' }, { type: 'Started', start: '2023-08-20' })).toBe(false))
  test('in two months', () =>
    expect(linked({ type: 'Started', start: 'XXXX-03-20' }, { type: 'Started', start: 'XXXX-08-20' })).toBe(false))
  test('in years that publication tells apart', () =>
    expect(
      linked(
        { type: 'Started', start: 'XXXX-08-20', published: '2022-08-21' },
        { type: 'Started', start: 'XXXX-08-20', published: '2023-08-21' },
      ),
    ).toBe(false))
  test('a private one and one of state', () =>
    expect(linked({ type: 'Started', start: 'XXXX-08-20', kind: 'private' }, { type: 'Started', start: 'XXXX-08-20', kind: 'state' })).toBe(
      false,
    ))
})

test('a report that fits two visits is joined to neither, and told', () => {
  const { ids, documents } = reports(
    { type: 'Started', start: '2019-08-20' },
    { type: 'Started', start: '2023-08-20' },
    { type: 'Reported', start: 'XXXX-08-20', narrative: 'background' },
  )

  const partition = resolve(documents, tables)

  expect(partition.engagements).toEqual([])
  expect(partition.findings).toContainEqual(expect.objectContaining({ code: 'ambiguous-engagement', of: expect.arrayContaining([ids[2]]) }))
})

test('a second candidate, found later, undoes a link that rested on there being one', () => {
  const { documents } = reports(
    { type: 'Started', start: '2023-08-20' },
    { type: 'Reported', narrative: 'background' },
    { type: 'Started', start: '2021-05-04' },
  )
  const resolver = createResolver(tables)
  const log = linkLog()
  for (const one of documents.slice(0, 2)) resolver.put(one)
  expect(log.append(resolver).map(({ type }) => type)).toContain('EngagementsMerged')

  resolver.put(documents[2] as (typeof documents)[number])

  expect(log.append(resolver).map(({ type }) => type)).toContain('EventRetracted')
  expect([...log.inForce.values()].filter(({ type }) => type === 'EngagementsMerged')).toEqual([])
})

test('reports that give different days are one visit, and the conflict is told', () => {
  const { documents } = reports(
    { type: 'Started', start: '2023-07-20', end: '2023-07-21' },
    { type: 'Started', start: '2023-07-20', end: '2023-07-22' },
  )

  const { engagements, findings } = resolve(documents, tables)

  expect(engagements).toHaveLength(1)
  expect(findings).toContainEqual(expect.objectContaining({ code: 'conflicting-reports', says: 'end: 07-21 or 07-22' }))
})

test('a report that knows only the month disagrees with no day', () => {
  const exact = document('exact', (told) => void told.visit('Started', tokayev, 'VN', { start: '2019-04-17' }))
  const rough = document('rough', (told) => void told.visit('Reported', tokayev, 'VN', { start: '2019-04' }))

  const { engagements, findings } = resolve([exact, rough], tables)

  expect(engagements.map(({ members }) => members.length)).toEqual([2])
  expect(findings.filter(({ code }) => code === 'conflicting-reports')).toEqual([])
})

test('two visitors in one delegation are one visit, whichever of them a report names', () => {
  const ids: string[] = []
  const both = document('a', (told) => {
    ids.push(told.visit('Started', [dung, thuong], 'KZ', { start: '2010-09-14' }))
  })
  const one = document('b', (told) => {
    ids.push(told.visit('Started', thuong, 'KZ', { start: '2010-09-14' }))
  })

  expect(areOne(resolve([both, one], tables), ids[0] as string, ids[1] as string)).toBe(true)
})

describe('a report that fits several visits', () => {
  const corroborated = ['2021-11-11', 'XXXX-11-11', 'XXXX-11-12'].map((start): Said => ({ type: 'Reported', start }))
  const alone: Said = { type: 'Started', start: '2023-02-27' }
  const vague: Said = { type: 'Reported' }

  test('is of the one whose day is told in three ways, when of no other it is told in more than one', () => {
    const { ids, documents } = reports(...corroborated, alone, vague)

    const partition = resolve(documents, tables)

    expect(areOne(partition, ids[0] as string, ids[4] as string)).toBe(true)
    expect(areOne(partition, ids[3] as string, ids[4] as string)).toBe(false)
  })

  test('and is linked to it with a doubt, which its basis and a finding tell', () => {
    const { ids, documents } = reports(...corroborated, alone, vague)
    const resolver = createResolver(tables)
    for (const one of documents) resolver.put(one)

    const links = resolver.difference().filter((link) => 'doubt' in link)

    expect(links).toHaveLength(1)
    expect(links[0]).toMatchObject({
      doubt: ['ambiguous-engagement'],
      data: { basis: { rule: 'identity/visit/most-told' }, engagements: expect.arrayContaining([ids[4]]) },
    })
    expect(resolver.partition().findings).toContainEqual(
      expect.objectContaining({ code: 'ambiguous-engagement', about: expect.objectContaining({ report: ids[4], isHeld: true }) }),
    )
  })

  test('is of none, when the other is told in two ways', () => {
    const { ids, documents } = reports(...corroborated, alone, { type: 'Reported', start: '2023-02-28' }, vague)

    const partition = resolve(documents, tables)

    expect(areOne(partition, ids[0] as string, ids[5] as string)).toBe(false)
    expect(partition.findings).toContainEqual(
      expect.objectContaining({ code: 'ambiguous-engagement', about: expect.objectContaining({ report: ids[5], isHeld: false }) }),
    )
  })

  test('has its link made anew, without the doubt, once it says its day', () => {
    const { documents } = reports(...corroborated, alone, vague)
    const resolver = createResolver(tables)
    for (const one of documents) resolver.put(one)
    const log = linkLog()
    log.append(resolver)

    const sure = reports(...corroborated, alone, { type: 'Reported', start: '2021-11-11' }).documents.at(-1) as IdentityDocument
    resolver.put(sure)
    log.append(resolver)

    expect(
      [...log.inForce.values()].filter(({ type, data }) => type === 'EngagementsMerged' && data.basis.rule.endsWith('most-told')),
    ).toEqual([])
    expect(log.append(resolver)).toEqual([])
  })
})

test('two visitors whom one undated report tells together do not make one visit of theirs', () => {
  const ids: string[] = []
  const documents = [
    document('a', (told) => void ids.push(told.visit('Started', dung, 'KZ', { start: '2010-09-14' }))),
    document('b', (told) => void ids.push(told.visit('Started', thuong, 'KZ', { start: '2011-03-02' }))),
    document('c', (told) => void ids.push(told.visit('Reported', [dung, thuong], 'KZ', { narrative: 'background' }))),
  ]

  expect(areOne(resolve(documents, tables), ids[0] as string, ids[1] as string)).toBe(false)
})

test('one report of a wrong year does not keep the others of its month away from their visit', () => {
  const { ids, documents } = reports(
    { type: 'Started', start: '2021-05-29' },
    { type: 'Reported', start: '[2019-05,2020-05]' },
    { type: 'Reported', start: 'XXXX-05' },
  )

  expect(areOne(resolve(documents, tables), ids[0] as string, ids[2] as string)).toBe(true)
})
