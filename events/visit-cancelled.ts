import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, Scope, VisitId } from './values/engagement.ts'
import { People } from './values/person.ts'
import { When } from './values/when.ts'

export const VisitCancelled = defineEvent({
  type: 'VisitCancelled',
  says: 'The document reports that an announced visit will not take place.',
  data: z.strictObject({
    visit: VisitId,
    visitors: People,
    host: Country,
    start: When.optional(),
    newStart: When.optional(),
    reason: z.string().max(500).optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    visit: '0123456789ab/v@130',
    visitors: [{ id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }],
    host: 'KZ',
    start: '2023-06',
    narrative: 'news',
    scope: 'interstate',
  },
})
