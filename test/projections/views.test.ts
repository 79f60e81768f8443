import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { views as shipped } from '../../projections/index.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import {
  agreement,
  at,
  derivedDate,
  digestOfName,
  dung,
  grouped,
  masimov,
  meeting,
  partOf,
  samePeople,
  sameVisits,
  streamOf,
  type TestLedger,
  testLedger,
  visit,
} from '../replay/ledger-for-tests.ts'

const viewsOf = async ({ store }: TestLedger) => rebuild({ store, register: vocabulary, projections: shipped })
const row = async (ledger: TestLedger, view: string, key: string): Promise<unknown> => (await viewsOf(ledger)).get(view).row(key)
const [a, b, c, d] = ['a', 'b', 'c', 'd']
  .map((name) => [name, streamOf(name)] as const)
  .sort(([, x], [, y]) => (x < y ? -1 : 1))
  .map(([name]) => name) as [string, string, string, string]

describe('visits', () => {
  test('announced for June, postponed, made in August, with a stale page that still says June: one visit, in August', async () => {
    const ledger = testLedger()
    const v = [a, b, c, d].map((name) => at(name, 'v', 1)) as [string, string, string, string]
    await ledger.say(a, 'VisitAnnounced', visit(v[0], { start: '2023-06-20' }))
    await ledger.say(b, 'VisitPostponed', { ...without(visit(v[1]), 'kind'), start: '2023-06-20', newStart: '2023-08' })
    await ledger.say(c, 'VisitStarted', visit(v[2], { start: '2023-08-19' }))
    await ledger.say(d, 'VisitAnnounced', visit(v[3], { start: '2023-06-20' }))
    await ledger.say(d, 'EngagementsMerged', sameVisits(...v))
    const views = await viewsOf(ledger)
    expect(views.get('visits').keys()).toEqual([v[0]])
    expect(views.get('visits').row(v[3])).toMatchObject({
      status: 'happened',
      when: '2023-08-19',
      what: 'official',
      sources: 4,
      host: 'KZ',
    })
  })

  test('a visit that was put off without a new date has none', async () => {
    const ledger = testLedger()
    const v = at('a', 'v', 1)
    await ledger.say('a', 'VisitAnnounced', visit(v, { start: '2023-06-20' }))
    await ledger.say('a', 'VisitPostponed', without(visit(v), 'kind'))
    expect(await row(ledger, 'visits', v)).toMatchObject({ status: 'postponed', when: null })
  })

  test('a derived date is shown as derived, until a document states the year', async () => {
    const ledger = testLedger()
    const v = at('a', 'v', 1)
    await ledger.say('a', 'VisitStarted', visit(v, { start: 'XXXX-09-14' }))
    const by = await ledger.say('a', 'DateDerived', derivedDate(v, 'start', '[2009-09-14,2010-09-14]'))
    expect(await row(ledger, 'visits', v)).toMatchObject({ when: '[2009-09-14,2010-09-14]', derived: { by } })
    await ledger.say('a', 'VisitReported', visit(v, { start: '2009-09-14' }))
    expect(await row(ledger, 'visits', v)).toMatchObject({ when: '2009-09-14', derived: null })
  })

  test('an inferred end is shown as inferred; what was inferred for the day on which a visit was not made is not shown', async () => {
    const ledger = testLedger()
    const v = at('a', 'v', 1)
    await ledger.say('a', 'VisitAnnounced', visit(v, { start: 'XXXX-06-20', end: 'XXXX-06-21' }))
    await ledger.say('a', 'DateDerived', derivedDate(v, 'start', '2023-06-20'))
    const by = await ledger.say('a', 'DateDerived', derivedDate(v, 'end', '2023-06-21'))
    expect(await row(ledger, 'visits', v)).toMatchObject({ when: '2023-06-20', until: '2023-06-21', untilDerived: { by } })
    await ledger.say('a', 'VisitPostponed', without(visit(v), 'kind'))
    expect(await row(ledger, 'visits', v)).toMatchObject({ when: null, until: null, derived: null, untilDerived: null })
  })

  test('kinds that differ stand side by side; the one that more independent sources give is shown', async () => {
    const ledger = testLedger()
    const v = [a, b, c].map((name) => at(name, 'v', 1)) as [string, string, string]
    await ledger.say(a, 'VisitReported', visit(v[0], { kind: 'official' }))
    await ledger.say(b, 'VisitReported', visit(v[1], { kind: 'official' }))
    await ledger.say(c, 'VisitReported', visit(v[2], { kind: 'working' }))
    await ledger.say(c, 'EngagementsMerged', sameVisits(...v))
    expect(await row(ledger, 'visits', v[0])).toMatchObject({ what: 'official', sources: 3 })
    await ledger.say(b, 'DocumentsGrouped', grouped(a, b))
    await ledger.say(c, 'VisitReported', visit(v[2], { kind: 'state' }))
    // The wire copy no longer counts: one source each, so the smallest word is shown.
    expect(await row(ledger, 'visits', v[0])).toMatchObject({
      what: 'official',
      sources: 2,
      told: { happened: { what: { official: [streamOf(a)], state: [streamOf(c)], working: [streamOf(c)] } } },
    })
  })
})

