import type { DecidedVisit } from './claims-visits.ts'
import type { ReadDocument } from './document.ts'
import { pairSpokenOf } from './spoken.ts'

/** The two countries of the visit that a document tells most about, sorted. */
export const pairOf = (visits: readonly DecidedVisit[]): readonly string[] | null => {
  const first = [...visits].sort((a, b) => b.mentions.length - a.mentions.length)[0]
  const mention = first?.mentions[0]
  const country = mention?.visitors[0]?.country
  return mention && country ? [country, mention.host].sort() : null
}

/** The pair of the news, else of the history, else of most words: “hai nước”, “hai bên”. */
export const twoCountries = (document: ReadDocument, visits: readonly DecidedVisit[]): readonly string[] | null =>
  pairOf(visits.filter(({ decision }) => decision.status === 'happened' || decision.status === 'planned')) ??
  pairOf(visits.filter(({ decision }) => decision.status === 'background')) ??
  pairSpokenOf(document)
