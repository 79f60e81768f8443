import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Basis } from './values/correction.ts'
import { EngagementId } from './values/engagement.ts'

export const EngagementsMerged = defineEvent({
  type: 'EngagementsMerged',
  says: 'These reports are of one engagement, or the former are parts of the last.',
  corrects: 'merge',
  data: z.strictObject({
    kind: z.enum(['visit', 'meeting', 'forum', 'agreement', 'relationship', 'figure']),
    /** With `part-of`, the last one is the whole. */
    engagements: z.array(EngagementId).min(2).max(500),
    relation: z.enum(['same', 'part-of']),
    basis: Basis,
  }),
  example: {
    kind: 'visit',
    engagements: ['0123456789ab/v@130', 'ba9876543210/v@12'],
    relation: 'same',
    basis: { rule: 'identity/visit/people-host-dates', says: 'same visitor and host, compatible dates' },
  },
})
