import { Readable } from 'node:stream'
import type { NewEvent, RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import type { EventStore, ReadOptions } from './event-store.ts'
import { locateIn } from './locate-in.ts'

/**
 * A store as it would be after one more append, without appending: for previews. Reads see the pending events after
 * the tip; writing is refused.
 */
export const withPending = async (
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
  recorded: string,
): Promise<EventStore> => {
  const tip = await store.tip()
  let revision = -1
  for await (const event of store.read({ stream, backwards: true, from: 0 })) {
    revision = event.revision
    break
  }
  const pending: RecordedEvent[] = events.map((event, index) => ({
    ...event,
    position: tip + 1 + index,
    stream,
    revision: revision + 1 + index,
    recorded,
  }))
  const wanted = ({ stream: of, from = 0, to = Number.POSITIVE_INFINITY, types }: ReadOptions) =>
    pending.filter((event) => {
      if (of !== undefined && event.stream !== of) return false
      if (types && !types.includes(event.type)) return false
      const at = of === undefined ? event.position : event.revision
      return at >= from && at <= to
    })
  return {
    append: async () => {
      throw new Fault('read-only', { attempted: `append to ${stream}`, found: 'a preview', expected: 'a ledger' })
    },
    read: (options = {}) => Readable.from(concatenated(store, options, wanted(options))),
    tip: async () => tip + pending.length,
    close: async () => {},
    locate: async (id) => {
      const found = pending.find((event) => event.id === id)
      if (found) return found.position
      return locateIn(store, id)
    },
  }
}

async function* concatenated(store: EventStore, options: ReadOptions, pending: readonly RecordedEvent[]): AsyncIterable<RecordedEvent> {
  if (options.backwards) {
    yield* [...pending].reverse()
    yield* store.read(options) as AsyncIterable<RecordedEvent>
  } else {
    yield* store.read({ ...options, follow: false }) as AsyncIterable<RecordedEvent>
    yield* pending
  }
}
