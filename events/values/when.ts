import { z } from 'zod'
import { isEdtf } from '../../src/kernel/edtf.ts'

/** An EDTF string (ISO 8601-2): `2023-08-21`, `XXXX-09-14`, `2018-03`, `1959`, `2009-09-14/2009-09-15`. */
export const When = z.string().refine(isEdtf, 'an EDTF date such as 2023-08-21, XXXX-09-14, 2018-03 or 1959').meta({ title: 'When' })
export type When = z.output<typeof When>

/** The part of a day, as the document says it: sáng, trưa, chiều, tối, đêm, rạng sáng. */
export const DayPart = z.enum(['dawn', 'morning', 'noon', 'afternoon', 'evening', 'night'])
export type DayPart = z.output<typeof DayPart>
