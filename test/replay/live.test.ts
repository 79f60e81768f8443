import { afterEach, describe, expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { agreementCounts, people, visits } from '../../projections/index.ts'
import { positionAsOf } from '../../src/replay/as-of.ts'
import { catchUp } from '../../src/replay/catch-up.ts'
import { compareViews } from '../../src/replay/compare.ts'
import { follow, type LiveViews } from '../../src/replay/live.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { agreement, at, dung, samePeople, type TestLedger, testLedger, visit } from './ledger-for-tests.ts'

const projections = [visits, people, agreementCounts]
const build = ({ store }: TestLedger, to?: number) =>
  rebuild({ store, register: vocabulary, projections, ...(to === undefined ? {} : { to }) })
let live: LiveViews | undefined
afterEach(() => live?.close())
const following = async (ledger: TestLedger): Promise<LiveViews> => {
  live = follow(await build(ledger))
  return live
}

describe('views that follow the log', () => {
  test('take in appends, whole ones only, and corrections of long ago', async () => {
    const ledger = testLedger()
    const first = await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    const { views, reached } = await following(ledger)
    await ledger.sayAll(
      'b',
      Array.from({ length: 300 }, (_, n) => ['VisitStarted', visit(at('b', 'v', n))] as [string, object]),
    )
    await reached(300)
    expect(views.get('visits').size).toBe(301)
    const undone = await ledger.say('corrections', 'EventRetracted', { event: first, because: 'wrong' })
    await reached(301)
    expect(views.get('visits').row(at('a', 'v', 1))).toBeUndefined()
    await ledger.say('corrections', 'EventRetracted', { event: undone, because: 'right' })
    await reached(302)
    expect(views.get('visits').digest()).toBe((await build(ledger)).get('visits').digest())
  })

  test('correct and undo leaves every view as it was, byte by byte', async () => {
    const ledger = testLedger()
    for (let n = 1; n <= 4; n++) await ledger.say('a', 'VisitStarted', visit(at('a', 'v', n), { visitors: [{ ...dung, id: `p${n}.vn` }] }))
    const { views, reached } = await following(ledger)
    const digests = () => views.all.map((view) => view.digest())
    const before = digests()
    const merge = await ledger.say('corrections', 'PeopleMerged', samePeople(['p1.vn', 'p2.vn', 'p4.vn']))
    await reached(4)
    expect(views.get('people').keys()).toEqual(['p1.vn', 'p3.vn'])
    await ledger.say('corrections', 'EventRetracted', { event: merge, because: 'undo' })
    await reached(5)
    expect(digests()).toEqual(before)
  })

  test('a reader keeps the row that it holds', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    const { views, reached } = await following(ledger)
    const row = views.of(visits).row(at('a', 'v', 1))
    const lineage = views.get('visits').lineage(at('a', 'v', 1))
    await ledger.say('a', 'VisitEnded', {
      visit: at('a', 'v', 1),
      visitors: [dung],
      host: 'KZ',
      end: '2009-09-15',
      narrative: 'news',
      scope: 'interstate',
    })
    await reached(1)
    expect(row?.until).toBeNull()
    expect(lineage).toEqual([0])
    expect(views.of(visits).row(at('a', 'v', 1))?.until).toBe('2009-09-15')
  })

  test('closing ends the waiting with a fault', async () => {
    const { reached, close } = await following(testLedger())
    const waiting = expect(reached(7)).rejects.toMatchObject({ code: 'closed' })
    await close()
    await waiting
  })

  test('two who bring the same views forward at once do not do it twice', async () => {
    const ledger = testLedger()
    const views = await build(ledger)
    for (let n = 1; n <= 20; n++) await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', n), { count: 1 }))
    live = follow(views)
    await Promise.all([catchUp(views), catchUp(views), live.reached(19)])
    expect(views.of(agreementCounts).row('KZ-VN')?.signed).toEqual({ atLeast: 20, exact: true })
    expect(views.get('agreement-counts').lineage('KZ-VN')).toHaveLength(20)
  })
})

describe('a next version', () => {
  const next = {
    ...visits,
    version: 2,
    on: {
      ...visits.on,
      VisitStarted: (row: { host: string | null }) => {
        row.host = 'XX'
      },
    },
  } as never

  test('is built beside, told apart row by row, and takes over', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    await ledger.say('a', 'VisitReported', visit(at('a', 'v', 2)))
    const { views, replace, reached } = await following(ledger)
    const differences = await replace(next)
    expect(differences).toMatchObject([{ key: at('a', 'v', 1), paths: expect.arrayContaining(['/host']), lineage: { a: [0], b: [0] } }])
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 3)))
    await reached(2)
    expect(views.get('visits')).toMatchObject({ version: 2, size: 3 })
    expect(views.get('visits').row(at('a', 'v', 3))).toMatchObject({ host: 'XX' })
  })

  test('that fails leaves the old one serving', async () => {
    const ledger = testLedger()
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 1)))
    const { views, replace, reached } = await following(ledger)
    const failing = {
      ...visits,
      version: 2,
      on: {
        ...visits.on,
        VisitStarted: () => {
          throw new Error('on purpose')
        },
      },
    }
    await expect(replace(failing as never)).rejects.toMatchObject({ code: 'projection-failed', facts: { version: 2 } })
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', 2)))
    await reached(1)
    expect(views.get('visits')).toMatchObject({ version: 1, size: 2, trouble: null })
  })
})

test('as of: a position, an instant, a day; before the first event nothing is known', async () => {
  const ledger = testLedger()
  for (let n = 1; n <= 10; n++) await ledger.say('a', 'VisitStarted', visit(at('a', 'v', n)))
  const recorded: string[] = []
  for await (const event of ledger.store.read()) recorded.push(event.recorded)
  expect(await positionAsOf(ledger.store, '3')).toBe(3)
  expect(await positionAsOf(ledger.store, 300)).toBe(9)
  for (const [position, instant] of recorded.entries()) expect(await positionAsOf(ledger.store, instant)).toBe(position)
  expect(await positionAsOf(ledger.store, '2024-01-01')).toBe(9)
  expect(await positionAsOf(ledger.store, '2023-12-31')).toBe(-1)
  await expect(positionAsOf(ledger.store, 'last summer')).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await build(ledger, -1)).get('visits').size).toBe(0)
})

test('two points of one view: rows that came, rows that changed, and the events behind both', async () => {
  const ledger = testLedger()
  await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 1)))
  await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 2), { count: 2 }))
  await ledger.say('a', 'AgreementSigned', agreement(at('a', 'a', 3), { parties: ['DK', 'VN'] }))
  const [a, b] = [(await build(ledger, 0)).get('agreement-counts'), (await build(ledger)).get('agreement-counts')]
  expect(compareViews(a, b)).toMatchObject([
    { key: 'DK-VN', a: undefined, paths: [], lineage: { a: [], b: [2] } },
    { key: 'KZ-VN', paths: expect.arrayContaining(['/signed/atLeast']), lineage: { a: [0], b: [0, 1] } },
  ])
  expect(compareViews(b, b)).toEqual([])
})
