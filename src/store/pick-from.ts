import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventStore } from './event-store.ts'

/** Gaps shorter than this are read through: one read costs more than some events too many. */
const gap = 64

/** Events at these positions, ascending, each once, from any store. */
export const pickFrom = async (store: EventStore, positions: readonly number[]): Promise<RecordedEvent[]> => {
  if (store.pick) return store.pick(positions)
  const picked: RecordedEvent[] = []
  for (const range of rangesOf(positions)) {
    const wanted = new Set(range)
    for await (const event of store.read({ from: range[0] as number, to: range[range.length - 1] as number }))
      if (wanted.has(event.position)) picked.push(event)
  }
  return picked
}

/** Ascending, without repeats. */
export const ascending = (positions: readonly number[]): number[] => [...new Set(positions)].sort((a, b) => a - b)

const rangesOf = (positions: readonly number[]): number[][] => {
  const ranges: number[][] = []
  for (const position of ascending(positions)) {
    const range = ranges[ranges.length - 1]
    if (range && position - (range[range.length - 1] as number) <= gap) range.push(position)
    else ranges.push([position])
  }
  return ranges
}
