import type { Item } from '../kernel/rule.ts'
import { type Place, placeAt } from './clause-places.ts'
import type { DecidedMeeting } from './decided-meeting.ts'
import type { ReadDocument } from './document.ts'
import type { MeetingMention } from './mentions.ts'

/**
 * The day told with a meeting; where its clause goes on from another (“Sau lễ đón, hai bên hội đàm”), the day of the
 * scene. Calls by phone are news of their own, and history keeps what it tells.
 */
export const dateOfMeeting = (document: ReadDocument, { start, end, mentions, decision }: DecidedMeeting): string | null => {
  if (start) return end ? `${start}/${end}` : start
  if (decision.status === 'background') return null
  const next = mentions.find((mention) => goesOn(document, mention))
  if (!next) return null
  const day = document.scenes.day(next.evidence.end, decision.status === 'planned' ? 'to come' : 'told')
  return day ?? (decision.status === 'planned' ? document.scenes.day(next.evidence.end, 'told') : null)
}

/** “Ngay sau đó”, “sau hội đàm”, “chiều cùng ngày”; or a caption, which shows what the text tells. */
const goesOn = ({ sentences }: ReadDocument, { sentence, evidence, form }: MeetingMention): boolean => {
  const { items, caption } = sentences[sentence] as { items: readonly Item[]; caption: boolean }
  if (caption) return form !== 'phone'
  const to = items.findIndex(({ start }) => start >= evidence.end)
  return items.slice(0, Math.min(8, to < 0 ? items.length : to)).some(({ kind }) => kind === 'asp.after' || kind === 'asp.then')
}

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

/** The venue and the city told with a meeting, by most of its mentions; else the city in which the text is at that point. */
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
  const scene = decision.status !== 'background' ? document.scenes.city(first.evidence.end, last.evidence.end, countries) : null
  return scene ?? (told('country') || null)
}
