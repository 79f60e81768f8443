import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, Scope, VisitId, VisitKind } from './values/engagement.ts'
import { People } from './values/person.ts'
import { When } from './values/when.ts'

export const VisitReported = defineEvent({
  type: 'VisitReported',
  says: 'The document speaks of a visit without saying that it begins or ends.',
  data: z.strictObject({
    visit: VisitId,
    visitors: People,
    host: Country,
    kind: VisitKind,
    start: When.optional(),
    end: When.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    visit: '0123456789ab/v@130',
    visitors: [{ id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }],
    host: 'KZ',
    kind: 'official',
    narrative: 'news',
    scope: 'interstate',
  },
})
