import { z } from 'zod'

/**
 * ISO 3166-1 alpha-2, or an organisation or historical code (`UN`, `EU`, `ASEAN`, `EAEU`, `SU`), as the document
 * speaks of it: the state of the time is a view's business.
 */
export const Country = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,11}$/, 'a code such as VN, KZ, EU, ASEAN')
  .meta({ title: 'Country' })
export type Country = z.output<typeof Country>
