import { locateIn } from '../store/locate-in.ts'
import { readMentions } from './mentions.ts'
import type { Change } from './overlay/overlay.ts'
import { type Replayed, typesReadBy } from './replayed.ts'

/** Events up to a position that look different after a change of the overlay. */
export interface Affected {
  /** Positions of those that were corrected themselves, or whose document means something else now. */
  readonly themselves: ReadonlySet<number>
  /** All, ascending; of those that mention an id only these kinds, if kinds are given. */
  positions(kinds?: readonly string[]): number[]
  readonly change: Change
}

export const eventsAffected = async (views: Replayed, change: Change, to: number): Promise<Affected> => {
  const themselves = new Set<number>()
  for (const id of change.events) {
    const position = await locateIn(views.store, id)
    if (position !== undefined && position <= to) themselves.add(position)
  }
  for (const stream of change.streams)
    for await (const event of views.store.read({ stream })) if (event.position <= to) themselves.add(event.position)
  if (change.ids.size > 0) {
    const types = typesReadBy(views.parts.map(({ folding }) => folding.projection))
    views.mentions ??= await readMentions(views.store, views.register, types, to)
  }
  return {
    themselves,
    change,
    positions(kinds) {
      const found = new Set(themselves)
      for (const id of change.ids) for (const position of views.mentions?.of(id, kinds) ?? []) if (position <= to) found.add(position)
      return [...found].sort((a, b) => a - b)
    },
  }
}