describe('agreement-counts', () => {
  const pair = (ledger: TestLedger) => row(ledger, 'agreement-counts', 'KZ-VN')

  test('a total is what it says; without a report it is null, not zero', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    expect(await pair(ledger)).toMatchObject({ signed: null, announced: null, referenced: null })
    await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 9), { visit: at('a', 'v', 1) }))
    expect(await pair(ledger)).toMatchObject({ signed: { atLeast: 7, exact: true }, announced: null })
  })

  test('a total of 7 and a list of 5 of one visit are 7, with the shortfall told', async () => {
    const ledger = testLedger()
    const v = at('a', 'v', 1)
    await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 9), { visit: v }))
    for (let n = 1; n <= 5; n++)
      await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 20 + n), { visit: v, count: 1, title: `Hiệp định ${n}` }))
    const counts = (await pair(ledger)) as { signed: object; behind: { signed: { occasions: object } } }
    expect(counts.signed).toEqual({ atLeast: 7, exact: true })
    expect(Object.values(counts.behind.signed.occasions)).toMatchObject([{ total: 7, listed: 5, shortfall: 2 }])
  })

  test('a list that a link makes part of a total does not add to it, wherever either stands', async () => {
    const ledger = testLedger()
    const total = at('a', 'a', 9)
    await ledger.say('a', 'AgreementSigned', agreement(total, { visit: at('a', 'v', 1), count: 2 }))
    await ledger.say('b', 'AgreementSigned', agreement(at('b', 'a', 3), { count: 1, title: 'Hiệp định dẫn độ' }))
    expect(await pair(ledger)).toMatchObject({ signed: { atLeast: 3 } })
    await ledger.say('b', 'EngagementsMerged', partOf('agreement', at('b', 'a', 3), total))
    expect(await pair(ledger)).toMatchObject({ signed: { atLeast: 2, exact: true } })
  })

  test('exact before at-least; two sources for another number do not hide it', async () => {
    const ledger = testLedger()
    const ids = ['a', 'b', 'c'].map((name) => at(name, 'a', 1)) as [string, string, string]
    await ledger.say('a', 'AgreementSigned', agreement(ids[0], { count: 12 }))
    await ledger.say('b', 'AgreementSigned', agreement(ids[1], { count: 10, countQualifier: 'at-least' }))
    await ledger.say('c', 'AgreementSigned', agreement(ids[2], { count: 10, countQualifier: 'at-least' }))
    await ledger.say('c', 'EngagementsMerged', { ...sameVisits(...ids), kind: 'agreement' })
    expect(await pair(ledger)).toMatchObject({ signed: { atLeast: 12, exact: true } })
  })

  test('“about” and “several” promise one', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 1), { count: null, countQualifier: 'indefinite' }))
    expect(await pair(ledger)).toMatchObject({ signed: { atLeast: 1, exact: false } })
  })

  test('domestic and private ones are not counted; three parties are three pairs', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 1), { scope: 'private' }))
    expect(await pair(ledger)).toBeUndefined()
    await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 2), { parties: ['VN', 'LA', 'KH'], count: 1 }))
    expect((await viewsOf(ledger)).get('agreement-counts').keys()).toEqual(['KH-LA', 'KH-VN', 'LA-VN'])
  })
})

