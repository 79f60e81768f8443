import { Readable } from 'node:stream'
import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventStore, ReadOptions } from './event-store.ts'
import { locateIn } from './locate-in.ts'

/**
 * A store whose appends go nowhere: reads see the store below and after it what was appended here. For previews; the
 * time of what is only rehearsed is that of the last real event. The store below is never written to.
 */
export const rehearsing = (store: EventStore): EventStore => {
  const pending: RecordedEvent[] = []
  const fits = (event: RecordedEvent, { stream, from = 0, to = Number.POSITIVE_INFINITY, types }: ReadOptions): boolean => {
    const at = stream === undefined ? event.position : event.revision
    return (stream === undefined || event.stream === stream) && at >= from && at <= to && (!types || types.includes(event.type))
  }
  async function* both(options: ReadOptions): AsyncGenerator<RecordedEvent> {
    const mine = pending.filter((event) => fits(event, options))
    if (options.backwards) yield* mine.reverse()
    yield* store.read({ ...options, follow: false }) as AsyncIterable<RecordedEvent>
    if (!options.backwards) yield* mine
  }
  return {
    async append(stream, events) {
      const last = await lastOf(store)
      const before = pending.filter((event) => event.stream === stream).length
      const revision = (await revisionOf(store, stream)) + before
      let position = (last?.position ?? -1) + pending.length
      let next = revision
      for (const event of events)
        pending.push({ ...event, position: ++position, stream, revision: ++next, recorded: last?.recorded ?? '1970-01-01T00:00:00.000Z' })
      return { position, revision: next }
    },
    read: (options = {}) => Readable.from(both(options)),
    tip: async () => (await store.tip()) + pending.length,
    locate: async (id) => pending.find((event) => event.id === id)?.position ?? locateIn(store, id),
    close: async () => {},
  }
}

const lastOf = async (store: EventStore): Promise<RecordedEvent | undefined> => {
  const tip = await store.tip()
  if (tip < 0) return undefined
  for await (const event of store.read({ from: tip }) as AsyncIterable<RecordedEvent>) return event
  return undefined
}

const revisionOf = async (store: EventStore, stream: string): Promise<number> => {
  for await (const { revision } of store.read({ stream, backwards: true }) as AsyncIterable<RecordedEvent>) return revision
  return -1
}
