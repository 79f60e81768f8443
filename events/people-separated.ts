import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Because, DocumentStream } from './values/correction.ts'
import { PersonId } from './values/person.ts'

/** A cannot-link that binds the machine: no rule may join across it, and re-ingest cannot undo it. */
export const PeopleSeparated = defineEvent({
  type: 'PeopleSeparated',
  says: 'These ids are two people, or a name means somebody else in these documents.',
  corrects: 'separate',
  data: z.union([
    z.strictObject({ a: PersonId, b: PersonId, because: Because }),
    z.strictObject({
      person: PersonId,
      documents: z.array(DocumentStream).min(1).max(500),
      as: z.string().min(1).max(200),
      because: Because,
    }),
  ]),
  example: {
    a: 'anders-fogh-rasmussen.dk',
    b: 'lars-lokke-rasmussen.dk',
    because: 'Two prime ministers of Denmark.',
  },
})
