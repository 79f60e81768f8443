import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'

/** Digest of the rules or the gazetteer in force: 12 hex digits. */
const Digest = z.string().regex(/^[0-9a-f]{12}$/)

/** Recorded after each extraction; a document without claims has one too. Spans are in UTF-16 units of the stored text. */
export const DocumentRead = defineEvent({
  type: 'DocumentRead',
  says: 'An extractor read the document: how many claims it made and which sentences it passed over.',
  evidence: 'none',
  data: z.strictObject({
    extractor: z.string().max(100),
    rules: Digest,
    gazetteer: Digest,
    claims: z.int().min(0),
    uncoded: z.array(z.strictObject({ start: z.int().min(0), end: z.int().min(0), trigger: z.string().max(100) })).max(1_000),
    uncodedTotal: z.int().min(0),
  }),
  example: {
    extractor: 'vi@1.0.0',
    rules: '0123456789ab',
    gazetteer: 'ba9876543210',
    claims: 9,
    uncoded: [{ start: 2425, end: 2470, trigger: 'thăm' }],
    uncodedTotal: 1,
  },
})
