import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { views as shipped } from '../../projections/index.ts'
import { type Why, why } from '../../src/audit/why.ts'
import { memoryArchive } from '../../src/documents/memory-archive.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { documentStream, engagementId } from '../../src/kernel/ids.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'
import {
  agreement,
  at,
  derivedDate,
  dung,
  grouped,
  samePeople,
  streamOf,
  type TestLedger,
  testLedger,
  visit,
} from '../replay/ledger-for-tests.ts'

const ask = async ({ store }: Pick<TestLedger, 'store'>, view: string, key: string, path?: string, more: object = {}): Promise<Why> =>
  why({
    views: await rebuild({ store, register: vocabulary, projections: shipped }),
    store,
    archive: memoryArchive(),
    register: vocabulary,
    view,
    key,
    ...(path === undefined ? {} : { path }),
    ...more,
  })

describe('the quote', () => {
  test('leads to the characters, in their sentence, with rule, stream, revision and time', async () => {
    const text = 'Ông đến hôm qua. Hai bên đã ký 7 văn kiện hợp tác tại Astana. Sau đó ông về nước.'
    const bytes = new TextEncoder().encode(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const archive = memoryArchive()
    await archive.put({ sha256, bytes, text })
    const store = openMemoryStore()
    const start = text.indexOf('7 văn kiện')
    const quote = '7 văn kiện'
    const data = agreement(engagementId(sha256, 'agreement', start))
    const id = eventId(documentStream(sha256), 'AgreementSigned', '', data, 0)
    await store.append(
      documentStream(sha256),
      [
        {
          type: 'AgreementSigned',
          version: 1,
          id,
          by: 'extractor vi@1.0.0',
          rule: 'vi/agreement/signed',
          data,
          evidence: [{ start, end: start + quote.length, quote }],
        },
      ],
      { expectedRevision: 'no-stream' },
    )
    const told = await ask({ store }, 'agreement-counts', 'KZ-VN', 'signed', { archive, prove: async () => 'a proof' })
    expect(told).toMatchObject({ path: '/signed', value: { atLeast: 7, exact: true }, silent: 0, earlier: 0 })
    expect(told.events).toHaveLength(1)
    expect(told.events[0]).toMatchObject({
      effect: 'set',
      changes: [{ path: '/signed', before: null, after: { atLeast: 7, exact: true } }],
      event: { id, rule: 'vi/agreement/signed', revision: 0 },
      document: { sha256, text: 'there' },
      quotes: [{ quote, start, sentence: { text: 'Hai bên đã ký 7 văn kiện hợp tác tại Astana.', start: text.indexOf('Hai bên') } }],
      proof: 'a proof',
    })
    await archive.withdraw(sha256, 'asked for')
    const [hidden] = (await ask({ store }, 'agreement-counts', 'KZ-VN', 'signed', { archive })).events
    expect(hidden).toMatchObject({ document: { text: 'withdrawn' }, quotes: [{ quote, sentence: null }] })
  })
})

describe('what each event did', () => {
  test('a second source that says the same is there, and one that says otherwise; what is beside the point is counted', async () => {
    const ledger = testLedger()
    const ids = ['a', 'b', 'c'].map((name) => at(name, 'a', 1)) as [string, string, string]
    await ledger.say('a', 'AgreementSigned', agreement(ids[0]))
    await ledger.say('b', 'AgreementSigned', agreement(ids[1]))
    await ledger.say('c', 'AgreementSigned', agreement(ids[2], { count: 5, countQualifier: 'at-least' }))
    await ledger.say('c', 'VisitStarted', visit(at('c', 'v', 1)))
    await ledger.say('c', 'EngagementsMerged', { kind: 'agreement', engagements: ids, relation: 'same', basis: { rule: 'r', says: 's' } })
    const told = await ask(ledger, 'agreement-counts', 'KZ-VN', '/signed/atLeast')
    expect(told.events.map(({ effect, alone }) => [effect, alone])).toEqual([
      ['set', undefined],
      ['confirmed', 7],
      ['differs', 5],
    ])
    expect(told.silent).toBe(1)
  })

  test('a value that nobody speaks of has no events, and says how many were silent', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    expect(await ask(ledger, 'agreement-counts', 'KZ-VN', 'signed')).toMatchObject({ value: null, events: [], silent: 1 })
  })

  test('without a path, what every event changed in the row; of a long history the latest, and how many came before', async () => {
    const ledger = testLedger()
    for (let n = 1; n <= 12; n++) await ledger.say('a', 'VisitStarted', visit(at('a', 'v', n)))
    const told = await ask(ledger, 'timeline', 'KZ', '', { limit: 5 })
    expect(told).toMatchObject({ earlier: 7, silent: 0 })
    expect(told.events.map(({ changes }) => changes.map(({ path }) => path))).toEqual(
      [8, 9, 10, 11, 12].map((n) => [`/engagements/${at('a', 'v', n).replace('/', '~1')}`]),
    )
  })

  test('an item of a list of sources is explained by the document that it names, wherever it stood before', async () => {
    const ledger = testLedger()
    for (let n = 0; n < 70; n++) await ledger.say(`document ${n}`, 'VisitStarted', visit(at(`document ${n}`, 'v', 1)))
    const all = Array.from({ length: 70 }, (_, n) => streamOf(`document ${n}`)).sort()
    for (const index of [0, 33, 63, 64, 69]) {
      const told = await ask(ledger, 'leader-histories', 'nguyen-tan-dung.vn', `offices/Thủ tướng/sources/${index}`)
      const path = `/offices/Thủ tướng/sources/${index}`
      expect(told).toMatchObject({ path, value: all[index], silent: 69 })
      expect(told.events.map(({ effect, event, changes }) => [effect, event.stream, changes])).toEqual([
        ['set', all[index], [{ path, before: undefined, after: all[index] }]],
      ])
    }
  })

  test('ids with slashes can be typed as they are', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    const told = await ask(ledger, 'timeline', 'KZ', `engagements/${at('a', 'v', 1)}/what`)
    expect(told).toMatchObject({ value: 'official', path: `/engagements/${at('a', 'v', 1).replace('/', '~1')}/what` })
  })
})

