import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { documents, people, visits } from '../../projections/index.ts'
import { openViews, saveSnapshots } from '../../src/replay/open-views.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { lengthened, longStrings } from '../../src/replay/snapshots/long-strings.ts'
import { snapshotFiles } from '../../src/replay/snapshots/snapshot-files.ts'
import type { View } from '../../src/replay/view.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { at, dung, samePeople, testLedger, visit } from './ledger-for-tests.ts'

const folders: string[] = []
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'chancery-snapshots-')))
  return folders[folders.length - 1] as string
}
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true })
})

const projections = [visits, people]
const file = (path: string, name = 'visits@1') => join(path, name, 'snapshot.ndjson')
const rowsOf = (view: View) => [...view.rows()].map((row) => JSON.stringify(row))
const story = async () => {
  const ledger = testLedger()
  for (let n = 1; n <= 5; n++)
    await ledger.say('a', 'VisitStarted', visit(at('a', 'v', n), { visitors: [{ ...dung, id: `person-${n}.vn` }] }))
  return ledger
}
/** Opens views with snapshots in a folder; tells where each started. */
const open = async (store: EventStore, path: string, fingerprint = 'the code', chosen = projections) => {
  const starts: (number | string)[] = []
  const views = await openViews({
    store,
    register: vocabulary,
    projections: chosen,
    snapshots: { storage: snapshotFiles(path), fingerprint: () => fingerprint },
    opened: (_, from) => starts.push(from),
  })
  return { views, starts }
}

describe('a snapshot that fits', () => {
  test('is written at the first opening, and the second one reads only what is new', async () => {
    const [{ store, say }, path] = [await story(), folder()]
    expect((await open(store, path)).starts).toEqual(['there is none', 'there is none'])
    await say('b', 'VisitStarted', visit(at('b', 'v', 1)))
    const read: number[] = []
    const watched: EventStore = {
      ...store,
      async *batches(options) {
        for await (const event of store.read(options)) {
          if (!options.types?.includes('EventRetracted') || options.types.length > vocabulary.correcting.length) read.push(event.position)
          yield [event]
        }
      },
    }
    const { views, starts } = await open(watched, path)
    expect(starts).toEqual([4, 4])
    expect(read).toEqual([5])
    expect(rowsOf(views.get('visits'))).toEqual(rowsOf((await rebuild({ store, register: vocabulary, projections })).get('visits')))
  })

  test('views whose snapshots stand at different positions, or that have none, all arrive at the tip', async () => {
    const [ledger, path] = [await story(), folder()]
    const { store, say } = ledger
    const keep = async (projection: typeof visits | typeof people) =>
      saveSnapshots(await rebuild({ store, register: vocabulary, projections: [projection] }), {
        storage: snapshotFiles(path),
        fingerprint: () => 'the code',
      })
    await keep(visits)
    const merge = await say('b', 'PeopleMerged', samePeople(['person-1.vn', 'person-2.vn']))
    await say('a', 'VisitStarted', visit(at('a', 'v', 9), { visitors: [{ ...dung, id: 'person-2.vn' }] }))
    await keep(people)
    await say('corrections', 'EventRetracted', { event: merge, because: 'two people' })
    const { views, starts } = await open(store, path, 'the code', [visits, people, documents] as never)
    expect(starts).toEqual([4, 6, 'there is none'])
    const fresh = await rebuild({ store, register: vocabulary, projections: [visits, people, documents] })
    for (const { name } of [visits, people, documents]) {
      expect(rowsOf(views.get(name))).toEqual(rowsOf(fresh.get(name)))
      expect(views.get(name).position).toBe(7)
    }
  })

  test('deleting every snapshot changes nothing that a reader sees', async () => {
    const [{ store }, path] = [await story(), folder()]
    const before = rowsOf((await open(store, path)).views.get('people'))
    const from = rowsOf((await open(store, path)).views.get('people'))
    rmSync(path, { recursive: true })
    expect(rowsOf((await open(store, path)).views.get('people'))).toEqual(before)
    expect(from).toEqual(before)
  })
})

