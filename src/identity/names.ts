import { foldText } from '../kernel/ids.ts'

/** A name taken apart for comparing: folded, without initials and patronymics. */
export interface NameKey {
  /** `['kassym', 'jomart', 'tokayev']`, in the order of the document. */
  readonly parts: readonly string[]
  /** The parts run together: hyphens and spaces do not count. */
  readonly compact: string
  /** The parts in alphabetical order: surname first or last does not count. */
  readonly sorted: string
}

const patronymic = /(?:vich|vna|ovych|ievych|ogly|oglu|uulu|uly|kyzy)$/
const particles = new Set(['ong', 'ba', 'mr', 'mrs', 'dr', 'sir', 'h', 'e', 'jr', 'ii', 'iii'])

/** Null for a name without letters. */
export const nameKey = (name: string): NameKey | null => {
  const cached = cache.get(name)
  if (cached !== undefined) return cached
  const key = compute(name)
  if (cache.size > 20_000) cache.clear()
  cache.set(name, key)
  return key
}
const cache = new Map<string, NameKey | null>()

const compute = (name: string): NameKey | null => {
  const all = foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (all.length === 0) return null
  const full = all.filter((part) => part.length > 1 && !particles.has(part))
  // A patronymic is dropped only where a given name and a surname remain without it.
  const names = full.length >= 3 ? full.filter((part) => !patronymic.test(part)) : full
  const parts = names.length >= 2 ? names : full.length > 0 ? full : all
  return { parts, compact: parts.join(''), sorted: [...parts].sort().join(' ') }
}

/** Whether all parts of the shorter one stand in the longer one. */
export const contains = (longer: NameKey, shorter: NameKey): boolean => shorter.parts.every((part) => longer.parts.includes(part))
