import { Fault } from '../kernel/fault.ts'
import type { EventStore } from '../store/event-store.ts'
import { pickFrom } from '../store/pick-from.ts'

/**
 * The position that a point in time means: digits alone are a position, everything else is an instant (a bare date
 * its end, UTC), and the greatest position recorded at it or before. -1: nothing was recorded yet.
 */
export const positionAsOf = async (store: EventStore, asOf: number | string): Promise<number> => {
  const tip = await store.tip()
  if (typeof asOf === 'number' || /^\d+$/.test(asOf)) return Math.min(Number(asOf), tip)
  const instant = instantOf(asOf)
  let [low, high] = [-1, tip]
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    const [event] = await pickFrom(store, [middle])
    if (event && event.recorded <= instant) low = middle
    else high = middle - 1
  }
  return low
}

const instantOf = (text: string): string => {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text)
  if (!Number.isNaN(instant.getTime())) return instant.toISOString()
  throw new Fault('invalid-input', {
    attempted: `find the position as of ${JSON.stringify(text)}`,
    found: 'no position and no time',
    expected: 'a position such as 1200, a date such as 2024-03-01 or an instant such as 2024-03-01T08:00:00Z',
  })
}
