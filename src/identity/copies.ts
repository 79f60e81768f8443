import type { Fingerprint } from './document.ts'
import { sharedBetween } from './fingerprint.ts'
import type { Edge } from './group.ts'
import type { Groups } from './groups.ts'

/** Texts shorter than this are too alike by chance, in shingles. */
const leastShingles = 30
/** The share of the shorter text that a copy has in common with its source. */
const copied = 0.8
/** How many of a text's least hashes it is looked up by. */
const lookups = 8
/** A shingle that more texts than this have is a set phrase and says nothing. */
export const mostTexts = 32

/**
 * One agency report in several outlets: another headline, a paragraph cut. Two texts are compared when they have one of
 * the hashes that they are looked up by in common, and few others have it; so one more text costs the same, however
 * many there are. What is joined depends on the texts alone, not on the order in which they came.
 */
export interface Copies {
  /** Adds a text, or with `null` takes it out. */
  put(node: string, fingerprint: Fingerprint | null): void
}

export const createCopies = (groups: Pick<Groups, 'link' | 'unlink'>): Copies => {
  const texts = new Map<string, Fingerprint>()
  /** By hash, the texts that are looked up by it. */
  const having = new Map<number, Set<string>>()
  /** Pairs that are joined, from both sides. */
  const joined = new Map<string, Map<string, Edge>>()

  const hashesOf = (node: string): readonly number[] => {
    const { shingles, least } = texts.get(node) as Fingerprint
    return shingles < leastShingles ? [] : least.slice(0, lookups)
  }
  const tells = ({ size }: ReadonlySet<string>): boolean => size <= mostTexts
  const meet = (a: string, b: string): boolean =>
    hashesOf(a).some((hash) => {
      const here = having.get(hash)
      return here?.has(b) === true && tells(here)
    })
  const compare = (one: string, other: string): void => {
    if (one === other || joined.get(one)?.has(other)) return
    const [a, b] = one < other ? [one, other] : [other, one]
    const share = sharedBetween(texts.get(a) as Fingerprint, texts.get(b) as Fingerprint, copied)
    if (share < copied) return
    const edge = wireCopy(a, b, share)
    groups.link(edge)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      joined.set(from, (joined.get(from) ?? new Map<string, Edge>()).set(to, edge))
  }
  const part = (a: string, b: string): void => {
    const edge = joined.get(a)?.get(b)
    if (!edge) return
    groups.unlink(edge)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      joined.get(from)?.delete(to)
      if (joined.get(from)?.size === 0) joined.delete(from)
    }
  }
  const add = (node: string, fingerprint: Fingerprint): void => {
    texts.set(node, fingerprint)
    const others = new Set<string>()
    for (const hash of hashesOf(node)) {
      const here = having.get(hash) ?? new Set()
      having.set(hash, here.add(node))
      if (tells(here)) for (const other of here) others.add(other)
      // It has just become a set phrase: what only it brought together comes apart.
      if (here.size === mostTexts + 1)
        for (const a of here) for (const b of [...(joined.get(a)?.keys() ?? [])]) if (here.has(b) && !meet(a, b)) part(a, b)
    }
    for (const other of others) compare(node, other)
  }
  const remove = (node: string): void => {
    for (const other of [...(joined.get(node)?.keys() ?? [])]) part(node, other)
    for (const hash of hashesOf(node)) {
      const here = having.get(hash)
      here?.delete(node)
      if (here?.size === 0) having.delete(hash)
      // A set phrase no longer.
      if (here?.size === mostTexts) for (const a of here) for (const b of here) compare(a, b)
    }
    texts.delete(node)
  }
  return {
    put(node, fingerprint) {
      if (texts.has(node)) remove(node)
      if (fingerprint) add(node, fingerprint)
    },
  }
}

const wireCopy = (a: string, b: string, share: number): Edge => ({
  a,
  b,
  strength: Math.round(share * 100) / 100,
  rule: 'identity/document/shingles',
  says: `${Math.round(share * 100)} % of the shorter text's five-word shingles are shared`,
})
