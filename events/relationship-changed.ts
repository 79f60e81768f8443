import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { Narrative, RelationshipId, Scope } from './values/engagement.ts'
import { When } from './values/when.ts'

/** What relations became; `other` for forms of words that are none of these. */
export const Relationship = z.enum([
  'diplomatic-relations',
  'partnership',
  'comprehensive-partnership',
  'strategic-partnership',
  'comprehensive-strategic-partnership',
  'severed',
  'normalised',
  'other',
])

export const RelationshipChanged = defineEvent({
  type: 'RelationshipChanged',
  says: 'The document reports that states established or raised their relations.',
  data: z.strictObject({
    relationship: RelationshipId,
    parties: z.array(Country).min(2).max(50),
    to: Relationship,
    date: When.optional(),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    relationship: '0123456789ab/r@77',
    parties: ['KZ', 'VN'],
    to: 'diplomatic-relations',
    date: '1992-06-29',
    narrative: 'background',
    scope: 'interstate',
  },
})
