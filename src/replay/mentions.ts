import { visitIds } from '../kernel/identity-paths.ts'
import type { EventRegister } from '../kernel/register.ts'
import { bareBatchesOf } from '../store/batches-of.ts'
import type { BareEvent, EventStore } from '../store/event-store.ts'

/** Which events mention an id, as their documents wrote it. */
export interface Mentions {
  add(event: BareEvent): void
  /** Positions, ascending; only where the id is of one of these kinds, if kinds are given. */
  of(id: string, kinds?: readonly string[]): readonly number[]
}

export const createMentions = (register: EventRegister): Mentions => {
  const positions = new Map<string, { readonly kind: string; readonly at: number[] }>()
  return {
    add(event) {
      const definition = register.get(event.type)
      if (definition === undefined || definition.corrects || event.version > definition.version) return
      visitIds(definition.upcast(event.data, event.version), definition.ids, (id, kind) => {
        const known = positions.get(id)
        if (known === undefined) positions.set(id, { kind, at: [event.position] })
        else if (known.at[known.at.length - 1] !== event.position) known.at.push(event.position)
      })
    },
    of(id, kinds) {
      const known = positions.get(id)
      return known && (kinds === undefined || kinds.includes(known.kind)) ? known.at : []
    },
  }
}

/** Every mention in events of these types, up to a position: one pass over the log. */
export const readMentions = async (store: EventStore, register: EventRegister, types: readonly string[], to: number): Promise<Mentions> => {
  const mentions = createMentions(register)
  if (to >= 0) for await (const batch of bareBatchesOf(store, { types, to })) for (const event of batch) mentions.add(event)
  return mentions
}
