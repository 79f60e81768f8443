import { z } from 'zod'

const because = z.string().trim().min(1).max(2_000)
const by = z.string().trim().min(1).max(200)
const id = z.string().min(1).max(200)

/** What `POST /correct/<verb>` takes, by verb. `by` is the person who corrects; `because` is shown wherever it matters. */
export const correctionBodies = {
  retract: z.strictObject({ by, because, events: z.array(z.uuid()).min(1).max(1_000) }),
  amend: z.strictObject({ by, because, event: z.uuid(), data: z.record(z.string(), z.unknown()) }),
  add: z.strictObject({ by, because, document: id, type: id, data: z.record(z.string(), z.unknown()), quote: z.string().min(1).max(500) }),
  'merge-people': z.strictObject({ by, because, people: z.array(id).min(2).max(500) }),
  'separate-people': z.strictObject({ by, because, a: id, b: id }),
  'rename-person': z.strictObject({ by, because, person: id, documents: z.array(id).min(1).max(500), as: id }),
  merge: z.strictObject({ by, because, engagements: z.array(id).min(2).max(500), relation: z.enum(['same', 'part-of']).default('same') }),
  separate: z.strictObject({ by, because, a: id, b: id }),
  review: z.strictObject({ by, because, event: z.uuid(), verdict: z.enum(['right', 'wrong', 'unsure']) }),
  undo: z.strictObject({ by, because: because.optional() }),
  redo: z.strictObject({ by, because: because.optional() }),
} as const

export type CorrectionVerb = keyof typeof correctionBodies

export const isCorrectionVerb = (verb: string): verb is CorrectionVerb => Object.hasOwn(correctionBodies, verb)
