import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'

/** 64 lower-case hex digits. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first event of a document's stream. `text.units`: UTF-16 code units of the stored text that every span points into. */
export const DocumentRegistered = defineEvent({
  type: 'DocumentRegistered',
  says: 'A document was taken in: its bytes, and the text that was read from them.',
  evidence: 'none',
  data: z.strictObject({
    sha256: Sha256,
    bytes: z.int().min(0),
    mediaType: z.string().max(100),
    language: z.string().max(20),
    name: z.string().max(500),
    text: z.strictObject({ sha256: Sha256, reader: z.string().max(100), units: z.int().min(0) }),
  }),
  example: {
    sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    bytes: 3612,
    mediaType: 'text/plain',
    language: 'vi',
    name: 'visit-to-kazakhstan',
    text: { sha256: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', reader: 'text@1.0.0', units: 2790 },
  },
})
