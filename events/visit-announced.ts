import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, Scope, VisitId, VisitKind } from './values/engagement.ts'
import { People } from './values/person.ts'
import { When } from './values/when.ts'

export const VisitAnnounced = defineEvent({
  type: 'VisitAnnounced',
  says: 'The document reports that a visit is to come.',
  data: z.strictObject({
    visit: VisitId,
    visitors: People,
    host: Country,
    kind: VisitKind,
    start: When.optional(),
    end: When.optional(),
    occasion: z.string().max(500).optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    visit: '0123456789ab/v@130',
    visitors: [{ id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', office: 'Thủ tướng', role: 'head-of-government', country: 'VN' }],
    host: 'KZ',
    kind: 'official',
    start: 'XXXX-09-14',
    narrative: 'news',
    scope: 'interstate',
  },
})
