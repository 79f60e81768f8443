import type { Groups } from './groups.ts'

/** A part and its whole: one report of each. */
export interface PartOf {
  readonly part: string
  readonly whole: string
}

/** `part-of` links in force, against what the resolver holds; compared by group, so that another member changes nothing. */
export interface PartsInForce {
  observe(id: string, engagements: readonly string[]): void
  retracted(id: string): void
  /** `touched`: nodes that are or were parts. `parts`: the ties that are parts, with the ties of their wholes. */
  difference(
    touched: Iterable<string>,
    parts: ReadonlyMap<string, ReadonlySet<string>>,
    groups: Groups,
  ): { retract: string[]; append: PartOf[] }
}

export const createPartsInForce = (): PartsInForce => {
  const links = new Map<string, readonly string[]>()
  const linksOf = new Map<string, Set<string>>()
  return {
    observe(id, engagements) {
      links.set(id, engagements)
      for (const member of engagements) linksOf.set(member, (linksOf.get(member) ?? new Set()).add(id))
    },
    retracted(id) {
      for (const member of links.get(id) ?? []) linksOf.get(member)?.delete(id)
      links.delete(id)
    },
    difference(touched, parts, groups) {
      const retract = new Set<string>()
      const append = new Map<string, PartOf>()
      const seen = new Set<string>()
      for (const node of touched) {
        const part = groups.groupOf(node)
        if (seen.has(part.least)) continue
        seen.add(part.least)
        const wholes = new Map(
          [...part.ties]
            .flatMap((tie) => [...(parts.get(tie) ?? [])])
            .map((tie) => groups.groupOf(tie))
            .filter((whole) => whole !== part && whole.members.size > 0)
            .map((whole) => [whole.least, whole]),
        )
        const standing = new Set<string>()
        for (const id of new Set([...part.members].flatMap((member) => [...(linksOf.get(member) ?? [])]))) {
          const members = links.get(id) as readonly string[]
          const whole = groups.groupOf(members.at(-1) as string)
          if (whole === part) continue
          const holds = members.slice(0, -1).every((member) => part.members.has(member)) && wholes.has(whole.least)
          if (!holds || standing.has(whole.least)) retract.add(id)
          else standing.add(whole.least)
        }
        if (part.members.size > 0)
          for (const whole of wholes.keys()) if (!standing.has(whole)) append.set(`${part.least} ${whole}`, { part: part.least, whole })
      }
      return { retract: [...retract].sort(), append: [...append.values()] }
    },
  }
}
