import type { DecidedVisit } from './claims-visits.ts'
import type { DecidedMeeting } from './decided-meeting.ts'
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

/** The two countries whose office holders were last told to meet, before an offset. */
export const pairsInTalks = (meetings: readonly DecidedMeeting[]): ((at: number) => readonly string[] | null) => {
  const told = meetings
    .flatMap(({ decision, mentions }) => (decision.status === 'none' ? [] : mentions))
    .map(({ evidence, participants }) => ({
      at: evidence.start,
      pair: [...new Set(participants.map(({ country }) => country))].filter((country) => country !== null).sort(),
    }))
    .filter(({ pair }) => pair.length === 2)
    .sort((a, b) => a.at - b.at)
  return (at) => {
    let [low, high] = [0, told.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((told[middle] as { at: number }).at < at) low = middle + 1
      else high = middle
    }
    return told[low - 1]?.pair ?? null
  }
}
