import type { Item } from '../kernel/rule.ts'
import { type Place, placeAt } from './clause-places.ts'
import type { DecidedMeeting } from './decided-meeting.ts'
import type { ReadDocument } from './document.ts'
import type { MeetingMention } from './mentions.ts'

/**
 * The day told with a meeting; where its clause goes on from another (“Sau lễ đón, hai bên hội đàm”), the day of the
 * scene. History keeps what it tells.
 */
export const dateOfMeeting = (document: ReadDocument, { start, end, mentions, decision }: DecidedMeeting): string | null => {
  if (start) return end ? `${start}/${end}` : start
  if (decision.status === 'background') return null
  const { scenes, moments } = document
  const next = mentions.find((mention) => goesOn(document, mention))
  if (next) {
    const day = scenes.day(next.evidence.end, decision.status === 'planned' ? 'to come' : 'told')
    return day ?? (decision.status === 'planned' ? scenes.day(next.evidence.end, 'told') : null)
  }
  const shown = decision.status === 'held' ? mentions.find((mention) => isShown(document, mention)) : undefined
  const day = shown ? scenes.day(shown.evidence.end, 'told') : null
  return day === moments.main ? day : null
}

/** A picture shows what the text tells: of the main day, where it is told of no other. */
const isShown = ({ sentences }: ReadDocument, { sentence, form }: MeetingMention): boolean =>
  form !== 'phone' && sentences[sentence]?.caption === true

/**
 * “Ngay sau đó”, “A sau đó”, “sau lễ đón”, “sau hội đàm”. After a journey or a stay (“Sau chuyến thăm Lào”) another day may
 * have come, and “sau cuộc gặp, ông nói” goes on from the meeting itself. A call by phone is news of its own, unless it is
 * told with the verb: “A sau đó điện đàm với B”.
 */
const goesOn = ({ sentences }: ReadDocument, { sentence, evidence, form, cues }: MeetingMention): boolean => {
  const { items, caption } = sentences[sentence] as { items: readonly Item[]; caption: boolean }
  if (caption) return false
  if (form === 'phone') return items.some(({ kind }, i) => kind === 'asp.then' && items[i + 1]?.kind === 'v.phone')
  const to = items.findIndex(({ start }) => start >= evidence.end)
  const lead = items.slice(0, Math.min(8, to < 0 ? items.length : to))
  const before = lead.filter(({ start }) => start < evidence.start)
  return lead.some(
    ({ kind }, i) =>
      kind === 'asp.then' ||
      (kind === 'asp.after' &&
        ((!cues.includes('alone') && isOfOccasion(before, i + 1)) || (form !== 'ceremony' && isWelcome(items, i + 1)))),
  )
}

/** “lễ đón”, “buổi hội đàm”, “hội kiến”. */
const isOfOccasion = (items: readonly Item[], i: number): boolean =>
  items.slice(i, i + 2).some(({ kind }, j) => occasion.test(kind) && (j === 0 || items[i]?.key === 'lễ'))

/** “hội đàm sau lễ đón”: the welcome is never the meeting itself. */
const isWelcome = (items: readonly Item[], i: number): boolean => items.slice(i, i + 2).some(({ kind }) => kind === 'v.welcome')

const occasion = /^[nv]\.(?:welcome|talks|meet|call|receive)$/

/** “Lễ đón diễn ra tại Phủ Chủ tịch. Ngay sau lễ đón, hai bên hội đàm”: in the house where the guest was received. */
const houseOfWelcome = ({ sentences, view }: ReadDocument, { sentence, evidence }: MeetingMention): string | null => {
  const own = sentences[sentence]?.items ?? []
  if (!own.slice(0, 10).some(({ kind }, i, all) => /^asp\.(?:after|then)$/.test(kind) && (all[i + 1]?.kind === 'v.welcome' || i === 0)))
    return null
  for (let s = sentence; s >= Math.max(0, sentence - 2); s--) {
    const { items = [], caption } = sentences[s] ?? {}
    if (caption || !items.some(({ kind }) => kind === 'v.welcome')) continue
    for (let i = 0; i < items.length && (items[i] as Item).start < evidence.start; i++) {
      const place = placeAt(view, items, i)
      if (place?.rank === 'venue') return place.text
    }
  }
  return null
}

/** What most mentions say, counted with what they say more fully: “Hà Nội” and “Hà Nội, Việt Nam”. Nothing: the empty text. */
const mostTold = (places: readonly string[]): string => {
  const votes = (place: string): number => places.filter((other) => other.includes(place) || place.includes(other)).length
  return places.reduce((best, place) => {
    const ahead = votes(place) - votes(best)
    return best === '' || ahead > 0 || (ahead === 0 && place.includes(best)) ? place : best
  }, '')
}

/**
 * The venue and the city told with a meeting, by most of its mentions; else the city in which the text is at that point,
 * where the meeting is what the text goes on about. What is told once in passing, or is to come, may be anywhere.
 */
export const placeOfMeeting = (document: ReadDocument, { mentions, decision }: DecidedMeeting): string | null => {
  if (mentions.some(({ form }) => form === 'phone')) return null
  const told = (rank: Place['rank']): string => mostTold(mentions.flatMap(({ place }) => (place?.rank === rank ? place.text : [])))
  const [venue, city] = [told('venue'), told('city')]
  if (venue) return city && !venue.includes(city) ? `${venue}, ${city}` : venue
  if (city) return city
  const house =
    decision.status === 'held' ? mentions.map((mention) => houseOfWelcome(document, mention)).find((place) => place !== null) : null
  if (house) return house
  const [first, last] = [mentions[0], mentions[mentions.length - 1]] as [MeetingMention, MeetingMention]
  const countries = first.participants.map(({ country }) => country)
  const toldOf = decision.status === 'held' && (mentions.length > 1 || goesOn(document, first))
  const scene = toldOf ? document.scenes.city(first.evidence.end, last.evidence.end, countries) : null
  return scene ?? (told('country') || null)
}
