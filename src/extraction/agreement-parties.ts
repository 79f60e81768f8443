import type { AgreementDraft, PlaceMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { ReadDocument } from './document.ts'
import type { Drafted } from './run-rules.ts'

/** Between whom an instrument is: the countries of its title, its clause or its sentence, else the two of the visit or the talks. */
export const partiesOf = (
  document: ReadDocument,
  { draft, sentence, match }: Drafted<AgreementDraft>,
  pair: readonly string[] | null,
): { parties: string[]; how: 'title' | 'clause' | 'sentence' | 'visit' | 'none' } => {
  const home = document.reader.home
  if (draft.parties.length >= 2) return { parties: [...draft.parties].sort(), how: 'title' }
  const { items } = sentence
  const from = clauseOf(items, match.at)
  const told = items.slice(from, match.at)
  // “Hai nước ký …”: who they are was told before, whatever else the sentence names after it.
  const together = told.some(({ kind }) => kind.startsWith('pair.')) && !told.some(({ kind }) => kind === 'country')
  if (together && pair && draft.parties.every((country) => pair.includes(country))) return { parties: [...pair], how: 'visit' }
  const near = (from: number): Set<string> => {
    const countries = new Set<string>(draft.parties)
    for (const [i, item] of items.slice(from, match.to + 12).entries()) {
      const country = isNamed(items, from + i)
        ? (item.value as PlaceMention).country
        : item.kind === 'person'
          ? document.people.of(item)?.country
          : null
      if (country) countries.add(country)
    }
    return countries
  }
  const beside = near(from)
  if (beside.size === 2) return { parties: [...beside].sort(), how: 'clause' }
  const within = near(0)
  if (within.size === 2) return { parties: [...within].sort(), how: 'sentence' }
  if (draft.parties.length === 1 && pair && !pair.includes(draft.parties[0] as string))
    return { parties: [...new Set([draft.parties[0] as string, home])].sort(), how: 'sentence' }
  if (pair) return { parties: [...pair], how: 'visit' }
  if (within.size > 0 && within.size <= 3)
    return { parties: [...new Set([...within, ...(within.size === 1 ? [home] : [])])].sort(), how: 'sentence' }
  return { parties: [], how: 'none' }
}

/**
 * A country, though not its language; a city only where it stands for one: “Macedonia ký thỏa thuận với Athens”, “Manila
 * đã ký”, against “ký tại Geneva”.
 */
const isNamed = (items: readonly Item[], i: number): boolean => {
  const { kind } = items[i] as Item
  const [before, after] = [items[i - 1], items[i + 1]]
  if (kind === 'country') return before?.key !== 'tiếng'
  return (
    kind === 'place' &&
    (before?.kind === 'prep.with' || before?.key === 'do' || (before?.kind !== 'prep.to' && /^(?:asp\.|v\.sign)/.test(after?.kind ?? '')))
  )
}

/** Where the clause around an item begins: after a full mark, or after a comma that a subject follows. */
const clauseOf = (items: readonly Item[], at: number): number => {
  for (let i = at - 1; i > 0; i--) {
    const { kind } = items[i] as Item
    if (/^mark[;:.]$/.test(kind) || (kind === 'mark,' && /^(?:person|pair\.|country|delegation)/.test(items[i + 1]?.kind ?? '')))
      return i + 1
  }
  return 0
}
