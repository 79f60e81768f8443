import type { RecordedEvent } from '../../kernel/envelope.ts'
import { digestOf } from '../../kernel/ids.ts'
import type { Reading } from '../frame/reading.ts'
import { decisionsAt } from '../rows/corrections.ts'
import type { EventIndex } from '../search/event-index.ts'

/** A document that waits for a person, and why. */
export interface Waiting {
  readonly sha256: string
  /** Claims with a doubt that nobody has settled. */
  readonly claims: number
  /** How often each doubt stands. */
  readonly doubts: Readonly<Record<string, number>>
}

/** Documents with unsettled doubts: those with more of them first, ties by digest, so that two people see one queue. */
export const queueOf = async (reading: Reading, index: EventIndex): Promise<Waiting[]> => {
  const decided = await decisionsAt(reading)
  const settled = ({ id }: RecordedEvent): boolean => {
    const about = decided.get(id)
    // Whoever looked and was unsure left it to the next.
    const isReviewed = about?.reviews.some(({ data }) => (data as { verdict: string }).verdict !== 'unsure') === true
    return isReviewed || about?.retraction !== undefined || about?.amendment !== undefined
  }
  const waiting = new Map<string, { claims: number; doubts: Record<string, number> }>()
  for (const event of await index.upTo(reading.position)) {
    const sha256 = digestOf(event.stream)
    if (sha256 === null || !event.evidence?.length || settled(event)) continue
    const known = waiting.get(sha256) ?? { claims: 0, doubts: {} }
    known.claims++
    for (const code of event.doubt ?? []) known.doubts[code] = (known.doubts[code] ?? 0) + 1
    waiting.set(sha256, known)
  }
  const sum = ({ doubts }: { doubts: Record<string, number> }) => Object.values(doubts).reduce((a, b) => a + b, 0)
  return [...waiting]
    .sort(([a, x], [b, y]) => sum(y) - sum(x) || (a < b ? -1 : 1))
    .map(([sha256, { claims, doubts }]) => ({ sha256, claims, doubts }))
}
