import { createEdges, type Edge, type Group, isTie } from './group.ts'
import { divided, verdictsOf } from './verdicts.ts'

/**
 * Nodes joined by edges, and kept apart by verdicts. A connected set without a contradiction is a group; in one that
 * holds two names, or two nodes that a person set apart, the strongest edges decide (`verdicts.ts`). Both depend on the
 * edges alone, never on the order in which they came. Adding an edge costs what the smaller side has; taking one away
 * costs what its connected set has.
 */
export interface Groups {
  link(edge: Edge): void
  unlink(edge: Edge): void
  /** People's word, all of it: pairs that are never one, and sets that are. */
  rule(apart: readonly (readonly [string, string])[], together: readonly (readonly string[])[]): void
  groupOf(node: string): Group
  edgesOf(node: string): Iterable<Edge>
  /** Nodes whose group may have changed since the last call. */
  touched(): ReadonlySet<string>
  nodes(): Iterable<string>
}

/** A connected set. */
interface Part {
  readonly members: Set<string>
  readonly ties: Set<string>
  readonly anchors: Set<string>
  least: string
  /** Its groups, by node, when it holds a contradiction; computed when asked for. */
  groups: Map<string, Group> | null
}

export const createGroups = (isAnchor: (node: string) => boolean = () => false): Groups => {
  const edges = createEdges()
  const parts = new Map<string, Part>()
  let verdicts = verdictsOf([])
  let spoken: readonly Edge[] = []
  let touched = new Set<string>()
  /** Nodes that have lost an edge: their parts have to be looked at again. */
  const stale = new Set<string>()

  const partOf = (node: string): Part => {
    const known = parts.get(node)
    if (known) return known
    const part: Part = {
      members: new Set(isTie(node) ? [] : [node]),
      ties: new Set(isTie(node) ? [node] : []),
      anchors: new Set(isAnchor(node) ? [node] : []),
      least: node,
      groups: null,
    }
    parts.set(node, part)
    return part
  }
  const touch = ({ members, ties }: Part) => {
    for (const nodes of [members, ties]) for (const node of nodes) touched.add(node)
  }
  const sizeOf = ({ members, ties }: Part): number => members.size + ties.size
  const isContested = ({ members, anchors }: Part): boolean => anchors.size > 1 || verdicts.dividing(members)

  const join = (a: string, b: string): void => {
    const [x, y] = [partOf(a), partOf(b)]
    const [large, small] = sizeOf(x) < sizeOf(y) ? [y, x] : [x, y]
    const wasDivided = large.groups !== null || small.groups !== null
    large.groups = null
    if (large !== small) {
      // When the group gets another name, all of its members do.
      if (small.least < large.least || (small.anchors.size > 0 && large.anchors.size === 0)) touch(large)
      touch(small)
      for (const kind of ['members', 'ties', 'anchors'] as const) for (const node of small[kind]) large[kind].add(node)
      for (const nodes of [small.members, small.ties]) for (const node of nodes) parts.set(node, large)
      if (small.least < large.least) large.least = small.least
    }
    if (wasDivided || isContested(large)) touch(large)
  }
  /** Takes a part to pieces and joins them again along the edges that are left. */
  const rebuild = (part: Part): void => {
    touch(part)
    const nodes = [...part.members, ...part.ties]
    for (const node of nodes) {
      parts.delete(node)
      stale.delete(node)
    }
    for (const node of nodes) for (const edge of edges.at(node)) if (edge.a === node) join(edge.a, edge.b)
  }
  const mend = (): void => {
    for (const node of stale) rebuild(partOf(node))
  }
  const link = (edge: Edge): void => {
    if (edge.a !== edge.b && edges.add(edge)) join(edge.a, edge.b)
  }
  const unlink = (edge: Edge): void => {
    if (edges.remove(edge)) stale.add(edge.a)
  }
  return {
    link,
    unlink,
    rule(apart, together) {
      const before = verdicts.nodes
      verdicts = verdictsOf(apart)
      for (const node of [...before, ...verdicts.nodes]) {
        const part = partOf(node)
        part.groups = null
        touch(part)
      }
      for (const edge of spoken) unlink(edge)
      spoken = together.flatMap(([a, ...others]) =>
        others.map((b) => ({ a: a as string, b, strength: 2, rule: 'human', says: 'a person said so' })),
      )
      for (const edge of spoken) link(edge)
    },
    groupOf(node) {
      mend()
      const part = partOf(node)
      if (isContested(part)) {
        part.groups ??= divided([...part.members, ...part.ties], edges, verdicts, isAnchor)
        return part.groups.get(node) as Group
      }
      const [anchor = null] = part.anchors
      return { members: part.members, ties: part.ties, least: part.least, anchor }
    },
    edgesOf: edges.at,
    touched() {
      mend()
      const result = touched
      touched = new Set()
      return result
    },
    nodes: () => parts.keys(),
  }
}
