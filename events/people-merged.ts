import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Basis } from './values/correction.ts'
import { PersonId } from './values/person.ts'

export const PeopleMerged = defineEvent({
  type: 'PeopleMerged',
  says: 'These ids are one person.',
  corrects: 'merge',
  data: z.strictObject({
    people: z.array(PersonId).min(2).max(500),
    /** The id of the gazetteer's row, which then is the canonical one. */
    gazetteer: z.string().max(200).optional(),
    basis: Basis,
  }),
  example: {
    people: ['kassym-jomart-tokayev.kz', 'kasym-jomart-kemelevich-tokayev.kz'],
    gazetteer: 'kassym-jomart-tokayev.kz',
    basis: { rule: 'identity/person/gazetteer', says: 'both names are spellings of one row of the gazetteer' },
  },
})
