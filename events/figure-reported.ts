import { z } from 'zod'
import { defineEvent } from '../src/kernel/event.ts'
import { Country } from './values/country.ts'
import { CountQualifier, FigureId, Narrative, Scope } from './values/engagement.ts'
import { When } from './values/when.ts'

/** Numbers live here, so that they never pollute counts and dates. */
export const FigureReported = defineEvent({
  type: 'FigureReported',
  says: 'The document gives a figure: trade, investment, aid, people.',
  data: z.strictObject({
    figure: FigureId,
    measure: z.enum([
      'trade',
      'exports',
      'imports',
      'investment',
      'aid',
      'enterprises',
      'tourists',
      'citizens',
      'students',
      'projects',
      'other',
    ]),
    value: z.number(),
    /** The word of the document, or the ISO 4217 code. */
    unit: z.string().min(1).max(50),
    qualifier: CountQualifier,
    period: When.optional(),
    countries: z.array(Country).max(50),
    narrative: Narrative,
    scope: Scope,
  }),
  example: {
    figure: '0123456789ab/q@2145',
    measure: 'trade',
    value: 20400000,
    unit: 'USD',
    qualifier: 'exact',
    period: '2006',
    countries: ['KZ', 'VN'],
    narrative: 'background',
    scope: 'interstate',
  },
})
