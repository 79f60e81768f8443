import { batchesOf } from './batches-of.ts'
import type { EventStore, StreamSummary } from './event-store.ts'

/** Every stream of any store with its number of events, in order of first appearance. */
export const streamsOf = (store: EventStore, options: { prefix?: string } = {}): AsyncIterable<StreamSummary> =>
  store.streams ? store.streams(options) : counted(store, options.prefix ?? '')

async function* counted(store: EventStore, prefix: string): AsyncGenerator<StreamSummary> {
  const counts = new Map<string, number>()
  for await (const batch of batchesOf(store))
    for (const { stream } of batch) if (stream.startsWith(prefix)) counts.set(stream, (counts.get(stream) ?? 0) + 1)
  for (const [stream, events] of counts) yield { stream, events }
}
