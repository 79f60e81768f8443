import { expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import type { CorrectedEvent } from '../../src/kernel/envelope.ts'
import { correctorOf } from '../../src/replay/corrected.ts'
import { readOverlay } from '../../src/replay/overlay/overlay.ts'
import {
  agreement,
  at,
  derivedDate,
  dung,
  grouped,
  partOf,
  samePeople,
  sameVisits,
  streamOf,
  type TestLedger,
  testLedger,
  visit,
} from './ledger-for-tests.ts'

/** The log as projections see it. */
const corrected = async ({ store }: TestLedger, to?: number): Promise<CorrectedEvent[]> => {
  const correct = correctorOf(vocabulary, await readOverlay(store, vocabulary, to))
  const events: CorrectedEvent[] = []
  for await (const raw of store.read(to === undefined ? {} : { to })) events.push(...[correct(raw)].filter((event) => event !== undefined))
  return events
}
const visitors = (events: CorrectedEvent[]) => events.map(({ data }) => (data as { visitors: { id: string }[] }).visitors[0]?.id)
const visits = (events: CorrectedEvent[]) => events.map(({ data }) => (data as { visit: string }).visit)
const by = (id: string) => ({ visitors: [{ ...dung, id }] })

test('a retracted event is gone, and back when its retraction is retracted, and gone again when that is', async () => {
  const ledger = testLedger()
  const claim = await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
  const seen = async () => (await corrected(ledger)).length
  expect(await seen()).toBe(1)
  const first = await ledger.say('corrections', 'EventRetracted', { event: claim, because: 'wrong' })
  expect(await seen()).toBe(0)
  const undo = await ledger.say('corrections', 'EventRetracted', { event: first, because: 'right after all' })
  expect(await seen()).toBe(1)
  await ledger.say('corrections', 'EventRetracted', { event: undo, because: 'wrong after all' })
  expect(await seen()).toBe(0)
})

test('an amended event stands at its own position, with its own envelope and the newest amendment in force', async () => {
  const ledger = testLedger()
  const claim = await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
  const amend = (host: string) => ({
    event: claim,
    of: { type: 'VisitStarted', version: 1 },
    data: visit(at('a', 'v', 1), { host }),
    because: 'host',
  })
  const dk = await ledger.say('corrections', 'EventAmended', amend('DK'))
  const se = await ledger.say('corrections', 'EventAmended', amend('SE'))
  const [event] = await corrected(ledger)
  expect(event).toMatchObject({ position: 0, id: claim, stream: streamOf('a'), amendedBy: se, data: { host: 'SE' } })
  await ledger.say('corrections', 'EventRetracted', { event: se, because: 'no' })
  expect((await corrected(ledger))[0]).toMatchObject({ amendedBy: dk, data: { host: 'DK' } })
})

test('an amendment for an event of another type stops replay and says which correction it is', async () => {
  const ledger = testLedger()
  const claim = await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
  await ledger.say('corrections', 'EventAmended', { event: claim, of: { type: 'MeetingHeld', version: 1 }, data: {}, because: 'slip' })
  await expect(corrected(ledger)).rejects.toMatchObject({ code: 'invalid-correction', facts: { position: 1 } })
})

test('merged people have the smallest id, or the gazetteer’s; taken back, each has its own again', async () => {
  const ledger = testLedger()
  await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), by('c.vn')))
  await ledger.say('b', 'VisitStarted', visit(at('b', 'v', 1), by('b.vn')))
  const merge = await ledger.say('b', 'PeopleMerged', samePeople(['c.vn', 'b.vn']))
  expect(visitors(await corrected(ledger))).toEqual(['b.vn', 'b.vn'])
  const named = await ledger.say('b', 'PeopleMerged', samePeople(['b.vn', 'z.vn'], 'z.vn'))
  expect(visitors(await corrected(ledger))).toEqual(['z.vn', 'z.vn'])
  await ledger.say('corrections', 'EventRetracted', { event: named, because: 'no' })
  expect(visitors(await corrected(ledger))).toEqual(['b.vn', 'b.vn'])
  await ledger.say('corrections', 'EventRetracted', { event: merge, because: 'no' })
  expect(visitors(await corrected(ledger))).toEqual(['c.vn', 'b.vn'])
})

test('a separation by a person beats the merges of machines, before it and after it, also by way of a third id', async () => {
  const ledger = testLedger()
  for (const id of ['a.vn', 'b.vn', 'c.vn']) await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), by(id)))
  await ledger.say('a', 'PeopleMerged', samePeople(['a.vn', 'b.vn']))
  await ledger.say('corrections', 'PeopleSeparated', { a: 'a.vn', b: 'b.vn', because: 'two people' })
  expect(visitors(await corrected(ledger))).toEqual(['a.vn', 'b.vn', 'c.vn'])
  await ledger.say('identity', 'PeopleMerged', samePeople(['c.vn', 'b.vn']))
  await ledger.say('identity', 'PeopleMerged', samePeople(['c.vn', 'a.vn']))
  expect(visitors(await corrected(ledger))).toEqual(['a.vn', 'b.vn', 'b.vn'])
})

