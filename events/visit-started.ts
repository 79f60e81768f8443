import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, Place, Scope, VisitId, VisitKind } from './values/engagement.ts'
import { People } from './values/person.ts'
import { DayPart, When } from './values/when.ts'

export const VisitStarted = defineEvent({
  type: 'VisitStarted',
  says: 'The document reports that a visit began.',
  data: z.strictObject({
    visit: VisitId,
    visitors: People,
    host: Country,
    kind: VisitKind,
    start: When.optional(),
    /** As announced: `VisitEnded` tells that it did end. */
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
    kind: 'official',
    start: 'XXXX-09-14',
    place: 'Astana',
    narrative: 'news',
    scope: 'interstate',
  },
})