describe('leader-histories', () => {
  test('one person under two spellings and two offices is one history, with both', async () => {
    const ledger = testLedger()
    const senator = {
      id: 'kasym-jomart-tokayev.kz',
      name: 'Kasym Jomart Tokayev',
      office: 'Chủ tịch Thượng viện',
      role: 'speaker',
      country: 'KZ',
    }
    const president = {
      id: 'kassym-jomart-tokayev.kz',
      name: 'Kassym-Jomart Tokayev',
      office: 'Tổng thống',
      role: 'head-of-state',
      country: 'KZ',
    }
    await ledger.say('a', 'MeetingHeld', meeting(at('a', 'm', 1), { participants: [dung, senator], date: '2009-09-14' }))
    await ledger.say('b', 'VisitReported', visit(at('b', 'v', 1), { visitors: [president], host: 'VN', start: '2023-08-20' }))
    const merge = await ledger.say('b', 'PeopleMerged', samePeople([senator.id, president.id], president.id))
    expect(await row(ledger, 'leader-histories', senator.id)).toMatchObject({
      names: { 'Kasym Jomart Tokayev': [streamOf('a')], 'Kassym-Jomart Tokayev': [streamOf('b')] },
      offices: { 'Chủ tịch Thượng viện': { when: '2009-09-14', until: '2009-09-14' }, 'Tổng thống': { when: '2023-08-20' } },
    })
    await ledger.say('corrections', 'EventRetracted', { event: merge, because: 'not sure' })
    const views = await viewsOf(ledger)
    expect(Object.keys((views.get('leader-histories').row(senator.id) as { offices: object }).offices)).toEqual(['Chủ tịch Thượng viện'])
  })

  test('engagements stand in the order of the world, undated ones last', async () => {
    const ledger = testLedger()
    const [x, y, z] = [at('a', 'm', 1), at('a', 'm', 2), at('a', 'm', 3)]
    await ledger.say('a', 'MeetingHeld', meeting(x))
    await ledger.say('a', 'MeetingHeld', meeting(y, { date: '2012-03-01' }))
    await ledger.say('a', 'MeetingHeld', meeting(z, { date: '2009-09-14' }))
    const history = (await row(ledger, 'leader-histories', dung.id)) as { engagements: object }
    expect(Object.keys(history.engagements)).toEqual([z, y, x])
  })

  test('groups have no history; private engagements are there, and say so', async () => {
    const ledger = testLedger()
    const group = { id: `${digestOfName('a').slice(0, 12)}/p@9`, name: null, office: 'các nhà lãnh đạo', country: 'KZ', number: 'group' }
    await ledger.say('a', 'MeetingHeld', meeting(at('a', 'm', 1), { participants: [dung, group], scope: 'private' }))
    const views = await viewsOf(ledger)
    expect(views.get('leader-histories').keys()).toEqual([dung.id])
    expect(views.get('leader-histories').row(dung.id)).toMatchObject({
      engagements: { [at('a', 'm', 1)]: { scope: 'private', as: 'participant' } },
    })
    expect(views.get('country-relations').size).toBe(0)
  })
})

test('country-relations tells what relations are: the latest dated change, whatever was told last', async () => {
  const ledger = testLedger()
  const change = (start: number, to: string, date?: string) => ({
    relationship: at('a', 'r', start),
    parties: ['KZ', 'VN'],
    to,
    narrative: 'background',
    scope: 'interstate',
    ...(date ? { date } : {}),
  })
  await ledger.say('a', 'RelationshipChanged', change(1, 'strategic-partnership', '2012'))
  await ledger.say('a', 'RelationshipChanged', change(2, 'diplomatic-relations', '1992-06-29'))
  await ledger.say('a', 'RelationshipChanged', change(3, 'partnership'))
  expect(await row(ledger, 'country-relations', 'KZ-VN')).toMatchObject({ relations: 'strategic-partnership', since: '2012' })
})

test('timeline has every engagement of a country, trade-figures every figure of a pair, people everybody', async () => {
  const ledger = testLedger()
  await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), { start: '2009-09-14' }))
  await ledger.say('a', 'FigureReported', {
    figure: at('a', 'q', 5),
    measure: 'trade',
    value: 20.4e6,
    unit: 'USD',
    qualifier: 'exact',
    period: '2006',
    countries: ['KZ', 'VN'],
    narrative: 'background',
    scope: 'interstate',
  })
  const views = await viewsOf(ledger)
  expect(views.get('timeline').keys()).toEqual(['KZ', 'VN'])
  expect(views.get('timeline').row('KZ')).toMatchObject({ engagements: { [at('a', 'v', 1)]: { type: 'visit', when: '2009-09-14' } } })
  expect(views.get('trade-figures').row('KZ-VN')).toMatchObject({
    figures: { [at('a', 'q', 5)]: { value: 20.4e6, unit: 'USD', when: '2006' } },
  })
  expect(views.get('people').row(dung.id)).toMatchObject({ name: dung.name, offices: { 'Thủ tướng': [streamOf('a')] } })
})

test('documents counts what stands, and lists what was passed over', async () => {
  const ledger = testLedger()
  const sha256 = digestOfName('a')
  await ledger.say('a', 'DocumentRegistered', {
    sha256,
    bytes: 10,
    mediaType: 'text/plain',
    language: 'vi',
    name: 'bai',
    text: { sha256, reader: 'text@1.0.0', units: 8 },
  })
  const [claim] = await ledger.sayAll('a', [
    ['VisitStarted', visit(at('a', 'v', 1))],
    ['MeetingHeld', meeting(at('a', 'm', 2), { participants: [dung, masimov] })],
    [
      'DocumentRead',
      {
        extractor: 'vi@1.0.0',
        rules: '0123456789ab',
        gazetteer: '0123456789ab',
        claims: 2,
        uncoded: [{ start: 1, end: 4, trigger: 'thăm' }],
        uncodedTotal: 1,
      },
    ],
  ])
  await ledger.say('corrections', 'EventRetracted', { event: claim as string, because: 'wrong' })
  expect(await row(ledger, 'documents', sha256)).toMatchObject({
    name: 'bai',
    claims: { MeetingHeld: 1 },
    uncodedTotal: 1,
    withdrawn: null,
  })
  expect(((await row(ledger, 'documents', sha256)) as { claims: object }).claims).not.toHaveProperty('VisitStarted')
})

function without<Value extends object>(value: Value, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
}
