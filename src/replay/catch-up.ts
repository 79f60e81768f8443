import type { RecordedEvent } from '../kernel/envelope.ts'
import { batchesOf } from '../store/batches-of.ts'
import { advance } from './advance.ts'
import { type Replayed, typesReadBy } from './replayed.ts'

/** Brings views to a position, the tip by default, reading only what is new to some of them. */
export const catchUp = (views: Replayed, options: CatchUpOptions = {}): Promise<void> => views.inTurn(() => catchUpNow(views, options))

export interface CatchUpOptions {
  readonly to?: number
  readonly progress?: (position: number, last: number) => void
  readonly signal?: AbortSignal
}

const catchUpNow = async (views: Replayed, options: CatchUpOptions): Promise<void> => {
  const tip = await views.store.tip()
  const last = Math.min(options.to ?? tip, tip)
  const projections = views.parts.map(({ folding }) => folding.projection)
  const read = {
    types: [...new Set([...typesReadBy(projections), ...views.register.correcting])],
    to: last,
  }
  // Views that stand at different positions join one after the other: a step ends where the next one joins.
  const joins = [...new Set(views.parts.map(({ state }) => state.position))].sort((a, b) => a - b)
  for (const [at, from] of joins.entries()) {
    const to = Math.min(joins[at + 1] ?? last, last)
    if (from >= to) continue
    let step: RecordedEvent[] = []
    for await (const batch of batchesOf(views.store, { ...read, from: from + 1, to })) {
      options.signal?.throwIfAborted()
      step = [...step, ...batch]
      const end = step[step.length - 1] as RecordedEvent
      if (end.more) continue
      await advance(views, step, end.position)
      step = []
      options.progress?.(end.position, last)
    }
    await advance(views, step, to)
  }
}
