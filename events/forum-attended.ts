import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { ForumId, Narrative, Place, Scope, VisitId } from './values/engagement.ts'
import { People } from './values/person.ts'
import { When } from './values/when.ts'

export const ForumAttended = defineEvent({
  type: 'ForumAttended',
  says: 'The document reports that office holders took part in a forum, a conference or a summit.',
  data: z.strictObject({
    forum: ForumId,
    visit: VisitId.optional(),
    /** As written: the name of the forum. */
    name: z.string().max(500).optional(),
    attendees: People,
    host: Country.optional(),
    date: When.optional(),
    place: Place.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    forum: '0123456789ab/f@427',
    visit: '0123456789ab/v@130',
    name: 'Diễn đàn doanh nghiệp Việt Nam - Kazakhstan',
    attendees: [{ id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }],
    host: 'KZ',
    narrative: 'news',
    scope: 'interstate',
  },
})
