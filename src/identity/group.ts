/** Two nodes that a rule holds to be one and the same. */
export interface Edge {
  readonly a: string
  readonly b: string
  /** The stronger edge is taken first where not all can hold: 1 is certain, 2 a person's word. */
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
  /** Nodes that only hold others together: what is said alike in several reports. */
  readonly ties: ReadonlySet<string>
  /** Its smallest member: the same whatever the order of arrival. Of ties alone: the smallest tie. */
  readonly least: string
  /** The node that names the group, when one of its nodes is a name of its own (a person of the gazetteer). */
  readonly anchor: string | null
}

/** A tie's name starts with `~`, so that it sorts after all members. */
export const isTie = (node: string): boolean => node.startsWith('~')

/** The edges at each node; an edge that several blocks find holds as long as one of them does. */
export interface Edges {
  /** Answers whether it is new. */
  add(edge: Edge): boolean
  /** Answers whether it is gone. */
  remove(edge: Edge): boolean
  at(node: string): Iterable<Edge>
}

export const createEdges = (): Edges => {
  const edges = new Map<string, Map<string, { readonly edge: Edge; readonly times: number }>>()
  const keyOf = ({ a, b, rule }: Edge): string => `${a}\n${b}\n${rule}`
  const set = (edge: Edge, times: number) => {
    for (const node of [edge.a, edge.b]) {
      const here = edges.get(node) ?? new Map()
      if (times === 0) here.delete(keyOf(edge))
      else here.set(keyOf(edge), { edge, times })
      if (here.size > 0) edges.set(node, here)
      else edges.delete(node)
    }
  }
  return {
    add(edge) {
      const times = edges.get(edge.a)?.get(keyOf(edge))?.times ?? 0
      set(edge, times + 1)
      return times === 0
    },
    remove(edge) {
      const known = edges.get(edge.a)?.get(keyOf(edge))
      if (!known) return false
      set(known.edge, known.times - 1)
      return known.times === 1
    },
    *at(node) {
      for (const { edge } of edges.get(node)?.values() ?? []) yield edge
    },
  }
}
