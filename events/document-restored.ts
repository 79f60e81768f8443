import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because } from './values/correction.ts'

export const DocumentRestored = defineEvent({
  type: 'DocumentRestored',
  says: 'The text of the document is back.',
  evidence: 'none',
  data: z.strictObject({
    because: Because,
  }),
  example: {
    because: 'The publisher agreed.',
  },
})
