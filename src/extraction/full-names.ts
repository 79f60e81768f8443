import { foldText } from '../kernel/ids.ts'
import type { PersonMention, Sentence } from '../kernel/reading.ts'

/** The form under which a document names somebody most fully. */
export interface FullNames {
  of(mention: PersonMention): string
  /** The parts of a name, folded: the same for all its spellings. */
  keyOf(name: string): string
}

interface Named {
  readonly name: string
  readonly parts: readonly string[]
  times: number
  readonly offices: Set<string>
  high: boolean
  /** Told as a woman, or as somebody’s wife. */
  woman: boolean
  wife: boolean
  /** The titles of a royal house. */
  readonly royal: Set<string>
}

/**
 * Every name to the fullest form that the document uses: “Trump” to “Donald Trump”, “Kasym Jomart Tokayev” to “Kasym
 * Jomart Kemelevich Tokayev”, “Sinzo Abe” to “Shinzo Abe” where that stands more often. Of several people whom a short
 * form fits, the one who holds its office is meant, else the one who holds a high one: the news is about the President,
 * not about his daughter.
 */
export const fullNamesOf = (sentences: readonly Sentence[], isKnown: (name: string) => boolean = () => false): FullNames => {
  const all = namesOf(sentences)
  const byPart = new Map<string, Named[]>()
  const byWhole = new Map<string, Named[]>()
  for (const entry of all.values()) {
    for (const part of entry.parts) put(byPart, part, entry)
    put(byWhole, entry.parts.join(''), entry)
  }
  const full = new Map<string, Named>()
  const women = new Map<string, Named>()
  for (const entry of all.values()) {
    const longer = longerThan(entry, byPart)
    const [first] = longer
    if (first && longer.every((other) => other === first || within(other, first))) full.set(entry.name, first)
    else if (first) {
      const best = outstanding(entry, longer)
      if (best) full.set(entry.name, best)
      const woman = longer.find((other) => other.woman)
      if (woman && woman !== best) women.set(entry.name, woman)
    } else {
      const same = (byWhole.get(entry.parts.join('')) ?? []).find((other) => other !== entry && other.times > entry.times)
      const spelt = same ?? misspelt(entry, byPart, isKnown)
      if (spelt) full.set(entry.name, spelt)
    }
  }
  const resolved = (name: string): string => {
    const once = full.get(name)?.name ?? name
    return full.get(once)?.name ?? once
  }
  return {
    of: ({ name, gender }) =>
      gender === 'f' && women.has(name as string) ? (women.get(name as string) as Named).name : resolved(name as string),
    keyOf: (name) => all.get(name)?.parts.join(' ') ?? nameKey(name),
  }
}

const namesOf = (sentences: readonly Sentence[]): Map<string, Named> => {
  const all = new Map<string, Named>()
  for (const { items } of sentences)
    for (const { kind, value } of items) {
      if (kind !== 'person') continue
      const { name, officeKey, role, gender } = value as PersonMention
      if (!name) continue
      const known = all.get(name) ?? {
        name,
        parts: nameKey(name).split(' '),
        times: 0,
        offices: new Set(),
        high: false,
        woman: false,
        wife: false,
        royal: new Set(),
      }
      all.set(name, known)
      known.times++
      if (officeKey) known.offices.add(officeKey)
      known.high ||= heads.has(role ?? '')
      if (role === 'royal' && officeKey) known.royal.add(officeKey)
      known.wife ||= role === 'spouse'
      known.woman ||= gender === 'f' || known.wife
    }
  return all
}

export const heads: ReadonlySet<string> = new Set(['head-of-state', 'head-of-government', 'party-leader', 'royal'])

const put = <T>(index: Map<string, T[]>, key: string, entry: T): void => {
  const known = index.get(key)
  if (known) known.push(entry)
  else index.set(key, [entry])
}

/** The longer names that hold all parts of a name, the longest first. */
const longerThan = ({ name, parts, high, royal }: Named, byPart: ReadonlyMap<string, Named[]>): Named[] => {
  const near = (part: string | undefined) => (byPart.get(part as string) ?? []).slice(0, 50)
  const [first, last] = [parts[0], parts[parts.length - 1]]
  return [...new Set([...near(last), ...(parts.length > 1 || /^[A-Z]/.test(name) ? near(first) : [])])]
    .filter((other) => !(high && other.wife) && !differentRoyals(royal, other.royal))
    .filter((other) => other.parts.length > parts.length && parts.every((part) => other.parts.includes(part)))
    .filter((other) => parts.length > 1 || other.parts[0] === first || other.parts[other.parts.length - 1] === first)
    .sort((a, b) => b.parts.length - a.parts.length)
}

/** “Quốc vương Salman” and “Thái tử Mohammed bin Salman”. */
const differentRoyals = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((title) => b.has(title))

const within = (a: Named, b: Named): boolean =>
  a.parts.every((part) => b.parts.includes(part)) || b.parts.every((part) => a.parts.includes(part))

/** Whom a short form of several people means: the holder of its office, else who alone holds a high one and is told most. */
const outstanding = (short: Named, longer: readonly Named[]): Named | null => {
  const holders = longer.filter(({ offices }) => [...offices].some((key) => short.offices.has(key)))
  const among = holders.length > 0 ? holders : longer.filter(({ high }) => high)
  const [first] = [...among].sort((a, b) => b.times - a.times)
  if (!first) return null
  return among.every((other) => other === first || within(other, first) || alike(other, first) || other.times < first.times) ? first : null
}

/** “Sergei Lavrov”, “Sergey Lavrov”: one part is spelt in two ways, the others are the same. The form that the tables know wins, else the one told more often. */
const misspelt = (entry: Named, byPart: ReadonlyMap<string, Named[]>, isKnown: (name: string) => boolean): Named | null => {
  const own = isKnown(entry.name)
  const near = entry.parts.flatMap((part) => (byPart.get(part) ?? []).slice(0, 50))
  return (
    near
      .filter((other) => other !== entry && alike(entry, other))
      .filter((other) =>
        isKnown(other.name) === own ? other.times > entry.times || (other.times === entry.times && other.name < entry.name) : !own,
      )
      .sort((a, b) => b.times - a.times)[0] ?? null
  )
}

const alike = (a: Named, b: Named): boolean => {
  if (a.parts.length !== b.parts.length || a.parts.length < 2) return false
  const differing = a.parts.filter((part, i) => part !== b.parts[i])
  if (differing.length !== 1) return false
  const i = a.parts.findIndex((part, k) => part !== b.parts[k])
  const [x, y] = [a.parts[i] as string, b.parts[i] as string]
  return Math.min(x.length, y.length) >= 5 && x[0] === y[0] && oneSlip(x, y)
}

/** One letter more, less or other; or two letters that changed places. */
const oneSlip = (x: string, y: string): boolean => {
  if (Math.abs(x.length - y.length) > 1) return false
  let from = 0
  while (from < x.length && x[from] === y[from]) from++
  let back = 0
  while (back < Math.min(x.length, y.length) - from && x[x.length - 1 - back] === y[y.length - 1 - back]) back++
  const [left, right] = [x.length - from - back, y.length - from - back]
  return Math.max(left, right) <= 1 || (left === 2 && right === 2 && x[from] === y[from + 1] && x[from + 1] === y[from])
}

const nameKey = (name: string): string =>
  foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
