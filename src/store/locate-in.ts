import { batchesOf } from './batches-of.ts'
import type { EventStore } from './event-store.ts'

/** Position of the event with this id in any store, or undefined. */
export const locateIn = async (store: EventStore, id: string): Promise<number | undefined> => {
  if (store.locate) return store.locate(id)
  for await (const batch of batchesOf(store)) {
    const found = batch.find((event) => event.id === id)
    if (found) return found.position
  }
  return undefined
}
