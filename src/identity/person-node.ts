import type { Window } from './calendar.ts'
import type { Mention } from './document.ts'
import { type NameKey, nameKey } from './names.ts'

/** All that documents say of one person id: its name, and the offices with the times at which they give them. */
export interface PersonNode {
  readonly id: string
  readonly name: string | null
  /** Null for those without a name, and for those whom a person assigned: nothing is to be compared. */
  readonly key: NameKey | null
  readonly country: string | null
  /** `''` stands for a mention without an office. A full name is told apart without times: they are kept for short names only. */
  readonly roles: ReadonlyMap<string, readonly Window[]>
}

/** What is said of each person id, counted, so that a document can be replaced. */
export interface Census {
  /** Replaces what a document says; answers the ids of which something changed. */
  put(stream: string, mentions: readonly { readonly mention: Mention; readonly window: Window }[]): Set<string>
  node(id: string): PersonNode | null
  /** The documents that mention the person. */
  streams(id: string): Iterable<string>
}

interface Said {
  readonly id: string
  readonly name: string | null
  readonly country: string | null
  readonly assigned: boolean
  readonly role: string
  readonly window: Window
}

export const createCensus = (): Census => {
  /** By person: every different thing that is said, and how often. */
  const said = new Map<string, Map<string, { readonly fact: Said; times: number }>>()
  const bySource = new Map<string, readonly { readonly key: string; readonly fact: Said }[]>()
  const streams = new Map<string, Set<string>>()
  const nodes = new Map<string, PersonNode>()

  /** Answers whether something is said for the first time, or no longer. */
  const count = ({ key, fact }: { key: string; fact: Said }, by: 1 | -1): boolean => {
    const all = said.get(fact.id) ?? new Map<string, { readonly fact: Said; times: number }>()
    said.set(fact.id, all)
    const known = all.get(key)
    if (known && known.times + by > 0) {
      known.times += by
      return false
    }
    if (known) all.delete(key)
    else all.set(key, { fact, times: 1 })
    return true
  }
  const refresh = (id: string): void => {
    const facts = [...(said.get(id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { fact }]) => fact)
    if (facts.length === 0) nodes.delete(id)
    else nodes.set(id, nodeOf(id, facts))
  }
  return {
    put(stream, mentions) {
      const before = bySource.get(stream) ?? []
      const after = mentions.map(({ mention, window }) => factOf(mention, window))
      const changed = new Set<string>()
      for (const one of after) if (count(one, 1)) changed.add(one.fact.id)
      for (const one of before) if (count(one, -1)) changed.add(one.fact.id)
      for (const { fact } of before) streams.get(fact.id)?.delete(stream)
      for (const { fact } of after) {
        const here = streams.get(fact.id)
        if (here) here.add(stream)
        else streams.set(fact.id, new Set([stream]))
      }
      bySource.set(stream, after)
      for (const id of changed) refresh(id)
      return changed
    },
    node: (id) => nodes.get(id) ?? null,
    streams: (id) => streams.get(id)?.keys() ?? [],
  }
}

const factOf = ({ id, name, country, assigned, role }: Mention, window: Window): { key: string; fact: Said } => {
  const isShort = name === null || (nameKey(name)?.parts.length ?? 0) < 2
  const fact: Said = { id, name, country: country ?? null, assigned: assigned === true, role: role ?? '', window: isShort ? window : null }
  return { key: JSON.stringify(fact), fact }
}

/** The fullest name, then the alphabet: whichever document came first. */
const nodeOf = (id: string, facts: readonly Said[]): PersonNode => {
  const names = facts.flatMap(({ name }) => name ?? []).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const [name = null] = names
  const [country = null] = facts.flatMap((fact) => fact.country ?? []).sort()
  const roles = new Map<string, Window[]>()
  for (const { role, window } of facts) roles.set(role, [...(roles.get(role) ?? []), window])
  const isAssigned = facts.some(({ assigned }) => assigned)
  return { id, name, key: name === null || isAssigned ? null : nameKey(name), country, roles }
}
