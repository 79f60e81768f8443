import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, Place, Scope, VisitId } from './values/engagement.ts'
import { People } from './values/person.ts'
import { DayPart, When } from './values/when.ts'

export const VisitEnded = defineEvent({
  type: 'VisitEnded',
  says: 'The document reports that a visit ended.',
  data: z.strictObject({
    visit: VisitId,
    visitors: People,
    host: Country,
    end: When.optional(),
    place: Place.optional(),
    dayPart: DayPart.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    visit: '0123456789ab/v@130',
    visitors: [{ id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }],
    host: 'KZ',
    end: 'XXXX-09-15',
    place: 'Astana',
    dayPart: 'evening',
    narrative: 'news',
    scope: 'interstate',
  },
})
