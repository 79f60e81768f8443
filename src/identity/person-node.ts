import type { Window } from './calendar.ts'
import type { Mention } from './document.ts'
import { type NameKey, nameKey } from './names.ts'

/** All that documents say of one person id: its name, and the offices with the times at which they give them. */
export interface PersonNode {
  readonly id: string
  readonly name: string | null
  readonly key: NameKey | null
  readonly country: string | null
  /** `''` stands for a mention without an office. */
  readonly roles: ReadonlyMap<string, readonly Window[]>
}

/** Mentions per person id, so that a document can be replaced. */
export interface Census {
  /** Replaces what a document says; answers the ids of which something changed. */
  put(stream: string, mentions: readonly { readonly mention: Mention; readonly window: Window }[]): Set<string>
  node(id: string): PersonNode | null
  /** The documents that mention the person. */
  streams(id: string): Iterable<string>
}

interface Said {
  readonly name: string | null
  readonly country: string | null
  readonly assigned: boolean
  readonly roles: ReadonlyMap<string, readonly Window[]>
}

export const createCensus = (): Census => {
  const said = new Map<string, Map<string, Said>>()
  const mentioned = new Map<string, string[]>()
  const nodes = new Map<string, { signature: string; node: PersonNode }>()

  const refresh = (id: string): boolean => {
    const before = nodes.get(id)?.signature
    const all = said.get(id)
    if (!all || all.size === 0) {
      nodes.delete(id)
      return before !== undefined
    }
    const roles = new Map<string, Map<string, Window>>()
    let name: string | null = null
    let country: string | null = null
    let isAssigned = false
    for (const one of all.values()) {
      isAssigned ||= one.assigned
      // The fullest name, then the alphabet: whichever document came first.
      if (one.name !== null && (name === null || one.name.length > name.length || (one.name.length === name.length && one.name < name)))
        name = one.name
      if (one.country !== null && (country === null || one.country < country)) country = one.country
      for (const [role, windows] of one.roles)
        for (const window of windows) {
          const known = roles.get(role) ?? new Map<string, Window>()
          known.set(JSON.stringify(window), window)
          roles.set(role, known)
        }
    }
    const sorted = [...roles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([role, windows]) => [role, [...windows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, window]) => window)] as const)
    const signature = JSON.stringify([name, country, isAssigned, sorted])
    if (signature === before) return false
    nodes.set(id, {
      signature,
      node: { id, name, key: name === null || isAssigned ? null : nameKey(name), country, roles: new Map(sorted) },
    })
    return true
  }
  return {
    put(stream, mentions) {
      const ids = new Set(mentioned.get(stream) ?? [])
      for (const id of ids) said.get(id)?.delete(stream)
      const here = new Map<string, { name: string | null; country: string | null; assigned: boolean; roles: Map<string, Window[]> }>()
      for (const { mention, window } of mentions) {
        const one = here.get(mention.id) ?? {
          name: mention.name,
          country: mention.country ?? null,
          assigned: mention.assigned === true,
          roles: new Map(),
        }
        const role = mention.role ?? ''
        one.roles.set(role, [...(one.roles.get(role) ?? []), window])
        here.set(mention.id, one)
      }
      for (const [id, one] of here) {
        ids.add(id)
        const all = said.get(id)
        if (all) all.set(stream, one)
        else said.set(id, new Map([[stream, one]]))
      }
      mentioned.set(stream, [...here.keys()])
      return new Set([...ids].filter(refresh))
    },
    node: (id) => nodes.get(id)?.node ?? null,
    streams: (id) => said.get(id)?.keys() ?? [],
  }
}
