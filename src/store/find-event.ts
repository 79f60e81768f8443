import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventStore } from './event-store.ts'
import { locateIn } from './locate-in.ts'

/** The event with this id, or undefined. */
export const findEvent = async (store: EventStore, id: string): Promise<RecordedEvent | undefined> => {
  const position = await locateIn(store, id)
  if (position === undefined) return undefined
  for await (const event of store.read({ from: position, to: position })) return event
  return undefined
}
