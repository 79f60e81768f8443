import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { MeetingForm, MeetingId, Narrative, Place, Scope, VisitId } from './values/engagement.ts'
import { People, PersonId } from './values/person.ts'
import { DayPart, When } from './values/when.ts'

export const MeetingAnnounced = defineEvent({
  type: 'MeetingAnnounced',
  says: 'The document reports that a meeting is to come.',
  data: z.strictObject({
    meeting: MeetingId,
    visit: VisitId.optional(),
    participants: People,
    form: MeetingForm,
    date: When.optional(),
    place: Place.optional(),
    dayPart: DayPart.optional(),
    /** Id of the participant who received the others; not necessarily of the host country. */
    receiver: PersonId.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    meeting: '0123456789ab/m@331',
    visit: '0123456789ab/v@130',
    participants: [
      { id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' },
      { id: 'karim-masimov.kz', name: 'Karim Masimov', office: 'Thủ tướng', role: 'head-of-government', country: 'KZ' },
    ],
    form: 'talks',
    date: 'XXXX-09-15',
    narrative: 'news',
    scope: 'interstate',
  },
})
