import { z } from 'zod'
import { Country } from './country.ts'

/** The normalised office. The document's own wording stays in `office`. */
export const Role = z.enum([
  'head-of-state',
  'deputy-head-of-state',
  'head-of-government',
  'deputy-head-of-government',
  'party-leader',
  'deputy-party-leader',
  'speaker',
  'deputy-speaker',
  'foreign-minister',
  'minister',
  'deputy-minister',
  'envoy',
  'ambassador',
  'royal',
  'organisation-head',
  'spouse',
  'other',
])
export type Role = z.output<typeof Role>

/** `karim-masimov.kz`, or `<first 12 hex>/p@<start>` for an office holder whom the document never names. */
export const PersonId = z.string().min(1).max(200).meta({ identity: 'person' })

/**
 * An office holder (or a body that acts) as one document shows them. `name` is the fullest form that the document
 * uses, `office` its wording nearest to the event. Groups ("các nhà lãnh đạo") never enter leader histories.
 */
export const Person = z.strictObject({
  id: PersonId,
  name: z.string().min(1).max(200).nullable(),
  office: z.string().min(1).max(300).optional(),
  role: Role.optional(),
  country: Country.optional(),
  number: z.enum(['one', 'group']).optional(),
})
export type Person = z.output<typeof Person>

export const People = z.array(Person).min(1).max(50)
