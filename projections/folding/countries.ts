import type { Person } from '../../events/values/person.ts'
import type { EngagementClaim } from './claims.ts'

/** A pair of countries as a key, codes sorted: `KZ-VN`. */
export const pairOf = (a: string, b: string): string => (a < b ? `${a}-${b}` : `${b}-${a}`)

/** Every pair among the countries of an engagement between states; none for domestic and private ones. */
export const pairsOf = (event: EngagementClaim): string[] => {
  if (event.data.scope !== 'interstate') return []
  const sides = sidesOf(event)
  if (sides.length === 2) return between(sides[0] ?? [], sides[1] ?? [])
  return pairsAmong(sides.flat())
}

/** Every pair among countries. */
export const pairsAmong = (countries: readonly string[]): string[] =>
  countries.flatMap((one, at) => between([one], countries.slice(at + 1)))

/** Every country of an engagement between states, each once. */
export const countriesOf = (event: EngagementClaim): string[] =>
  event.data.scope === 'interstate' ? [...new Set(sidesOf(event).flat())] : []

/** Who faces whom: two sides, or one list in which everybody faces everybody. */
const sidesOf = (event: EngagementClaim): string[][] => {
  switch (event.type) {
    case 'InvitationExtended':
      return [[...statesOf(event.data.inviters), ...(event.data.host ? [event.data.host] : [])], statesOf(event.data.invitees)]
    case 'VisitAnnounced':
    case 'VisitPostponed':
    case 'VisitCancelled':
    case 'VisitReported':
    case 'VisitStarted':
    case 'VisitEnded':
      return [statesOf(event.data.visitors), [event.data.host]]
    case 'MeetingAnnounced':
    case 'MeetingHeld':
    case 'MeetingPostponed':
    case 'MeetingCancelled':
      return [statesOf(event.data.participants)]
    case 'ForumAttended':
      return [[...statesOf(event.data.attendees), ...(event.data.host ? [event.data.host] : [])]]
    case 'AgreementAnnounced':
    case 'AgreementSigned':
    case 'AgreementReferenced':
    case 'RelationshipChanged':
      return [event.data.parties]
  }
}

const statesOf = (people: readonly Person[]): string[] => people.flatMap(({ country }) => country ?? [])

const between = (one: readonly string[], other: readonly string[]): string[] =>
  one.flatMap((a) => other.flatMap((b) => (a === b ? [] : pairOf(a, b))))
