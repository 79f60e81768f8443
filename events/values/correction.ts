import { z } from 'zod'

/** Id of a recorded event. */
export const EventId = z.uuid()

/** Why a person decided so; shown wherever the decision matters. */
export const Because = z.string().trim().min(1).max(2_000)

/**
 * What a link rests on, as data: features compared with their values on both sides, gazetteer rows, a score.
 * `rule` names the decision (`identity/person/name-and-country`).
 */
export const Basis = z.strictObject({
  rule: z.string().min(1).max(200),
  says: z.string().min(1).max(2_000),
  score: z.number().optional(),
  features: z
    .array(
      z.strictObject({
        feature: z.string().max(100),
        a: z.string().max(500),
        b: z.string().max(500),
        verdict: z.enum(['same', 'compatible', 'conflicting', 'silent']),
      }),
    )
    .max(50)
    .optional(),
  gazetteer: z.array(z.string().max(500)).max(50).optional(),
})
export type Basis = z.output<typeof Basis>

/** Stream of a document: `document/<sha256>`. */
export const DocumentStream = z
  .string()
  .regex(/^document\/[0-9a-f]{64}$/)
  .meta({ identity: 'document' })
