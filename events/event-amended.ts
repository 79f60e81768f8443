import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because, EventId } from './values/correction.ts'

export const EventAmended = defineEvent({
  type: 'EventAmended',
  says: 'An earlier event should have said this instead.',
  corrects: 'amend',
  data: z.strictObject({
    event: EventId,
    of: z.strictObject({ type: z.string().max(100), version: z.int().min(1) }),
    /** Whole, in the shape of that type and version. */
    data: z.record(z.string(), z.unknown()),
    because: Because,
  }),
  example: {
    event: '6f2c1a52-8c3b-5a0e-9d53-0b3f5f3a7c11',
    of: { type: 'DocumentWithdrawn', version: 1 },
    data: { because: 'The publisher asked for it in writing.' },
    because: 'The reason was incomplete.',
  },
})
