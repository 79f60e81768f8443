import { lineOf } from '../kernel/envelope.ts'
import { batchesOf } from './batches-of.ts'
import type { EventStore } from './event-store.ts'

/** The stored lines of any store, in arrays, without LF: its own bytes, else written anew from the events. */
export const linesOf = (store: EventStore, options: { from?: number; to?: number } = {}): AsyncIterable<readonly Uint8Array[]> =>
  store.lines ? store.lines(options) : written(store, options)

async function* written(store: EventStore, options: { from?: number; to?: number }): AsyncGenerator<readonly Uint8Array[]> {
  for await (const batch of batchesOf(store, options)) yield batch.map((event) => Buffer.from(lineOf(event)))
}
