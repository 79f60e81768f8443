import type { RecordedEvent } from '../kernel/envelope.ts'
import type { BareEvent, BareOptions, BatchOptions, EventStore } from './event-store.ts'

const size = 1_024

/** Events in arrays from any store: its own fast path, else collected from `read`. */
export const batchesOf = (store: EventStore, options: BatchOptions = {}): AsyncIterable<readonly RecordedEvent[]> =>
  store.batches ? store.batches(options) : collected(store, options)

/** The same as far as replay needs them: the store's fast path, else whole events. */
export const bareBatchesOf = (store: EventStore, options: BareOptions): AsyncIterable<readonly BareEvent[]> =>
  store.bareBatches ? store.bareBatches(options) : batchesOf(store, options)

async function* collected(store: EventStore, options: BatchOptions): AsyncGenerator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = []
  for await (const event of store.read(options)) {
    batch.push(event)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
