import { z } from 'zod'
import type { Person } from '../../events/values/person.ts'
import type { EngagementClaim } from './claims.ts'
import { least, mostReported, nothing, Reported, report } from './reported.ts'

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
    people[person.id] ??= { name: null, country: null, names: nothing, offices: nothing }
    const known = people[person.id] as Somebody
    if (report(known, 'names', person.name, source)) known.name = mostReported(known.names)
    report(known, 'offices', person.office, source)
    known.country = least(known.country, person.country)
  }
}

/** How people take part in an engagement; of several parts that one has in it, the first of these is shown. */
const parts = ['visitor', 'participant', 'attendee', 'invitee', 'inviter'] as const
export type Part = (typeof parts)[number]

/** Of two parts that somebody has in one engagement, the one to show, whichever was told first. */
export const foremost = (known: string | null, part: Part): string =>
  known !== null && parts.indexOf(known as Part) <= parts.indexOf(part) ? known : part

/** What part a person has in an engagement. Groups have none; agreements and relations name states only. */
export const partsOf = (event: EngagementClaim, id: string): { part: Part; person: Person }[] => {
  const found: { part: Part; person: Person }[] = []
  for (const { part, people } of sidesOf(event))
    for (const person of people) if (person.id === id && person.number !== 'group') found.push({ part, person })
  return found
}

/** Everybody in an engagement who is one person, not a group. */
export const peopleIn = (event: EngagementClaim): string[] => {
  const ids: string[] = []
  for (const { people } of sidesOf(event)) for (const { id, number } of people) if (number !== 'group') ids.push(id)
  return ids
}

type Side = { readonly part: Part; readonly people: readonly Person[] }

const sidesOf = (event: EngagementClaim): readonly Side[] => {
  switch (event.type) {
    case 'InvitationExtended':
      return [
        { part: 'inviter', people: event.data.inviters },
        { part: 'invitee', people: event.data.invitees },
      ]
    case 'VisitAnnounced':
    case 'VisitPostponed':
    case 'VisitCancelled':
    case 'VisitReported':
    case 'VisitStarted':
    case 'VisitEnded':
      return [{ part: 'visitor', people: event.data.visitors }]
    case 'MeetingAnnounced':
    case 'MeetingHeld':
    case 'MeetingPostponed':
    case 'MeetingCancelled':
      return [{ part: 'participant', people: event.data.participants }]
    case 'ForumAttended':
      return [{ part: 'attendee', people: event.data.attendees }]
    case 'AgreementAnnounced':
    case 'AgreementSigned':
    case 'AgreementReferenced':
    case 'RelationshipChanged':
      return []
  }
}
