import { resolverName } from './linking.ts'
import type { Rooms } from './rooms.ts'

/** The stream of links that no single document's ingest found. */
const identity = 'identity'

/** Appends the links, and retractions of links, that follow from corrections or newer rules. Answers how many. */
export const reconcile = async ({ linking, recorder }: Pick<Rooms, 'linking' | 'recorder'>): Promise<number> => {
  linking.forget()
  const drafts = await linking.reconcile()
  if (drafts.length === 0) return 0
  const { events } = await recorder.record(identity, drafts, { by: resolverName, text: null, expectedRevision: 'any' })
  linking.recorded(events)
  return events.length
}
