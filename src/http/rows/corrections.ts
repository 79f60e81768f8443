import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Reading } from '../frame/reading.ts'

/** What people decided about one event, as far as it is in force. */
export interface Decided {
  readonly retraction?: RecordedEvent
  /** The last one counts. */
  readonly amendment?: RecordedEvent
  readonly reviews: readonly RecordedEvent[]
}

/**
 * Retractions, amendments and reviews in force as of the page, by the event they are about. Resolved from the last one
 * backwards, because a later retraction may take back an earlier one.
 */
export const decisionsAt = ({ ledger, position }: Reading): Promise<ReadonlyMap<string, Decided>> => {
  const points = known.get(ledger) ?? new Map<number, Promise<ReadonlyMap<string, Decided>>>()
  known.set(ledger, points)
  const found = points.get(position) ?? decide({ ledger, position })
  points.delete(position)
  points.set(position, found)
  found.catch(() => points.delete(position))
  if (points.size > pointsKept) points.delete(points.keys().next().value as number)
  return found
}

/** What was decided up to a position never changes; the whole log is read for it. */
const known = new WeakMap<Reading['ledger'], Map<number, Promise<ReadonlyMap<string, Decided>>>>()
const pointsKept = 4

const decide = async ({ ledger, position }: Pick<Reading, 'ledger' | 'position'>): Promise<ReadonlyMap<string, Decided>> => {
  const decided = new Map<string, { retraction?: RecordedEvent; amendment?: RecordedEvent; reviews: RecordedEvent[] }>()
  const types = ['EventRetracted', 'EventAmended', 'EventReviewed']
  for await (const event of ledger.store.read({ types, to: Math.max(position, 0), backwards: true }) as AsyncIterable<RecordedEvent>) {
    if (event.position > position || decided.get(event.id)?.retraction) continue
    const { event: target } = event.data as { event: string }
    const known = decided.get(target) ?? { reviews: [] }
    decided.set(target, known)
    if (event.type === 'EventRetracted') known.retraction ??= event
    else if (event.type === 'EventAmended') known.amendment ??= event
    else known.reviews.unshift(event)
  }
  return decided
}
