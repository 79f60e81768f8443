/** Two nodes that a rule holds to be one and the same. */
export interface Edge {
  readonly a: string
  readonly b: string
  /** The stronger edge is taken first where not all can hold: 1 is certain. */
  readonly strength: number
  /** `identity/person/name-and-country`. */
  readonly rule: string
  /** One sentence: why this rule holds them to be one. */
  readonly says: string
  /** Rows of the gazetteer that it rests on. */
  readonly rows?: readonly string[]
}

/** Nodes that are one and the same. */
export interface Group {
  readonly members: ReadonlySet<string>
  /** How many of the members are real: a node that starts with `~` only holds others together. */
  readonly size: number
  /** Its smallest member: the same whatever the order of arrival. */
  readonly least: string
  /** The node that names the group, when one of its nodes is a name of its own (a person of the gazetteer). */
  readonly anchor: string | null
}

/**
 * Nodes joined by edges, and kept apart by verdicts: two anchors never join, and neither do two nodes that a person
 * set apart. Within a connected set that holds such a contradiction, edges are taken strongest first and one that would
 * join what is apart is passed over; elsewhere the group is the connected set. Both depend on the edges alone.
 */
export interface Groups {
  link(edge: Edge): void
  unlink(edge: Edge): void
  /** Nodes that must never be one. */
  apart(a: string, b: string): void
  together(a: string, b: string): void
  groupOf(node: string): Group
  edgesOf(node: string): Iterable<Edge>
  /** Nodes whose group may have changed since the last call. */
  touched(): ReadonlySet<string>
  nodes(): Iterable<string>
}

interface Part {
  members: Set<string>
  size: number
  least: string
  anchors: Set<string>
  /** Groups of a contradictory part, by node; computed when asked for. */
  split: Map<string, Group> | null
}