describe('what was decided', () => {
  test('merges by the shortest chain, dates, copies, amendments in force and taken back', async () => {
    const ledger = testLedger()
    const claim = await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), { visitors: [{ ...dung, id: 'c.vn' }] }))
    const chain = [
      await ledger.say('a', 'PeopleMerged', samePeople(['c.vn', 'b.vn'])),
      await ledger.say('b', 'PeopleMerged', samePeople(['b.vn', 'a.vn'])),
    ]
    await ledger.say('b', 'PeopleMerged', samePeople(['c.vn', 'z.vn']))
    const derived = await ledger.say('a', 'DateDerived', derivedDate(at('a', 'v', 1), 'start', '2009'))
    const copies = await ledger.say('a', 'DocumentsGrouped', grouped('a', 'b'))
    const amend = (host: string) => ({
      event: claim,
      of: { type: 'VisitStarted', version: 1 },
      data: visit(at('a', 'v', 1), { host }),
      because: 'host',
    })
    const wrong = await ledger.say('corrections', 'EventAmended', amend('SE'))
    await ledger.say('corrections', 'EventRetracted', { event: wrong, because: 'no' })
    const right = await ledger.say('corrections', 'EventAmended', amend('DK'))
    const told = await ask(ledger, 'visits', at('a', 'v', 1), 'host')
    expect(told.value).toBe('DK')
    expect(told.events[0]?.corrected).toMatchObject({ host: 'DK' })
    expect(told.events[0]?.corrections.map(({ event, inForce }) => [event.id, inForce])).toEqual([
      [wrong, false],
      [right, true],
    ])
    const decisions = told.events[0]?.identity.map(({ event }) => event.id) ?? []
    expect(decisions).toEqual(expect.arrayContaining([derived, copies]))
    // The amended claim names the visitor by the old id again, so the chain to `a.vn` is not needed any more.
    const before = await ask(ledger, 'leader-histories', 'nguyen-tan-dung.vn', '')
    expect(before.events).toHaveLength(1)
    expect(decisions.filter((id) => chain.includes(id))).toEqual(chain)
  })
})

describe('what is not there', () => {
  test('an unknown view, row or field is a fault that names what is near', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    await expect(ask(ledger, 'vists', 'x')).rejects.toMatchObject({ code: 'no-such-view', facts: { near: ['visits'] } })
    await expect(ask(ledger, 'people', 'nguyễn tấn dũng')).rejects.toMatchObject({ code: 'no-such-row' })
    await expect(ask(ledger, 'people', 'nguyen-tan-dug.vn')).rejects.toMatchObject({ facts: { near: ['nguyen-tan-dung.vn'] } })
    await expect(ask(ledger, 'people', 'tan-dung')).rejects.toMatchObject({ facts: { near: ['nguyen-tan-dung.vn'] } })
    await expect(ask(ledger, 'people', 'nguyen-tan-dung.vn', 'offces')).rejects.toMatchObject({
      code: 'no-such-row',
      facts: { near: ['offices'] },
    })
    await expect(ask(ledger, 'people', 'nguyen-tan-dung.vn', '__proto__')).rejects.toMatchObject({ code: 'no-such-row' })
  })

  test('any id of a group finds the row', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1), { visitors: [{ ...dung, id: 'b.vn' }] }))
    await ledger.say('a', 'PeopleMerged', samePeople(['b.vn', 'a.vn']))
    expect((await ask(ledger, 'people', 'b.vn')).key).toBe('a.vn')
    expect(streamOf('a')).toBe((await ask(ledger, 'people', 'a.vn')).events[0]?.document.stream)
  })
})
