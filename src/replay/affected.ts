import { locateIn } from '../store/locate-in.ts'
import { readMentions } from './mentions.ts'
import type { Change } from './overlay/overlay.ts'
import { type Replayed, typesReadBy } from './replayed.ts'

/** Positions, ascending, up to `to`, of events that look different after a change of the overlay. */
export const positionsAffected = async (views: Replayed, change: Change, to: number): Promise<number[]> => {
  const found = new Set<number>()
  for (const id of change.events) {
    const position = await locateIn(views.store, id)
    if (position !== undefined) found.add(position)
  }
  for (const stream of change.streams)
    for await (const event of views.store.read({ stream })) if (event.position <= to) found.add(event.position)
  if (change.ids.size > 0) {
    const types = typesReadBy(views.parts.map(({ folding }) => folding.projection))
    views.mentions ??= await readMentions(views.store, views.register, types, to)
    for (const id of change.ids) for (const position of views.mentions.of(id)) found.add(position)
  }
  return [...found].filter((position) => position <= to).sort((a, b) => a - b)
}
