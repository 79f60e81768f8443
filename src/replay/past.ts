import type { CorrectedEvent, RecordedEvent } from '../kernel/envelope.ts'
import { pickFrom } from '../store/pick-from.ts'
import type { Replayed } from './replayed.ts'

/** An event that was folded before, and how it looks now: undefined when it is retracted. */
export interface PastEvent {
  readonly raw: RecordedEvent
  readonly now: CorrectedEvent | undefined
}

/** Events of the past, read and corrected once for all views of a step. */
export interface Past {
  /** In arrays, in the order of the positions. */
  at(positions: readonly number[]): AsyncIterable<readonly PastEvent[]>
}

/** How many are read at a time, and how many are kept. */
const chunk = 4_096
const most = 16_384

export const pastOf = (views: Replayed): Past => {
  const kept = new Map<number, PastEvent>()
  return {
    async *at(positions) {
      for (let start = 0; start < positions.length; start += chunk) {
        const wanted = positions.slice(start, start + chunk)
        const read = new Map<number, PastEvent>()
        for (const raw of await pickFrom(
          views.store,
          wanted.filter((position) => !kept.has(position)),
        )) {
          const event = { raw, now: views.correct(raw) }
          read.set(raw.position, event)
          if (kept.size < most) kept.set(raw.position, event)
        }
        yield wanted.flatMap((position) => kept.get(position) ?? read.get(position) ?? [])
      }
    },
  }
}
