import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because, EventId } from './values/correction.ts'

export const EventReviewed = defineEvent({
  type: 'EventReviewed',
  says: 'A person read the claim against its text.',
  evidence: 'none',
  data: z.strictObject({
    event: EventId,
    verdict: z.enum(['right', 'wrong', 'unsure']),
    because: Because,
  }),
  example: {
    event: '6f2c1a52-8c3b-5a0e-9d53-0b3f5f3a7c11',
    verdict: 'right',
    because: 'Read in the audit sample of 2024-03.',
  },
})