describe('a snapshot that does not fit is dropped, and the view rebuilt', () => {
  const spoilt: [string, RegExp | string, (path: string) => void][] = [
    ['another version', 'it is of another view', (path) => edit(path, '"version":1', '"version":2')],
    ['another position of corrections', 'its corrections end elsewhere', (path) => edit(path, '"overlay":4', '"overlay":3')],
    ['another event there', 'it is of another log', (path) => edit(path, /"leaf":"./, '"leaf":"x')],
    ['ahead of the log', 'it is ahead of the log', (path) => edit(path, /"position":4/, '"position":40')],
    ['a changed row', 'its rows are not whole', (path) => edit(path, '"official"', '"state"')],
    [
      'a cut file',
      'its rows are not whole',
      (path) => writeFileSync(file(path), readFileSync(file(path), 'utf8').split('\n').slice(0, 4).join('\n')),
    ],
    ['a torn line', 'it cannot be read', (path) => writeFileSync(file(path), readFileSync(file(path), 'utf8').slice(0, -30))],
    ['an empty file', 'its rows are not whole', (path) => writeFileSync(file(path), '')],
    ['noise', 'it cannot be read', (path) => writeFileSync(file(path), '\0\0\0')],
  ]
  test.each(spoilt)('%s', async (_, reason, spoil) => {
    const [{ store }, path] = [await story(), folder()]
    const before = rowsOf((await open(store, path)).views.get('visits'))
    spoil(path)
    const { views, starts } = await open(store, path)
    expect(starts).toEqual([reason, 4])
    expect(rowsOf(views.get('visits'))).toEqual(before)
    expect((await open(store, path)).starts).toEqual([4, 4])
  })

  test('edited code', async () => {
    const [{ store }, path] = [await story(), folder()]
    await open(store, path)
    expect((await open(store, path, 'other code')).starts).toEqual(['the code has changed', 'the code has changed'])
  })

  const edit = (path: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(file(path), 'utf8')
    expect(text).toMatch(from)
    writeFileSync(file(path), text.replace(from, to))
  }
})

test('a write that fails leaves the old snapshot, and nothing beside it', async () => {
  const path = folder()
  const storage = snapshotFiles(path)
  const lines = async function* (...texts: string[]) {
    for (const text of texts) {
      if (text === 'fail') throw new Error('disk')
      yield text
    }
  }
  await storage.write('visits@1', lines('old'))
  await expect(storage.write('visits@1', lines('new', 'fail'))).rejects.toThrow('disk')
  expect(readFileSync(file(path), 'utf8')).toBe('old\n')
  expect(readdirSync(join(path, 'visits@1'))).toEqual(['snapshot.ndjson'])
})

test('a projection that throws on what is new keeps the rows of its snapshot, and says so', async () => {
  const [{ store, say }, path] = [await story(), folder()]
  await open(store, path)
  await say('b', 'VisitStarted', visit(at('b', 'v', 1)))
  const failing = {
    ...visits,
    on: {
      ...visits.on,
      VisitStarted: () => {
        throw new Error('on purpose')
      },
    },
  }
  const { views } = await open(store, path, 'the code', [failing, people] as never)
  expect(views.get('visits')).toMatchObject({ position: 4, size: 5, trouble: { code: 'projection-failed', facts: { position: 5 } } })
  expect(views.get('people')).toMatchObject({ position: 5, trouble: null })
})

test('strings of any length come back as they were, numbers of long ones among them', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ minLength: 25, maxLength: 60 }),
    fc.constantFrom('#', '##', '#0', '#12', `#${'a'.repeat(40)}`),
  )
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), text), { maxLength: 5 }), (rows) => {
      const { list, shorten } = longStrings()
      const lines = rows.map((row) => JSON.stringify(row, shorten))
      const read = lengthened(list)
      const again = lines.map((line) =>
        Object.entries(JSON.parse(line) as Record<string, string>).map(([key, value]) => [key, read(value)]),
      )
      expect(again).toEqual(rows.map((row) => Object.entries(row)))
    }),
  )
})

test('a row is read from its snapshot when somebody looks at it, frozen and in order, and goes on as any other', async () => {
  const [{ store, say }, path] = [await story(), folder()]
  await open(store, path)
  await say('b', 'VisitStarted', visit(at('a', 'v', 1)))
  const { views } = await open(store, path)
  const fresh = await rebuild({ store, register: vocabulary, projections })
  for (const { name } of projections) {
    expect(views.get(name).digest()).toBe(fresh.get(name).digest())
    for (const [, row] of views.get(name).rows()) expect(Object.isFrozen(row)).toBe(true)
  }
})
