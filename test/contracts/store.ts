import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { lineOf, type NewEvent, type RecordedEvent } from '../../src/kernel/envelope.ts'
import { bareBatchesOf, batchesOf } from '../../src/store/batches-of.ts'
import type { BareEvent, EventStore, ReadOptions } from '../../src/store/event-store.ts'
import { linesOf } from '../../src/store/lines-of.ts'
import { locateIn } from '../../src/store/locate-in.ts'
import { pickFrom } from '../../src/store/pick-from.ts'
import { streamsOf } from '../../src/store/streams-of.ts'
import { note, notes, readAll } from './notes.ts'

/** What an adapter brings so that it can be held against the contract. */
export interface StoreUnderTest {
  /** A fresh, empty store. `now` is the clock that it must use. */
  open(options: { now: () => Date }): Promise<EventStore>
  /** Opens the same store again after `close`. Absent: with a reason, and those tests show as skipped. */
  reopen?: (() => Promise<EventStore>) | { readonly cannot: string }
  /** Removes what a test left behind. */
  clean?(): Promise<void>
}

/** The whole contract of `EventStore`. An adapter's test is one call. */
export const storeContract = (name: string, adapter: StoreUnderTest): void => {
  describe(`the store contract: ${name}`, () => {
    let store: EventStore
    let clock = Date.parse('2026-01-01T00:00:00.000Z')
    const open = async () => {
      clock = Date.parse('2026-01-01T00:00:00.000Z')
      store = await adapter.open({ now: () => new Date(clock) })
      return store
    }
    afterEach(async () => {
      await store?.close()
      await adapter.clean?.()
    })
    const fresh = async (streams: Record<string, readonly NewEvent[]> = {}) => {
      await open()
      for (const [stream, events] of Object.entries(streams)) await store.append(stream, events, { expectedRevision: 'any' })
      return store
    }
    const positions = async (options?: ReadOptions) => (await readAll(store, options)).map(({ position }) => position)

    describe('append', () => {
      test('given an empty store, the tip is -1 and nothing is read', async () => {
        await fresh()
        expect(await store.tip()).toBe(-1)
        expect(await readAll(store)).toEqual([])
      })

      test('given two streams, positions are global and revisions the streams’ own, both without gaps', async () => {
        await fresh()
        expect(await store.append('a', notes('a', 2), { expectedRevision: 'no-stream' })).toEqual({ position: 1, revision: 1 })
        expect(await store.append('b', notes('b', 1), { expectedRevision: 'no-stream' })).toEqual({ position: 2, revision: 0 })
        expect(await store.append('a', notes('c', 2), { expectedRevision: 1 })).toEqual({ position: 4, revision: 3 })
        const events = await readAll(store)
        expect(events.map(({ position, stream, revision }) => [position, stream, revision])).toEqual([
          [0, 'a', 0],
          [1, 'a', 1],
          [2, 'b', 0],
          [3, 'a', 2],
          [4, 'a', 3],
        ])
        expect(await store.tip()).toBe(4)
      })

      test('every event of an append but the last says more', async () => {
        await fresh({ a: notes('a', 3), b: notes('b', 1) })
        expect((await readAll(store)).map(({ more }) => more)).toEqual([true, true, undefined, undefined])
      })

      test('what is read is what was written, letter for letter', async () => {
        const event: NewEvent = {
          type: 'NoteTaken',
          version: 2,
          id: 'ý-1',
          by: 'extractor vi@1.2.0',
          rule: 'vi/visit/official',
          cause: 'other',
          attribution: 'TTXVN',
          doubt: ['date-without-year'],
          data: {
            text: 'Hội đàm 🇻🇳 “đã” \u2028 \\ " \u0000',
            number: 20.4,
            none: null,
            ['__proto__']: 'own',
            evidence: [{ x: 1 }],
            more: true,
            data: {},
          },
          evidence: [{ start: 3, end: 9, quote: '"evidence":[', field: '/text' }],
        }
        await fresh({ 'stream/with "quotes" và dấu': [event, note('last')] })
        const [first] = await readAll(store)
        expect(first && lineOf(first)).toBe(
          lineOf({
            ...event,
            position: 0,
            stream: 'stream/with "quotes" và dấu',
            revision: 0,
            recorded: '2026-01-01T00:00:00.000Z',
            more: true,
          }),
        )
      })

      test('an event without evidence is read with none', async () => {
        const { evidence: _, ...bare } = note('bare')
        await fresh({ a: [bare] })
        expect((await readAll(store))[0]?.evidence).toEqual([])
      })

      test('given a stale expectation, the append is refused and nothing of it is readable', async () => {
        await fresh({ a: notes('a', 2) })
        for (const expectedRevision of ['no-stream', 0, 2] as const)
          await expect(store.append('a', notes('new', 2), { expectedRevision })).rejects.toMatchObject({ code: 'conflict' })
        await expect(store.append('b', notes('new', 2), { expectedRevision: 0 })).rejects.toMatchObject({ code: 'conflict' })
        expect(await positions()).toEqual([0, 1])
      })

      test('given two racing appends at one revision, one wins', async () => {
        await fresh({ a: notes('a', 1) })
        const race = await Promise.allSettled(['x', 'y', 'z'].map((prefix) => store.append('a', notes(prefix, 2), { expectedRevision: 0 })))
        expect(race.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
        expect((await readAll(store)).map(({ id }) => id)).toEqual(['a0', 'x0', 'x1'])
      })

      test('a retry gets the first answer, any number of times', async () => {
        await fresh({ other: notes('o', 1) })
        const first = await store.append('a', notes('a', 3), { expectedRevision: 'no-stream' })
        await store.append('a', notes('b', 1), { expectedRevision: 2 })
        for (const expectedRevision of ['no-stream', 'any'] as const)
          for (let times = 0; times < 2; times++) expect(await store.append('a', notes('a', 3), { expectedRevision })).toEqual(first)
        expect(await store.tip()).toBe(4)
      })

      test('a retry that runs beside its first attempt gets the same answer', async () => {
        await fresh()
        const [first, second] = await Promise.all([1, 2].map(() => store.append('a', notes('a', 2), { expectedRevision: 'no-stream' })))
        expect(second).toEqual(first)
        expect(await store.tip()).toBe(1)
      })

      test('a retry that overlaps only in part is a conflict', async () => {
        await fresh({ a: notes('a', 2) })
        const more = [...notes('a', 2), note('beyond')]
        for (const expectedRevision of ['no-stream', 'any'] as const)
          await expect(store.append('a', more, { expectedRevision })).rejects.toMatchObject({ code: 'conflict' })
        await expect(store.append('a', [note('new'), note('a1')], { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'conflict' })
        expect(await store.tip()).toBe(1)
      })

      test('an id occurs once in a ledger', async () => {
        await fresh({ a: notes('a', 2) })
        for (const expectedRevision of ['no-stream', 'any'] as const)
          await expect(store.append('b', [note('new'), note('a1')], { expectedRevision })).rejects.toMatchObject({ code: 'duplicate-id' })
        await expect(store.append('a', [note('a0')], { expectedRevision: 1 })).rejects.toMatchObject({ code: 'duplicate-id' })
        await expect(store.append('b', [note('x'), note('x')], { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'duplicate-id' })
        expect(await store.tip()).toBe(1)
      })

      test('a line of 65,535 bytes is kept, one more is refused', async () => {
        await fresh()
        const exact = (bytes: number, id: string): NewEvent => {
          const sized = (text: string) => note(id, { text })
          const bare = lineOf({ ...sized(''), position: 0, stream: 'a', revision: 0, recorded: '2026-01-01T00:00:00.000Z' })
          return sized('x'.repeat(bytes - Buffer.byteLength(bare)))
        }
        await expect(store.append('a', [exact(65_536, 'l')], { expectedRevision: 'any' })).rejects.toMatchObject({
          code: 'event-too-large',
        })
        expect(await store.tip()).toBe(-1)
        await store.append('a', [exact(65_535, 'l')], { expectedRevision: 'any' })
        expect(await positions()).toEqual([0])
        expect((await collected(linesOf(store)))[0]?.length).toBe(65_535)
      })

      test('an empty append is our mistake', async () => {
        await fresh()
        await expect(store.append('a', [], { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'ERR_ASSERTION' })
      })

      test('a clock that is set back stands still', async () => {
        await fresh({ a: notes('a', 1) })
        clock -= 3_600_000
        await store.append('a', notes('b', 2), { expectedRevision: 'any' })
        clock += 3_600_001
        await store.append('a', notes('c', 1), { expectedRevision: 'any' })
        expect((await readAll(store)).map(({ recorded }) => recorded)).toEqual([
          '2026-01-01T00:00:00.000Z',
          '2026-01-01T00:00:00.000Z',
          '2026-01-01T00:00:00.000Z',
          '2026-01-01T00:00:00.001Z',
        ])
      })

      test('many appends at once are all there, each whole, in the order of their positions', async () => {
        await fresh()
        const answers = await Promise.all(
          Array.from({ length: 200 }, (_, number) =>
            store.append(`s${number % 7}`, notes(`n${number}-`, 1 + (number % 4)), { expectedRevision: 'any' }),
          ),
        )
        const events = await readAll(store)
        expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index))
        for (const [number, { position }] of answers.entries()) expect(events[position]?.id).toBe(`n${number}-${number % 4}`)
      })
    })

    describe('read', () => {
      const mixed = async () => {
        await fresh()
        for (let number = 0; number < 30; number++)
          await store.append(`s${number % 3}`, [note(`a${number}`), note(`b${number}`, {}, 'OtherNoted')], { expectedRevision: 'any' })
        return readAll(store)
      }

      test('any range, direction, stream and choice of types equals the same choice made from everything', async () => {
        const all = await mixed()
        await fc.assert(
          fc.asyncProperty(
            fc.record(
              {
                from: fc.integer({ min: 0, max: 70 }),
                to: fc.integer({ min: 0, max: 70 }),
                backwards: fc.boolean(),
                stream: fc.constantFrom('s0', 's1', 's2', 'none'),
                types: fc.subarray(['NoteTaken', 'OtherNoted', 'Note']),
              },
              { requiredKeys: [] },
            ),
            async (options) => {
              expect(await readAll(store, options as ReadOptions)).toEqual(chosen(all, options as ReadOptions))
            },
          ),
          { numRuns: 150 },
        )
      })

      test('batches hold the same events', async () => {
        const all = await mixed()
        for (const options of [{}, { from: 7, to: 40 }, { types: ['OtherNoted'] }, { from: 60 }] as const)
          expect(await collected(batchesOf(store, options))).toEqual(chosen(all, options))
      })

      test('bare batches hold the same events, as much of them as replay needs', async () => {
        const all = await mixed()
        for (const options of [{ types: ['OtherNoted'] }, { types: ['NoteTaken', 'Note'], from: 7, to: 40 }, { types: [], from: 3 }]) {
          const found = await collected(bareBatchesOf(store, options))
          expect(found).toMatchObject(chosen(all, options).map(bare))
          expect(found).toHaveLength(chosen(all, options).length)
        }
      })

      test('lines are the events as they are hashed', async () => {
        const all = await mixed()
        const lines = async (options: { from?: number; to?: number }) => {
          const found: string[] = []
          for await (const part of linesOf(store, options)) for (const line of part) found.push(Buffer.from(line).toString())
          return found
        }
        expect(await lines({})).toEqual(all.map(lineOf))
        expect(await lines({ from: 5, to: 11 })).toEqual(all.slice(5, 12).map(lineOf))
      })

      test('picks events by position, finds them by id, lists streams', async () => {
        const all = await mixed()
        expect(await pickFrom(store, [41, 3, 3, 59, 0, 60, 1_000])).toEqual([0, 3, 41, 59].map((position) => all[position]))
        expect(await pickFrom(store, [])).toEqual([])
        expect(await locateIn(store, 'b17')).toBe(35)
        expect(await locateIn(store, 'b170')).toBeUndefined()
        expect(await itemsOf(streamsOf(store))).toEqual(['s0', 's1', 's2'].map((stream) => ({ stream, events: 20 })))
        expect(await itemsOf(streamsOf(store, { prefix: 's2' }))).toEqual([{ stream: 's2', events: 20 }])
      })

      test('ends at the tip as it was at the call', async () => {
        await mixed()
        const seen: number[] = []
        for await (const { position } of store.read() as AsyncIterable<RecordedEvent>) {
          if (position === 0) await store.append('late', [note('late')], { expectedRevision: 'any' })
          seen.push(position)
        }
        expect(seen).toHaveLength(60)
      })

      test('a slow reader is not run over: nothing is read far ahead of it', async () => {
        await fresh({ a: notes('a', 3_000) })
        const stream = store.read()
        await new Promise((resolve) => stream.once('readable', resolve))
        expect(stream.readableLength).toBeLessThanOrEqual(512)
        expect(await collectedStream(stream)).toHaveLength(3_000)
      })

      test('a signal ends a read', async () => {
        await mixed()
        const cancel = new AbortController()
        const reading = collectedStream(store.read({ follow: true, signal: cancel.signal }))
        cancel.abort()
        await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
      })
    })

    describe('follow', () => {
      test('goes on with what is appended, without loss or repeat', async () => {
        await fresh({ a: notes('a', 3) })
        const seen: number[] = []
        const following = (async () => {
          for await (const { position } of store.read({ follow: true, from: 1 }) as AsyncIterable<RecordedEvent>) {
            seen.push(position)
            if (position === 62) return
          }
        })()
        for (let number = 0; number < 20; number++) await store.append(`s${number}`, notes(`n${number}-`, 3), { expectedRevision: 'any' })
        await following
        expect(seen).toEqual(Array.from({ length: 62 }, (_, index) => index + 1))
      })

      test('one stream, some types, up to a revision: then it ends', async () => {
        await fresh({ a: notes('a', 2) })
        const following = collectedStream(store.read({ follow: true, stream: 'a', types: ['OtherNoted'], to: 5 }))
        for (let number = 2; number < 8; number++) {
          await store.append('b', notes(`b${number}-`, 2), { expectedRevision: 'any' })
          await store.append('a', [note(`a${number}`, {}, number % 2 ? 'OtherNoted' : 'NoteTaken')], { expectedRevision: 'any' })
        }
        expect((await following).map(({ revision }) => revision)).toEqual([3, 5])
      })

      test('ends when the stream is destroyed', async () => {
        await fresh({ a: notes('a', 1) })
        const stream = store.read({ follow: true })
        await new Promise((resolve) => stream.once('data', resolve))
        stream.destroy()
        await new Promise((resolve) => stream.once('close', resolve))
        expect(stream.destroyed).toBe(true)
      })
    })

    describe('close', () => {
      test('is idempotent; afterwards everything is refused', async () => {
        await fresh({ a: notes('a', 1) })
        await Promise.all([store.close(), store.close()])
        await expect(store.append('a', notes('b', 1), { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'closed' })
        await expect(store.tip()).rejects.toMatchObject({ code: 'closed' })
        await expect(readAll(store)).rejects.toMatchObject({ code: 'closed' })
        await expect(collected(batchesOf(store))).rejects.toMatchObject({ code: 'closed' })
      })

      test('reads under way end with the fault', async () => {
        await fresh({ a: notes('a', 1) })
        const following = collectedStream(store.read({ follow: true }))
        await store.close()
        await expect(following).rejects.toMatchObject({ code: 'closed' })
      })

      test('what was accepted before it is written', async () => {
        await fresh()
        const accepted = store.append('a', notes('a', 1), { expectedRevision: 'any' })
        await store.close()
        expect(await accepted).toEqual({ position: 0, revision: 0 })
      })
    })

    describe('reopen', () => {
      const { reopen } = adapter
      const again = typeof reopen === 'function' ? reopen : undefined
      test.skipIf(!again)(
        typeof reopen === 'object' ? `cannot: ${reopen.cannot}` : 'everything is there, and goes on where it was',
        async () => {
          await fresh({ a: notes('a', 3), b: notes('b', 2) })
          const before = await readAll(store)
          await store.close()
          store = await (again as () => Promise<EventStore>)()
          expect(await readAll(store)).toEqual(before)
          expect(await store.append('a', notes('a', 3), { expectedRevision: 'no-stream' })).toEqual({ position: 2, revision: 2 })
          await expect(store.append('c', [note('b1')], { expectedRevision: 'any' })).rejects.toMatchObject({ code: 'duplicate-id' })
          expect(await store.append('a', notes('c', 1), { expectedRevision: 2 })).toEqual({ position: 5, revision: 3 })
        },
      )
    })
  })
}

const chosen = (
  all: readonly RecordedEvent[],
  { stream, from = 0, to = Number.POSITIVE_INFINITY, types, backwards }: ReadOptions,
): RecordedEvent[] => {
  const place = (event: RecordedEvent) => (stream === undefined ? event.position : event.revision)
  const events = all.filter(
    (event) =>
      (stream === undefined || event.stream === stream) &&
      place(event) >= from &&
      place(event) <= to &&
      (!types || types.includes(event.type)),
  )
  return backwards ? events.reverse() : events
}

/** As much of an event as replay needs. */
const bare = ({ position, type, stream, revision, version, id, recorded, data }: RecordedEvent): BareEvent => ({
  position,
  type,
  stream,
  revision,
  version,
  id,
  recorded,
  data,
})

const collected = async <Item>(source: AsyncIterable<readonly Item[]>): Promise<Item[]> => {
  const items: Item[] = []
  for await (const batch of source) items.push(...batch)
  return items
}

const itemsOf = async <Item>(source: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}

const collectedStream = (stream: AsyncIterable<unknown>): Promise<RecordedEvent[]> => itemsOf(stream) as Promise<RecordedEvent[]>
