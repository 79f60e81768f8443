import type { Basis } from '../../events/values/correction.ts'
import { type Group, isTie } from './group.ts'
import { createGroups, type Groups } from './groups.ts'

/** The most ids that one link may list. */
const mostMembers = 500

/** A link that joins ids, as the log holds it or is to hold it. */
export interface Joining {
  readonly members: readonly string[]
  /** The id of the group's name in the gazetteer. */
  readonly anchor: string | null
  readonly basis: Basis
}

/** Links of one sort that are in force in the log, and what has to be appended for the log to say what the groups say. */
export interface InForce {
  /** `isDoubtful`: the link says of itself that it rests on a doubt. */
  observe(id: string, members: readonly string[], isDoubtful?: boolean): void
  retracted(id: string): boolean
  /**
   * What is missing and what no longer holds, looking only at the groups of these nodes. Members that `leans` answers yes
   * for are joined by links of their own, and a link that has become more or less sure is made anew. Changes nothing.
   */
  difference(
    touched: Iterable<string>,
    groups: Groups,
    basisOf: (members: readonly string[], group: Group) => Basis,
    leans?: (member: string) => boolean,
  ): { retract: string[]; join: Joining[] }
}

export const createInForce = (): InForce => {
  const links = new Map<string, readonly string[]>()
  const doubtful = new Set<string>()
  const linksOf = new Map<string, Set<string>>()
  const held = createGroups()

  const edges = (id: string, [first, ...others]: readonly string[]) =>
    others.map((other) => ({ a: first as string, b: other, strength: 1, rule: id, says: '' }))

  const observe = (id: string, members: readonly string[], isDoubtful = false) => {
    links.set(id, members)
    if (isDoubtful) doubtful.add(id)
    for (const member of members) {
      const known = linksOf.get(member)
      if (known) known.add(id)
      else linksOf.set(member, new Set([id]))
    }
    for (const edge of edges(id, members)) held.link(edge)
  }
  const retracted = (id: string): boolean => {
    const members = links.get(id)
    if (!members) return false
    links.delete(id)
    doubtful.delete(id)
    for (const member of members) linksOf.get(member)?.delete(id)
    for (const edge of edges(id, members)) held.unlink(edge)
    return true
  }
  return {
    observe,
    retracted,
    difference(touched, groups, basisOf, leans = () => false) {
      const retract = new Set<string>()
      const nodes = new Set([...touched].filter((node) => !isTie(node)))
      for (const node of nodes)
        for (const id of linksOf.get(node) ?? []) {
          const members = links.get(id) as readonly string[]
          const group = groups.groupOf(members[0] as string)
          if (members.every((member) => group.members.has(member)) && members.some(leans) === doubtful.has(id)) continue
          retract.add(id)
          for (const member of members) nodes.add(member)
        }
      // What the retracted links held together is looked at without them; they come back at the end.
      const without = [...retract].map((id) => [id, links.get(id) as readonly string[], doubtful.has(id)] as const)
      for (const [id] of without) retracted(id)
      const join: Joining[] = []
      const seen = new Set<string>()
      for (const node of [...nodes].sort()) {
        const group = groups.groupOf(node)
        if (group.members.size < 2 || seen.has(group.least)) continue
        seen.add(group.least)
        const parts = partsOf(group, held, leans)
        if (parts.length < 2) continue
        // The part that is already joined to most of the group goes first: the others are added to it.
        const [hub, ...others] = parts
        const sure = others.filter((member) => !leans(member))
        for (let i = 0; i < sure.length; i += mostMembers - 1) add([hub as string, ...sure.slice(i, i + mostMembers - 1)])
        for (const member of others) if (leans(member)) add([hub as string, member])

        function add(members: readonly string[]): void {
          join.push({ members, anchor: group.anchor, basis: basisOf(members, group) })
        }
      }
      for (const [id, members, wasDoubtful] of without) observe(id, members, wasDoubtful)
      return { retract: [...retract].sort(), join }
    },
  }
}

const surest = ({ least, members }: Group, leans: (member: string) => boolean): string =>
  leans(least) ? ([...members].filter((member) => !leans(member)).sort()[0] ?? least) : least

/** One member of every part of the group that the links in force hold together; the anchor stands for its part. Those that lean come last. */
const partsOf = (group: Group, held: Groups, leans: (member: string) => boolean): string[] => {
  const parts = new Map<string, { size: number; member: string }>()
  let covered = 0
  const look = (node: string) => {
    const part = held.groupOf(node)
    if (parts.has(part.least)) return
    parts.set(part.least, {
      size: part.members.size,
      member: group.anchor !== null && part.members.has(group.anchor) ? group.anchor : surest(part, leans),
    })
    covered += part.members.size
  }
  if (group.anchor !== null) look(group.anchor)
  look(group.least)
  for (const node of group.members) {
    if (covered >= group.members.size) break
    look(node)
  }
  return [...parts.values()]
    .sort((a, b) => Number(leans(a.member)) - Number(leans(b.member)) || b.size - a.size || (a.member < b.member ? -1 : 1))
    .map(({ member }) => member)
}
