import type { Groups } from './groups.ts'
import type { PartTies } from './occurrences.ts'

/** A part and its whole: one report of each. */
export interface PartOf {
  readonly part: string
  readonly whole: string
}

/** `part-of` links in force, against what the resolver holds; compared by group, so that another member changes nothing. */
export interface PartsInForce {
  observe(id: string, engagements: readonly string[]): void
  retracted(id: string): void
  /** `touched`: nodes that are or were parts or wholes. */
  difference(touched: Iterable<string>, parts: PartTies, groups: Groups): { retract: string[]; append: PartOf[] }
}

export const createPartsInForce = (): PartsInForce => {
  const links = new Map<string, readonly string[]>()
  const linksOf = new Map<string, Set<string>>()
  /** What a touched whole has as parts, here or in the log, may have to be said anew. */
  const withParts = (touched: Iterable<string>, { partsOf }: PartTies, groups: Groups): Set<string> => {
    const nodes = new Set(touched)
    for (const node of [...nodes]) {
      for (const tie of groups.groupOf(node).ties) for (const part of partsOf.get(tie) ?? []) nodes.add(part)
      for (const id of linksOf.get(node) ?? []) for (const member of links.get(id) ?? []) nodes.add(member)
    }
    return nodes
  }
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
      for (const node of withParts(touched, parts, groups)) {
        const part = groups.groupOf(node)
        if (seen.has(part.least)) continue
        seen.add(part.least)
        const wholes = new Map(
          [...part.ties]
            .flatMap((tie) => [...(parts.wholesOf.get(tie) ?? [])])
            .map((tie) => groups.groupOf(tie))
            .filter((whole) => whole.least !== part.least && whole.members.size > 0)
            .map((whole) => [whole.least, whole]),
        )
        const standing = new Set<string>()
        for (const id of new Set([...part.members].flatMap((member) => [...(linksOf.get(member) ?? [])]))) {
          const members = links.get(id) as readonly string[]
          const whole = groups.groupOf(members.at(-1) as string)
          if (whole.least === part.least) continue
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
