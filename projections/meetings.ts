import { z } from 'zod'
import { defineProjection } from '../src/kernel/projection.ts'
import { type MeetingClaim, meetingClaims } from './folding/claims.ts'
import { Engagement, tell } from './folding/engagement.ts'
import { forEvery } from './folding/for-every.ts'
import { addPeople, Somebody } from './folding/people.ts'
import { mostReported, Reported, report } from './folding/reported.ts'

const Meeting = Engagement.extend({
  participants: z.record(z.string(), Somebody).default({}),
  /** Who received the others: not necessarily somebody of the host country. */
  receiver: z.string().nullable().default(null),
  visit: z.string().nullable().default(null),
  receivers: Reported.default({}),
  visits: Reported.default({}),
  places: Reported.default({}),
})
type Meeting = z.output<typeof Meeting>

export const meetings = defineProjection({
  name: 'meetings',
  version: 1,
  says: 'Every meeting once, however many documents tell of it.',
  keyed: 'id of the meeting',
  row: Meeting,
  events: meetingClaims,
  key: forEvery(meetingClaims, ({ data }: MeetingClaim) => data.meeting),
  on: forEvery(meetingClaims, (meeting: Meeting, event: MeetingClaim) => {
    tell(meeting, event)
    addPeople(meeting.participants, event.data.participants, event.source)
    report(meeting, 'receivers', event.data.receiver, event.source)
    report(meeting, 'visits', event.data.visit, event.source)
    report(meeting, 'places', event.data.place, event.source)
    meeting.receiver = mostReported(meeting.receivers)
    meeting.visit = mostReported(meeting.visits)
  }),
})
