import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because } from './values/correction.ts'
import { EngagementId } from './values/engagement.ts'

export const EngagementsSeparated = defineEvent({
  type: 'EngagementsSeparated',
  says: 'These reports are of two engagements.',
  corrects: 'separate',
  data: z.strictObject({
    a: EngagementId,
    b: EngagementId,
    because: Because,
  }),
  example: {
    a: '0123456789ab/v@130',
    b: 'ba9876543210/v@12',
    because: 'The second is the visit of 2012.',
  },
})