export const createGroups = (isAnchor: (node: string) => boolean = () => false): Groups => {
  const edges = new Map<string, Map<string, { edge: Edge; times: number }>>()
  const partOf = new Map<string, Part>()
  const foes = new Map<string, Set<string>>()
  let touched = new Set<string>()
  /** Nodes at the ends of edges that are gone: their parts have to be looked at again. */
  const stale = new Set<string>()

  const partFor = (node: string): Part => {
    let part = partOf.get(node)
    if (!part) {
      part = { members: new Set([node]), size: weigh(node), least: node, anchors: new Set(isAnchor(node) ? [node] : []), split: null }
      partOf.set(node, part)
    }
    return part
  }

  const join = (a: string, b: string): void => {
    let [large, small] = [partFor(a), partFor(b)]
    if (large === small) {
      large.split = null
      return
    }
    if (small.members.size > large.members.size) [large, small] = [small, large]
    // When the name of the group changes, it changes for all of its members.
    const leastMoves = small.least < large.least || (small.anchors.size > 0 && large.anchors.size === 0)
    if (leastMoves || large.split || small.split) for (const node of large.members) touched.add(node)
    for (const node of small.members) {
      large.members.add(node)
      large.size += weigh(node)
      partOf.set(node, large)
      touched.add(node)
    }
    for (const anchor of small.anchors) large.anchors.add(anchor)
    if (small.least < large.least) large.least = small.least
    large.split = null
    if (isContested(large)) for (const node of large.members) touched.add(node)
  }

  const isContested = (part: Part): boolean =>
    part.anchors.size > 1 || [...foes].some(([a, others]) => part.members.has(a) && [...others].some((b) => part.members.has(b)))

  /** Takes a part to pieces and joins them again along the edges that are left. */
  const rebuild = (part: Part): void => {
    const nodes = [...part.members].sort()
    for (const node of nodes) {
      partOf.delete(node)
      touched.add(node)
      stale.delete(node)
    }
    for (const node of nodes) partFor(node)
    for (const node of nodes) for (const { edge } of edges.get(node)?.values() ?? []) if (edge.a === node) join(edge.a, edge.b)
  }

  const mend = (): void => {
    for (const node of [...stale]) {
      if (stale.has(node)) rebuild(partFor(node))
    }
    stale.clear()
  }

  const splitOf = (part: Part): Map<string, Group> => {
    if (part.split) return part.split
    const groups = new Map<string, Group>()
    for (const node of part.members)
      groups.set(node, { members: new Set([node]), size: weigh(node), least: node, anchor: isAnchor(node) ? node : null })
    const all = [...part.members].flatMap((node) =>
      [...(edges.get(node)?.values() ?? [])].map(({ edge }) => edge).filter(({ a }) => a === node),
    )
    all.sort((x, y) => y.strength - x.strength || compare(x.a, y.a) || compare(x.b, y.b) || compare(x.rule, y.rule))
    for (const { a, b } of all) {
      const [x, y] = [groups.get(a), groups.get(b)]
      if (!x || !y || x === y || (x.anchor && y.anchor) || areApart(x.members, y.members)) continue
      const merged: Group = {
        members: new Set([...x.members, ...y.members]),
        size: x.size + y.size,
        least: x.least < y.least ? x.least : y.least,
        anchor: x.anchor ?? y.anchor,
      }
      for (const node of merged.members) groups.set(node, merged)
    }
    part.split = groups
    return groups
  }

  const areApart = (x: ReadonlySet<string>, y: ReadonlySet<string>): boolean => {
    for (const [a, others] of foes) {
      const other = x.has(a) ? y : y.has(a) ? x : null
      if (other !== null) for (const b of others) if (other.has(b)) return true
    }
    return false
  }

  const keyOf = ({ a, b, rule }: Edge): string => `${a}\n${b}\n${rule}`
  const at = (node: string) => {
    let map = edges.get(node)
    if (!map) {
      map = new Map()
      edges.set(node, map)
    }
    return map
  }
  const link = (edge: Edge): void => {
    if (edge.a === edge.b) return
    const key = keyOf(edge)
    const known = at(edge.a).get(key)
    // Several blocks may find the same edge: it holds as long as one of them does.
    const entry = { edge: known && known.edge.strength >= edge.strength ? known.edge : edge, times: (known?.times ?? 0) + 1 }
    at(edge.a).set(key, entry)
    at(edge.b).set(key, entry)
    if (!known) join(edge.a, edge.b)
  }
  const forbid = (a: string, b: string): void => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const set = foes.get(one) ?? new Set()
      set.add(other)
      foes.set(one, set)
    }
  }
  return {
    link,
    unlink(edge) {
      const key = keyOf(edge)
      const known = edges.get(edge.a)?.get(key)
      if (!known) return
      if (known.times > 1) {
        const entry = { edge: known.edge, times: known.times - 1 }
        at(edge.a).set(key, entry)
        at(edge.b).set(key, entry)
        return
      }
      edges.get(edge.a)?.delete(key)
      edges.get(edge.b)?.delete(key)
      stale.add(edge.a)
    },
    apart(a, b) {
      forbid(a, b)
      for (const part of [partFor(a), partFor(b)]) {
        part.split = null
        for (const node of part.members) touched.add(node)
      }
    },
    together(a, b) {
      link({ a, b, strength: 2, rule: 'human', says: 'a person said so' })
    },
    groupOf(node) {
      mend()
      const part = partFor(node)
      if (isContested(part)) return splitOf(part).get(node) as Group
      const [anchor = null] = part.anchors
      return { members: part.members, size: part.size, least: part.least, anchor }
    },
    *edgesOf(node) {
      for (const { edge } of edges.get(node)?.values() ?? []) yield edge
    },
    touched() {
      mend()
      const result = touched
      touched = new Set()
      return result
    },
    nodes: () => partOf.keys(),
  }
}

/** Nodes that start with `~` sort after all real ones, and do not count. */
export const isVirtual = (node: string): boolean => node.startsWith('~')

const weigh = (node: string): number => (isVirtual(node) ? 0 : 1)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
