import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import type { AnyProjection } from '../../src/kernel/projection.ts'
import { whatIsWrong } from '../../src/kernel/projection.ts'
import type { EventRegister } from '../../src/kernel/register.ts'
import { catchUp } from '../../src/replay/catch-up.ts'
import { follow } from '../../src/replay/live.ts'
import { openViews, saveSnapshots } from '../../src/replay/open-views.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import type { SnapshotStorage } from '../../src/replay/snapshots/snapshot-storage.ts'
import type { View } from '../../src/replay/view.ts'
import { bareBatchesOf, batchesOf } from '../../src/store/batches-of.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { type Append, documentsAndLinks, ledgers, storeWith, write } from './ledgers.ts'

/** What a projection's author may say about it. */
export interface ProjectionUnderTest {
  /** The kinds of event that there are; those of chancery by default. */
  readonly register?: EventRegister
  /** Ledgers to try for each property; 40 by default. */
  readonly runs?: number
  /** Why the rows may depend on the order in which documents came; by default they may not. */
  readonly dependsOnArrival?: string
}

/**
 * What every projection promises: rebuild = live, whatever the batches; resuming at any position = replay, corrections
 * included; a failing handler is named and costs no good row; any text is a harmless key; no order of arrival shows.
 */
export const projectionContract = (projection: AnyProjection, options: ProjectionUnderTest = {}): void => {
  const register = options.register ?? vocabulary
  const numRuns = options.runs ?? 40
  const views = (store: EventStore, to?: number) =>
    rebuild({ store, register, projections: [projection], ...(to === undefined ? {} : { to }) })
  const built = async (store: EventStore, to?: number): Promise<Seen> => seen((await views(store, to)).get(projection.name))

  describe(`the projection contract: ${projection.name}@${projection.version}`, () => {
    test('the definition can run, and zero events are no rows', async () => {
      expect(whatIsWrong(projection)).toBeNull()
      expect((await built(await storeWith([]))).rows).toEqual([])
    })

    test('rows are frozen, and of the shape that the projection declares', async () => {
      await fc.assert(
        fc.asyncProperty(ledgers(), async (appends) => {
          for (const [, row] of (await views(await storeWith(appends))).get(projection.name).rows()) {
            expect(isFrozen(row)).toBe(true)
            expect(projection.row.safeParse(row).error?.issues).toBeUndefined()
          }
        }),
        { numRuns: Math.ceil(numRuns / 3) },
      )
    })

    test('rebuild = live: brought forward append by append, corrections and undone ones too', async () => {
      await fc.assert(
        fc.asyncProperty(ledgers(), async (appends) => {
          const store = await storeWith([])
          const live = await views(store)
          for (const append of appends) {
            await write(store, append)
            await catchUp(live)
            expect(live.get(projection.name).trouble).toBeNull()
          }
          expect(seen(live.get(projection.name))).toEqual(await built(store))
        }),
        { numRuns },
      )
    })

    test('batches of any size give the same rows', async () => {
      await fc.assert(
        fc.asyncProperty(ledgers(), fc.integer({ min: 1, max: 7 }), async (appends, size) => {
          const store = await storeWith(appends)
          expect(await built(inBatchesOf(store, size))).toEqual(await built(store))
        }),
        { numRuns: Math.ceil(numRuns / 3) },
      )
    })

    test('resuming at any position = replay, also from a snapshot', async () => {
      await fc.assert(
        fc.asyncProperty(ledgers(), fc.nat(), async (appends, cut) => {
          const at = appends.length === 0 ? 0 : cut % appends.length
          const store = await storeWith(appends.slice(0, at))
          const snapshots = { storage: memorySnapshots(), fingerprint: () => 'the code' }
          const first = await views(store)
          await saveSnapshots(first, snapshots)
          for (const append of appends.slice(at)) await write(store, append)
          const starts: unknown[] = []
          const resumed = await openViews({ store, register, projections: [projection], snapshots, opened: (_, from) => starts.push(from) })
          expect(starts).toEqual([at - 1])
          expect(seen(resumed.get(projection.name))).toEqual(await built(store))
        }),
        { numRuns },
      )
    })

    test('as of any position, rows are those of the log up to there', async () => {
      await fc.assert(
        fc.asyncProperty(ledgers(), fc.nat(), async (appends, cut) => {
          const to = (appends.length === 0 ? 0 : cut % appends.length) - 1
          expect(await built(await storeWith(appends), to)).toEqual(await built(await storeWith(appends.slice(0, to + 1))))
        }),
        { numRuns: Math.ceil(numRuns / 3) },
      )
    })

    test.skipIf(options.dependsOnArrival)('the order in which documents arrive does not show', async () => {
      await fc.assert(
        fc.asyncProperty(documentsAndLinks(), fc.infiniteStream(fc.nat()), async ({ documents, links }, random) => {
          const shuffled = shuffle(documents, random)
          const [one, other] = [await storeWith([...documents, ...links]), await storeWith([...shuffled, ...links])]
          expect((await built(other)).digest).toBe((await built(one)).digest)
        }),
        { numRuns },
      )
    })

    test('a handler that throws stops a rebuild and is named', async () => {
      const { appends, failing, at } = await storyWithFailure(projection, register)
      await expect(rebuild({ store: await storeWith(appends), register, projections: [failing] })).rejects.toMatchObject({
        code: 'projection-failed',
        facts: {
          projection: projection.name,
          position: at,
          stream: appends[at]?.stream,
          event: appends[at]?.events[0]?.id,
          cure: expect.any(String),
        },
      })
    })

    test('live, it costs no good row: these are served, the view says why, and a correction cures it', async () => {
      const { appends, failing, at } = await storyWithFailure(projection, register)
      const store = await storeWith(appends.slice(0, at))
      const live = follow(await rebuild({ store, register, projections: [failing] }))
      try {
        const view = live.views.get(projection.name)
        const good = seen(view)
        const stepped = new Promise<void>((resolve) => {
          live.onStep(() => resolve())
        })
        await write(store, appends[at] as Append)
        await stepped
        expect(view.trouble).toMatchObject({ code: 'projection-failed', facts: { position: at } })
        expect(seen(view)).toEqual(good)
        await write(store, retraction(appends[at] as Append))
        await live.reached(at + 1)
        expect(view.trouble).toBeNull()
        expect(seen(view)).toEqual(await built(store))
      } finally {
        await live.close()
      }
    })
  })
}

