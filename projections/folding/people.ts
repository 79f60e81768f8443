import { z } from 'zod'
import type { Person } from '../../events/values/person.ts'
import type { EngagementClaim } from './claims.ts'
import { mostReported, Reported, record, report } from './reported.ts'

/** Somebody who takes part, as the documents of one engagement show them. */
export const Somebody = z.object({
  name: z.string().nullable(),
  country: z.string().nullable(),
  /** Names and offices as written, with who writes so. */
  names: Reported,
  offices: Reported,
})
export type Somebody = z.output<typeof Somebody>

/** Adds people to those who take part. A group (“các nhà lãnh đạo”) is kept, under the words for it. */
export const addPeople = (people: Record<string, Somebody>, arriving: readonly Person[], source: string): void => {
  for (const person of arriving) {
    people[person.id] ??= { name: null, country: null, names: record(), offices: record() }
    const known = people[person.id] as Somebody
    report(known.names, person.name, source)
    report(known.offices, person.office, source)
    known.name = mostReported(known.names)
    known.country ??= person.country ?? null
  }
}

/** How people take part in an engagement. */
export type Part = 'inviter' | 'invitee' | 'visitor' | 'participant' | 'attendee'

/** Everybody in an engagement who is one person, not a group, with their part in it. Agreements and relations name states only. */
export const partsOf = (event: EngagementClaim): { part: Part; person: Person }[] => {
  switch (event.type) {
    case 'InvitationExtended':
      return [...inPart('inviter', event.data.inviters), ...inPart('invitee', event.data.invitees)]
    case 'VisitAnnounced':
    case 'VisitPostponed':
    case 'VisitCancelled':
    case 'VisitReported':
    case 'VisitStarted':
    case 'VisitEnded':
      return inPart('visitor', event.data.visitors)
    case 'MeetingAnnounced':
    case 'MeetingHeld':
    case 'MeetingPostponed':
    case 'MeetingCancelled':
      return inPart('participant', event.data.participants)
    case 'ForumAttended':
      return inPart('attendee', event.data.attendees)
    case 'AgreementAnnounced':
    case 'AgreementSigned':
    case 'AgreementReferenced':
    case 'RelationshipChanged':
      return []
  }
}

export const peopleIn = (event: EngagementClaim): string[] => partsOf(event).map(({ person }) => person.id)

const inPart = (part: Part, people: readonly Person[]) =>
  people.filter(({ number }) => number !== 'group').map((person) => ({ part, person }))
