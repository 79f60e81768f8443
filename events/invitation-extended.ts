import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, Scope, VisitId } from './values/engagement.ts'
import { People } from './values/person.ts'

export const InvitationExtended = defineEvent({
  type: 'InvitationExtended',
  says: 'The document reports that somebody invited somebody.',
  data: z.strictObject({
    visit: VisitId.optional(),
    inviters: People,
    invitees: People,
    host: Country.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    visit: '0123456789ab/v@130',
    inviters: [{ id: 'karim-masimov.kz', name: 'Karim Masimov', office: 'Thủ tướng', role: 'head-of-government', country: 'KZ' }],
    invitees: [{ id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }],
    host: 'KZ',
    narrative: 'news',
    scope: 'interstate',
  },
})
