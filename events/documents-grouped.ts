import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Basis, DocumentStream } from './values/correction.ts'

export const DocumentsGrouped = defineEvent({
  type: 'DocumentsGrouped',
  says: 'These documents are one source: the same text in other bytes, or one wire report in several outlets.',
  corrects: 'group',
  data: z.strictObject({
    documents: z.array(DocumentStream).min(2).max(500),
    relation: z.enum(['same-text', 'wire-copy']),
    basis: Basis,
  }),
  example: {
    documents: [
      'document/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
      'document/fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210',
    ],
    relation: 'wire-copy',
    basis: { rule: 'identity/document/shingles', says: '96 % of the five-word shingles are shared', score: 0.96 },
  },
})