test('a person who merges after having separated means it', async () => {
  const ledger = testLedger()
  for (const id of ['a.vn', 'b.vn']) await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), by(id)))
  await ledger.say('corrections', 'PeopleSeparated', { a: 'a.vn', b: 'b.vn', because: 'two people' })
  await ledger.say('corrections', 'PeopleMerged', samePeople(['a.vn', 'b.vn']))
  expect(visitors(await corrected(ledger))).toEqual(['a.vn', 'a.vn'])
})

test('in the documents of a separation the name means somebody else', async () => {
  const ledger = testLedger()
  await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), by('rasmussen.dk')))
  await ledger.say('b', 'VisitStarted', visit(at('b', 'v', 1), by('l-rasmussen.dk')))
  await ledger.say('b', 'PeopleMerged', samePeople(['rasmussen.dk', 'l-rasmussen.dk']))
  const separation = await ledger.say('corrections', 'PeopleSeparated', {
    person: 'rasmussen.dk',
    documents: [streamOf('b')],
    as: 'anders-fogh-rasmussen.dk',
    because: 'the visit of 2005',
  })
  expect(visitors(await corrected(ledger))).toEqual(['l-rasmussen.dk', 'anders-fogh-rasmussen.dk'])
  await ledger.say('corrections', 'EventRetracted', { event: separation, because: 'no' })
  expect(visitors(await corrected(ledger))).toEqual(['l-rasmussen.dk', 'l-rasmussen.dk'])
})

test('only “same” changes ids; a part keeps its own and names the whole', async () => {
  const ledger = testLedger()
  const [x, y] = [at('a', 'v', 1), at('b', 'v', 1)].sort() as [string, string]
  await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
  await ledger.say('b', 'VisitStarted', visit(at('b', 'v', 1)))
  await ledger.say('b', 'EngagementsMerged', sameVisits(y, x))
  expect(visits(await corrected(ledger))).toEqual([x, x])
  const [one, total] = [at('a', 'a', 5), at('b', 'a', 9)]
  await ledger.say('a', 'AgreementSigned', agreement(one, { count: 1 }))
  await ledger.say('b', 'EngagementsMerged', partOf('agreement', one, total))
  expect((await corrected(ledger))[2]).toMatchObject({ partOf: [total], data: { agreement: one } })
})

test('a derived date stands beside the data, for every report of the engagement', async () => {
  const ledger = testLedger()
  const [x, y] = [at('a', 'v', 1), at('b', 'v', 1)]
  await ledger.say('a', 'VisitStarted', visit(x, { start: 'XXXX-09-14' }))
  await ledger.say('b', 'VisitStarted', visit(y))
  const derived = await ledger.say('b', 'DateDerived', derivedDate(x, 'start', '2009-09-14'))
  await ledger.say('b', 'EngagementsMerged', sameVisits(x, y))
  const events = await corrected(ledger)
  expect(events.map((event) => event.derived)).toEqual([
    { start: { when: '2009-09-14', by: derived } },
    { start: { when: '2009-09-14', by: derived } },
  ])
  expect(events[0]).toMatchObject({ data: { start: 'XXXX-09-14' } })
})

test('wire copies have one source', async () => {
  const ledger = testLedger()
  for (const name of ['a', 'b', 'c']) await ledger.say(name, 'VisitStarted', visit(at(name, 'v', 1)))
  await ledger.say('b', 'DocumentsGrouped', grouped('a', 'b'))
  const sources = (await corrected(ledger)).map(({ source }) => source)
  const first = [streamOf('a'), streamOf('b')].sort()[0]
  expect(sources).toEqual([first, first, streamOf('c')])
})

test('the overlay of an earlier position knows nothing of later corrections', async () => {
  const ledger = testLedger()
  const claim = await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
  await ledger.say('corrections', 'EventRetracted', { event: claim, because: 'wrong' })
  expect(await corrected(ledger, 0)).toHaveLength(1)
  expect(await corrected(ledger, 1)).toHaveLength(0)
})

test('events of unknown kinds and newer versions are passed over; a newer correction stops replay', async () => {
  const ledger = testLedger()
  await ledger.store.append(
    streamOf('a'),
    [
      { type: 'ComposedOnMars', version: 1, id: 'x', by: 'x', data: {} },
      { type: 'VisitStarted', version: 9, id: 'y', by: 'x', data: {} },
    ],
    { expectedRevision: 'any' },
  )
  expect(await corrected(ledger)).toEqual([])
  await ledger.store.append('corrections', [{ type: 'EventRetracted', version: 2, id: 'z', by: 'x', data: {} }], {
    expectedRevision: 'any',
  })
  await expect(corrected(ledger)).rejects.toMatchObject({ code: 'unknown-correction', facts: { position: 2 } })
})
