/** A decision that ids stand for one and the same. */
export interface Joining {
  /** Id of the event that decided. */
  readonly by: string
  readonly position: number
  /** In the order of the decision. */
  readonly members: readonly string[]
  /** The id that shall stand for all: a gazetteer's. Also in `members`, first. */
  readonly preferred?: string
  /** A person's verdict goes before every machine's. */
  readonly person: boolean
}

/** A decision that two ids must not stand for the same. */
export interface Parting {
  readonly by: string
  readonly position: number
  readonly a: string
  readonly b: string
}

/** The decisions in force, and which of them name an id. */
export interface Decisions {
  join(joining: Joining): void
  part(parting: Parting): void
  /** Answers the ids that the decision named. */
  remove(by: string): readonly string[]
  /** Whether a parting names the id. */
  isParted(id: string): boolean
  naming(id: string): Iterable<string>
  /** Everything that is connected with the id by decisions, joined or not. */
  around(id: string): { ids: Set<string>; joinings: Joining[]; partings: Parting[] }
}

export const createDecisions = (): Decisions => {
  const joinings = new Map<string, Joining>()
  const partings = new Map<string, Parting>()
  const byId = new Map<string, Set<string>>()
  const name = (id: string, by: string): void => {
    const known = byId.get(id)
    if (known) known.add(by)
    else byId.set(id, new Set([by]))
  }
  const named = (by: string): readonly string[] => {
    const parting = partings.get(by)
    return parting ? [parting.a, parting.b] : (joinings.get(by)?.members ?? [])
  }
  const naming = (id: string): Iterable<string> => byId.get(id) ?? []
  return {
    join(joining) {
      joinings.set(joining.by, joining)
      for (const id of joining.members) name(id, joining.by)
    },
    part(parting) {
      partings.set(parting.by, parting)
      for (const id of [parting.a, parting.b]) name(id, parting.by)
    },
    remove(by) {
      const ids = named(by)
      for (const id of ids) byId.get(id)?.delete(by)
      joinings.delete(by)
      partings.delete(by)
      return ids
    },
    isParted(id) {
      for (const by of naming(id)) if (partings.has(by)) return true
      return false
    },
    naming,
    around(id) {
      const ids = new Set([id])
      const decided = new Set<string>()
      // A set that grows while it is walked: what is added is visited too.
      for (const member of ids)
        for (const by of naming(member)) {
          if (decided.has(by)) continue
          decided.add(by)
          for (const other of named(by)) ids.add(other)
        }
      return {
        ids,
        joinings: [...decided].flatMap((by) => joinings.get(by) ?? []),
        partings: [...decided].flatMap((by) => partings.get(by) ?? []),
      }
    },
  }
}
