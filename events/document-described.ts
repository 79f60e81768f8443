import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { When } from './values/when.ts'

/** Metadata, at registration or later. A newer value stands beside the older one; views show the newest. */
export const DocumentDescribed = defineEvent({
  type: 'DocumentDescribed',
  says: 'Something about the document that its text does not say: title, publisher, date, address.',
  evidence: 'none',
  data: z.strictObject({
    title: z.string().max(1_000).optional(),
    publisher: z.string().max(300).optional(),
    published: When.optional(),
    uri: z.string().max(2_000).optional(),
  }),
  example: {
    title: 'Thủ tướng thăm Kazakhstan',
    publisher: 'Bản tin Đối ngoại',
    published: '2009-09-16',
    uri: 'https://example.org/2009/09/16/kazakhstan',
  },
})
