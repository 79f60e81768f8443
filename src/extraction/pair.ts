import type { PlaceMention } from '../kernel/reading.ts'
import type { DecidedVisit } from './claims-visits.ts'
import type { ReadDocument } from './document.ts'

/** The two countries of the visit that a document tells most about, sorted. */
export const pairOf = (visits: readonly DecidedVisit[]): readonly string[] | null => {
  const first = [...visits].sort((a, b) => b.mentions.length - a.mentions.length)[0]
  const mention = first?.mentions[0]
  const country = mention?.visitors[0]?.country
  return mention && country ? [country, mention.host].sort() : null
}

/** The two countries that a document speaks of most, sorted. */
export const pairSpokenOf = (document: ReadDocument): readonly string[] | null => {
  const counts = new Map<string, number>()
  for (const { items } of document.sentences)
    for (const item of items) {
      if (item.kind !== 'country') continue
      const { country, type } = item.value as PlaceMention
      if (type === 'country') counts.set(country, (counts.get(country) ?? 0) + 1)
    }
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 2)
  return most.length === 2 ? most.map(([country]) => country).sort() : null
}

/** The pair of the news, else of the history, else of most words: “hai nước”, “hai bên”. */
export const twoCountries = (document: ReadDocument, visits: readonly DecidedVisit[]): readonly string[] | null =>
  pairOf(visits.filter(({ decision }) => decision.status === 'happened' || decision.status === 'planned')) ?? pairOf(visits.filter(({ decision }) => decision.status === 'background')) ?? pairSpokenOf(document)
