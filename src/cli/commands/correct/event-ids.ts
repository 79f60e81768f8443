import { Fault } from '../../../kernel/fault.ts'
import type { Context } from '../../context.ts'

/** Ids of events as people give them: the id, or the position that lists and `why` print. */
export const eventIds = async (context: Context, given: readonly string[], write: boolean): Promise<string[]> => {
  const ids: string[] = []
  for (const word of given) ids.push(/^\d+$/.test(word) ? await idAt(context, Number(word), write) : word)
  return ids
}

const idAt = async (context: Context, position: number, write: boolean): Promise<string> => {
  const ledger = await context.ledger({ write })
  for await (const event of ledger.events({ from: position, to: position })) return event.id
  throw new Fault('no-such-event', {
    attempted: `find the event at position ${position}`,
    found: `the last position is ${await ledger.tip()}`,
    position,
  })
}
