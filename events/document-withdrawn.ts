import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because } from './values/correction.ts'

/** The bytes and the text are gone; events, counts and proofs stand. Titles and quotes stay in the log. */
export const DocumentWithdrawn = defineEvent({
  type: 'DocumentWithdrawn',
  says: 'The text of the document was removed, and must not be shown.',
  evidence: 'none',
  data: z.strictObject({
    because: Because,
  }),
  example: {
    because: 'The publisher asked for it.',
  },
})
