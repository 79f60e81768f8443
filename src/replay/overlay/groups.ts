import { createDecisions, type Joining, type Parting } from './decisions.ts'
import { type Group, groupOfOne, standsFor } from './group.ts'
import { resolveJoinings } from './resolve-joinings.ts'
import { createSieve } from './sieve.ts'

/** Ids that stand for one another, under the decisions in force. */
export interface Groups {
  join(joining: Joining): void
  part(parting: Parting): void
  /** Takes a decision back. */
  undo(by: string): void
  /**
   * Works out every group that decisions since the last call touched; answers the ids whose canonical member
   * changed, each with the one before.
   */
  settle(): Map<string, string>
  canonical(id: string): string
  /** Whether the id belongs to a group. */
  isGrouped(id: string): boolean
  /** All ids of the id's group, itself among them. */
  members(id: string): readonly string[]
  /** Ids of the decisions in force that name this id. */
  decisions(id: string): string[]
  /** How many ids belong to a group. */
  readonly size: number
}

/**
 * A joining that meets no parting is a union, smaller groups into the largest, so that the leader whom ten thousand
 * documents report costs no more than any other. What a parting or an undo touches is resolved anew, as a whole.
 */
export const createGroups = (): Groups => {
  const decisions = createDecisions()
  const groups = new Map<string, Group>()
  const grouped = createSieve()
  /** Joinings since the last settling, by the event that decided: what is taken back before it never was. */
  const arrived = new Map<string, Joining>()
  const unsettled = new Set<string>()
  let changed = new Map<string, string>()

  const canonical = (id: string): string => (grouped.mayHold(id) ? (groups.get(id)?.canonical ?? id) : id)
  const groupOf = (id: string): Group => groups.get(id) ?? groupOfOne(id, decisions.isParted(id))
  const note = (id: string, before: string, after: string): void => {
    if (before !== after && !changed.has(id)) changed.set(id, before)
    if (changed.get(id) === after) changed.delete(id)
  }

  const unite = (joining: Joining): void => {
    const parts = [...new Map(joining.members.map(groupOf).map((group) => [group.canonical, group])).values()]
    const largest = parts.reduce((a, b) => (b.members.length > a.members.length ? b : a))
    const { canonical: after, preferred } = standsFor(parts, joining.preferred)
    for (const part of parts) if (part.canonical !== after) for (const id of part.members) note(id, part.canonical, after)
    if (largest.members.length === 1 && (parts.length > 1 || preferred !== undefined)) groups.set(largest.canonical, largest)
    for (const part of parts) {
      if (part === largest) continue
      for (const id of part.members) {
        groups.set(id, largest)
        largest.members.push(id)
      }
    }
    largest.canonical = after
    largest.preferred = preferred
  }
  const resolve = (start: string, seen: Set<string>): void => {
    const { ids, joinings, partings } = decisions.around(start)
    const found = resolveJoinings(joinings, partings)
    for (const id of ids) {
      seen.add(id)
      const before = canonical(id)
      const group = found.get(id)
      if (group) groups.set(id, group)
      else groups.delete(id)
      note(id, before, canonical(id))
    }
  }
  const isSimple = ({ members }: Joining): boolean => members.every((id) => !unsettled.has(id) && !groupOf(id).parted)

  return {
    join(joining) {
      decisions.join(joining)
      for (const id of joining.members) grouped.add(id)
      arrived.set(joining.by, joining)
    },
    part(parting) {
      decisions.part(parting)
      unsettled.add(parting.a).add(parting.b)
    },
    undo(by) {
      const ids = decisions.remove(by)
      if (!arrived.delete(by)) for (const id of ids) unsettled.add(id)
    },
    settle() {
      changed = new Map()
      for (const joining of arrived.values()) {
        if (isSimple(joining)) unite(joining)
        else unsettled.add(joining.members[0] as string)
      }
      arrived.clear()
      const seen = new Set<string>()
      for (const id of unsettled) if (!seen.has(id)) resolve(id, seen)
      unsettled.clear()
      return changed
    },
    canonical,
    isGrouped: (id) => grouped.mayHold(id) && groups.has(id),
    members: (id) => groups.get(id)?.members ?? [id],
    decisions: (id) => [...decisions.naming(id)],
    get size() {
      return groups.size
    },
  }
}
