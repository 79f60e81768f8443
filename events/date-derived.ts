import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Basis } from './values/correction.ts'
import { EngagementId } from './values/engagement.ts'
import { When } from './values/when.ts'

/** Always shown as derived, with its basis; never written into a claim. */
export const DateDerived = defineEvent({
  type: 'DateDerived',
  says: 'A date that no document states follows from other evidence.',
  corrects: 'derive',
  data: z.strictObject({
    engagement: EngagementId,
    field: z.enum(['start', 'end', 'date', 'newStart', 'period']),
    when: When,
    basis: Basis,
  }),
  example: {
    engagement: '0123456789ab/v@130',
    field: 'start',
    when: '[2009-09-14,2010-09-14,2015-09-14]',
    basis: { rule: 'identity/date/tenures', says: 'years in which all four held the offices that the document gives them' },
  },
})
