import type { NewEvent } from '../kernel/envelope.ts'
import { resolverName } from './linking.ts'
import type { Rooms } from './rooms.ts'

/** The stream of links that no single document's ingest found. */
const identity = 'identity'

/** Appends the links, and retractions of links, that follow from what people decided. */
export const reconcileDecided = async (rooms: Linked, events: readonly Pick<NewEvent, 'id'>[]): Promise<void> => {
  await rooms.linking.decided(events)
  await appendLinks(rooms)
}

/** Those that follow from newer rules, or from whatever else was appended. Answers how many. */
export const reconcile = async (rooms: Linked): Promise<number> => {
  rooms.linking.forget()
  return appendLinks(rooms)
}

type Linked = Pick<Rooms, 'linking' | 'recorder'>

const appendLinks = async ({ linking, recorder }: Linked): Promise<number> => {
  const drafts = await linking.reconcile()
  if (drafts.length === 0) return 0
  const { events } = await recorder.record(identity, drafts, { by: resolverName, text: null, expectedRevision: 'any' })
  linking.recorded(events)
  return events.length
}