/** A story, and the projection with handlers that throw at one of its events. */
const storyWithFailure = async (projection: AnyProjection, register: EventRegister) => {
  for (const appends of fc.sample(ledgers({ steps: 60 }), { numRuns: 200, seed: 7 })) {
    const view = (await rebuild({ store: await storeWith(appends), register, projections: [projection] })).get(projection.name)
    const at = Math.max(...view.keys().flatMap((key) => view.lineage(key)))
    const id = appends[at]?.events[0]?.id
    if (at < 1 || id === undefined) continue
    const throwing = Object.entries(projection.on).map(([type, handler]): [string, typeof handler] => [
      type,
      (row, event, key) => {
        if (event.id === id) throw new Error('on purpose')
        handler(row, event, key)
      },
    ])
    return { appends, at, failing: { ...projection, on: Object.fromEntries(throwing) } }
  }
  throw new Error(`no story has an event for ${projection.name}`)
}

const retraction = ({ events: [event] }: Append): Append => ({
  stream: 'corrections',
  events: [
    { type: 'EventRetracted', version: 1, id: `undo ${event?.id}`, by: 'Lan', data: { event: event?.id, because: 'it breaks a view' } },
  ],
})

interface Seen {
  readonly rows: readonly (readonly [key: string, row: string, lineage: readonly number[]])[]
  readonly position: number
  readonly digest: string
}

/** All that a reader can see of a view. */
const seen = (view: View): Seen => ({
  rows: [...view.rows()].map(([key, row]) => [key, JSON.stringify(row), view.lineage(key)] as const),
  position: view.position,
  digest: view.digest(),
})

const isFrozen = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || (Object.isFrozen(value) && Object.values(value).every(isFrozen))

/** The same store, in arrays of another size. */
const inBatchesOf = (store: EventStore, size: number): EventStore => ({
  ...store,
  batches: (options) => cutInto(size, batchesOf(store, options)),
  bareBatches: (options) => cutInto(size, bareBatchesOf(store, options)),
})

async function* cutInto<Item>(size: number, batches: AsyncIterable<readonly Item[]>): AsyncGenerator<readonly Item[]> {
  for await (const batch of batches) for (let at = 0; at < batch.length; at += size) yield batch.slice(at, at + size)
}

/** Documents keep the order of their own events. */
const shuffle = (appends: readonly Append[], random: Iterator<number>): Append[] => {
  const queues = [...new Set(appends.map(({ stream }) => stream))].map((stream) => appends.filter((append) => append.stream === stream))
  const shuffled: Append[] = []
  while (queues.some((queue) => queue.length > 0)) {
    const open = queues.filter((queue) => queue.length > 0)
    shuffled.push(open[(random.next().value as number) % open.length]?.shift() as Append)
  }
  return shuffled
}

/** Snapshots that live as long as the test. */
export const memorySnapshots = (): SnapshotStorage => {
  const kept = new Map<string, Buffer>()
  return {
    read: async (name) => kept.get(name),
    async write(name, lines) {
      let written = ''
      for await (const line of lines) written += `${line}\n`
      kept.set(name, Buffer.from(written))
    },
    async remove(name) {
      kept.delete(name)
    },
  }
}
