import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because, EventId } from './values/correction.ts'

export const EventRetracted = defineEvent({
  type: 'EventRetracted',
  says: 'An earlier event no longer counts.',
  corrects: 'retract',
  data: z.strictObject({
    event: EventId,
    because: Because,
  }),
  example: {
    event: '6f2c1a52-8c3b-5a0e-9d53-0b3f5f3a7c11',
    because: 'The article was about another delegation.',
  },
})
