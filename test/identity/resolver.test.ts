import { describe, expect, test } from 'vitest'
import { DateDerived } from '../../events/date-derived.ts'
import { DocumentsGrouped } from '../../events/documents-grouped.ts'
import { EngagementsMerged } from '../../events/engagements-merged.ts'
import { EventRetracted } from '../../events/event-retracted.ts'
import { PeopleMerged } from '../../events/people-merged.ts'
import { createResolver, resolve } from '../../src/identity/resolver.ts'
import { document, dung, linkLog, masimov, replayed, senator, summaryOf, tables, thuong, tokayev } from './told.ts'

const visit = (name: string, start = '2023-08-20') =>
  document(name, (told) => void told.visit('Started', tokayev, 'VN', { start }), {
    text: `Tổng thống đến Hà Nội. ${name.length > 0 ? 'Tin vắn.' : ''}`,
  })
const definitions = { EngagementsMerged, PeopleMerged, DateDerived, DocumentsGrouped, EventRetracted }

describe('the difference', () => {
  test('is appended once: the same again is nothing', () => {
    const resolver = createResolver(tables)
    const log = linkLog()
    for (const name of ['a', 'b']) resolver.put(visit(name))

    expect(log.append(resolver)).not.toEqual([])
    expect(log.append(resolver)).toEqual([])
    resolver.put(visit('a'))
    expect(log.append(resolver)).toEqual([])
  })

  test('is told again as long as it was not recorded', () => {
    const resolver = createResolver(tables)
    for (const name of ['a', 'b']) resolver.put(visit(name))

    expect(resolver.difference()).toEqual(resolver.difference())
  })

  test('of one more report of a known visit is one link and one source', () => {
    const resolver = createResolver(tables)
    const log = linkLog()
    for (let i = 0; i < 30; i++) resolver.put(visit(`d${i}`))
    log.append(resolver)

    resolver.put(visit('another'))

    expect(log.append(resolver).map(({ type }) => type)).toEqual(['EngagementsMerged', 'DocumentsGrouped'])
  })

  test('starts from the links that the log holds', () => {
    const before = createResolver(tables)
    const log = linkLog()
    for (const name of ['a', 'b', 'c']) before.put(visit(name))
    log.append(before)

    const after = createResolver(tables)
    for (const name of ['c', 'b', 'a']) after.put(visit(name))
    after.observe([...log.inForce].map(([id, link]) => ({ id, ...link })))

    expect(after.difference()).toEqual([])
  })

  test('is valid data of its events, however many reports there are', () => {
    const resolver = createResolver(tables)
    resolver.put(document('seed', (told) => void told.meeting('Held', [dung, senator])))
    resolver.put(
      document('total', (told) => void told.agreement('Signed', ['KZ', 'VN'], { instrument: 'documents', count: 7, date: 'XXXX-09-14' }), {
        published: '2009-09-15',
      }),
    )
    resolver.put(
      document('item', (told) => void told.agreement('Signed', ['KZ', 'VN'], { title: 'Hiệp định dẫn độ', date: 'XXXX-09-14' }), {
        published: '2009-09-15',
      }),
    )
    for (let i = 0; i < 1_100; i++) resolver.put(visit(`d${i}`))
    const log = linkLog()

    const changes = log.append(resolver)

    for (const { type, data } of changes) expect(() => definitions[type].parse(data)).not.toThrow()
    expect(new Set(changes.map(({ type }) => type))).toEqual(
      new Set(['PeopleMerged', 'EngagementsMerged', 'DateDerived', 'DocumentsGrouped']),
    )
    expect(replayed(log.inForce.values())).toEqual(summaryOf(resolver.partition()))
  })
})

describe('a document that changes', () => {
  test('takes its links along', () => {
    const resolver = createResolver(tables)
    const log = linkLog()
    for (const one of [visit('a'), visit('b')]) resolver.put(one)
    log.append(resolver)

    resolver.put(visit('b', '2019-03-01'))
    log.append(resolver)

    expect(replayed(log.inForce.values())).toEqual(summaryOf(resolve([visit('a'), visit('b', '2019-03-01')], tables)))
  })

  test('that is taken out leaves what others support', () => {
    const resolver = createResolver(tables)
    const log = linkLog()
    for (const name of ['a', 'b', 'c']) resolver.put(visit(name))
    log.append(resolver)

    resolver.remove(visit('a').stream)
    log.append(resolver)

    expect(resolver.partition().engagements[0]?.members).toHaveLength(2)
    expect(replayed(log.inForce.values())).toEqual(summaryOf(resolver.partition()))
  })
})

describe('the material is not to be trusted', () => {
  test('claims of unknown kinds and odd shapes are passed over', () => {
    const odd = {
      stream: visit('odd').stream,
      claims: [
        { type: 'Unheard', data: null },
        { type: 'VisitStarted', data: {} },
        { type: 'MeetingHeld', data: { meeting: 7 } },
      ],
    }

    expect(resolve([odd], tables)).toEqual({ people: [], engagements: [], documents: [], parts: [], dates: [], findings: [] })
  })

  test('a gazetteer with broken rows loses those rows only', () => {
    const broken = {
      people: `${tables.people}\n\t\nx`,
      tenures: `${tables.tenures}\nnobody\t\t\t\n`,
      coverage: 'KZ\thead-of-state\tnever\tsoon\t',
    }

    expect(resolve([document('a', (told) => void told.meeting('Held', [masimov, senator]))], broken).people).not.toEqual([])
  })

  test('without a gazetteer, names and offices in the documents do', () => {
    const documents = ['a', 'b'].map((name, i) =>
      document(
        name,
        (told) =>
          void told.meeting('Held', [thuong, { ...tokayev, name: i ? 'Kassym Jomart Tokayev' : 'Kassym-Jomart Tokayev' }], {
            date: '2023-08-21',
          }),
      ),
    )

    expect(resolve(documents, {}).engagements).toHaveLength(1)
  })
})
