import type { RecordedEvent } from '../kernel/envelope.ts'
import type { BatchOptions, EventStore } from './event-store.ts'

const size = 1_024

/** Events in arrays from any store: its own fast path, else collected from `read`. */
export const batchesOf = (store: EventStore, options: BatchOptions = {}): AsyncIterable<readonly RecordedEvent[]> =>
  store.batches ? store.batches(options) : collected(store, options)

async function* collected(store: EventStore, { evidence = true, ...options }: BatchOptions): AsyncGenerator<readonly RecordedEvent[]> {
  let batch: RecordedEvent[] = []
  for await (const event of store.read(options)) {
    batch.push(evidence ? event : { ...event, evidence: [] })
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
