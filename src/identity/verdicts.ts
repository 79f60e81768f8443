import { type Edge, type Edges, type Group, isTie } from './group.ts'

/** Pairs that a person set apart. */
export interface Verdicts {
  /** Whether the set holds two that are apart. */
  dividing(nodes: ReadonlySet<string>): boolean
  /** Whether one of the first is apart from one of the second. */
  between(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean
  readonly nodes: readonly string[]
}

export const verdictsOf = (pairs: readonly (readonly [string, string])[]): Verdicts => ({
  dividing: (nodes) => pairs.some(([a, b]) => nodes.has(a) && nodes.has(b)),
  between: (x, y) => pairs.some(([a, b]) => (x.has(a) && y.has(b)) || (x.has(b) && y.has(a))),
  nodes: pairs.flat(),
})

/**
 * The groups of a connected set that holds a contradiction: two names, or two that a person set apart. Edges are taken
 * strongest first, and one that would join what is apart is passed over.
 */
export const divided = (
  nodes: Iterable<string>,
  edges: Edges,
  verdicts: Verdicts,
  isAnchor: (node: string) => boolean,
): Map<string, Group> => {
  const groups = new Map<string, Group>()
  const all: Edge[] = []
  for (const node of nodes) {
    groups.set(node, {
      members: new Set(isTie(node) ? [] : [node]),
      ties: new Set(isTie(node) ? [node] : []),
      least: node,
      anchor: isAnchor(node) ? node : null,
    })
    for (const edge of edges.at(node)) if (edge.a === node) all.push(edge)
  }
  all.sort((x, y) => y.strength - x.strength || compare(x.a, y.a) || compare(x.b, y.b) || compare(x.rule, y.rule))
  for (const { a, b } of all) {
    const [x, y] = [groups.get(a), groups.get(b)]
    if (!x || !y || x === y || (x.anchor !== null && y.anchor !== null) || verdicts.between(x.members, y.members)) continue
    const joined: Group = {
      members: new Set([...x.members, ...y.members]),
      ties: new Set([...x.ties, ...y.ties]),
      least: x.least < y.least ? x.least : y.least,
      anchor: x.anchor ?? y.anchor,
    }
    for (const set of [joined.members, joined.ties]) for (const node of set) groups.set(node, joined)
  }
  return groups
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
