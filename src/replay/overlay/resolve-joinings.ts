import type { Joining, Parting } from './decisions.ts'
import { type Group, groupOfOne, standsFor } from './group.ts'

/**
 * Groups under decisions that may contradict one another. People go before machines, and among people the later
 * verdict before the earlier: a separation stands unless a later verdict of a person joins the two again. Machines'
 * joinings follow in the order of the log; whatever would join what is kept apart is left out, member by member, so
 * that a joining of three still joins the two that may be. The answer leaves out ids that stand alone.
 */
export const resolveJoinings = (joinings: readonly Joining[], partings: readonly Parting[]): Map<string, Group> => {
  const groups = new Map<string, Group>()
  const apart: Parting[] = []
  const partedIds = new Set(partings.flatMap(({ a, b }) => [a, b]))
  const groupOf = (id: string): Group => {
    const known = groups.get(id)
    if (known) return known
    const single = groupOfOne(id, partedIds.has(id))
    groups.set(id, single)
    return single
  }
  const mayJoin = (one: Group, other: Group): boolean =>
    one === other ||
    !apart.some(({ a, b }) => {
      const [x, y] = [groupOf(a), groupOf(b)]
      return (x === one && y === other) || (x === other && y === one)
    })
  const merge = (one: Group, other: Group): void => {
    if (one === other) return
    const joined: Group = {
      ...standsFor([one, other], undefined),
      members: [...one.members, ...other.members],
      parted: one.parted || other.parted,
    }
    for (const id of joined.members) groups.set(id, joined)
  }
  const join = (joining: Joining): void => {
    const begun: string[] = []
    for (const id of joining.members) {
      const host = begun.find((first) => mayJoin(groupOf(first), groupOf(id)))
      if (host === undefined) begun.push(id)
      else merge(groupOf(host), groupOf(id))
    }
    if (joining.preferred === undefined) return
    const group = groupOf(joining.preferred)
    Object.assign(group, standsFor([group], joining.preferred))
  }

  const verdicts = [...joinings.filter(({ person }) => person), ...partings].sort((a, b) => b.position - a.position)
  for (const verdict of verdicts) {
    if ('members' in verdict) join(verdict)
    else if (groupOf(verdict.a) !== groupOf(verdict.b)) apart.push(verdict)
  }
  for (const joining of joinings.filter(({ person }) => !person).sort((a, b) => a.position - b.position)) join(joining)

  for (const [id, group] of groups) if (group.members.length < 2 && group.preferred === undefined) groups.delete(id)
  return groups
}
