import { z } from 'zod'
import { AgreementSigned, VisitReported, VisitStarted } from '../../events/index.ts'
import { type DataOf, defineEvent } from '../../src/kernel/event.ts'
import { defineProjection, type RowOf } from '../../src/kernel/projection.ts'

/**
 * What a slip of the pen costs an author: an error of the compiler, here and not at event 900,000. `tsc` reads this
 * file; each `@ts-expect-error` fails the build when the line below it compiles after all.
 */

const row = z.object({ told: z.number().default(0), last: z.string().nullable().default(null) })
const says = 'A test.'

export const complete = defineProjection({
  name: 'complete',
  version: 1,
  row,
  events: { VisitStarted, VisitReported },
  key: { VisitStarted: ({ data }) => data.visit, VisitReported: ({ data }) => [data.host, ...data.visitors.map(({ id }) => id)] },
  on: {
    VisitStarted(draft, event, key) {
      const type: 'VisitStarted' = event.type
      draft.told += 1
      draft.last = event.data.start ?? event.derived?.start?.when ?? `${type} ${key}`
    },
    VisitReported(draft) {
      draft.told += 1
    },
  },
})
const rowOf: RowOf<typeof complete> = { told: 1, last: null }
void rowOf

export const forgottenHandler = defineProjection({
  name: 'forgotten-handler',
  version: 1,
  row,
  events: { VisitStarted, VisitReported },
  key: { VisitStarted: () => 'k', VisitReported: () => 'k' },
  // @ts-expect-error: there is no handler for VisitReported
  on: { VisitStarted: () => {} },
})

export const forgottenKey = defineProjection({
  name: 'forgotten-key',
  version: 1,
  row,
  events: { VisitStarted, VisitReported },
  // @ts-expect-error: nothing says which row VisitReported touches
  key: { VisitStarted: () => 'k' },
  on: { VisitStarted: () => {}, VisitReported: () => {} },
})

export const strayHandler = defineProjection({
  name: 'stray-handler',
  version: 1,
  row,
  events: { VisitStarted },
  key: { VisitStarted: () => 'k' },
  // @ts-expect-error: it does not read AgreementSigned
  on: { VisitStarted: () => {}, AgreementSigned: () => {} },
})

export const misspeltField = defineProjection({
  name: 'misspelt-field',
  version: 1,
  row,
  events: { VisitStarted, AgreementSigned },
  // @ts-expect-error: an agreement has parties, not partners
  key: { VisitStarted: ({ data }) => data.visit, AgreementSigned: ({ data }) => data.partners },
  on: {
    VisitStarted(draft) {
      // @ts-expect-error: the row has no such field
      draft.tolld += 1
    },
    AgreementSigned(draft, event) {
      // @ts-expect-error: a field of another event
      draft.last = event.data.start
    },
  },
})

export const wrongValue = defineProjection({
  name: 'wrong-value',
  version: 1,
  row,
  events: { VisitStarted },
  key: { VisitStarted: () => 'k' },
  on: {
    VisitStarted(draft, event) {
      // @ts-expect-error: a list is no text
      draft.last = event.data.visitors
      // @ts-expect-error: events are read, never written
      event.position = 3
      // @ts-expect-error: a key is a key, evidence must be asked for and may be absent
      const quote: string = event.evidence[0].quote
      void quote
    },
  },
})

export const wrongKey = defineProjection({
  name: 'wrong-key',
  version: 1,
  row,
  events: { VisitStarted },
  // @ts-expect-error: a key is a text, or several, or none
  key: { VisitStarted: ({ data }) => data.visitors },
  on: { VisitStarted: () => {} },
})

const First = defineEvent({
  type: 'LetterSent',
  says,
  data: z.strictObject({ to: z.string(), day: z.string() }),
  example: { to: 'KZ', day: '2009-09-14' },
})

export const grown = First.next({
  because: 'letters have several readers',
  data: z.strictObject({ to: z.array(z.string()), when: z.string().optional() }),
  from: ({ to, day }) => ({ to: [to], when: day }),
  example: { to: ['KZ'] },
})
const newest: DataOf<typeof grown> = { to: ['KZ'] }
void newest

export const forgottenField = First.next({
  because: 'a test',
  data: z.strictObject({ to: z.array(z.string()), when: z.string().optional() }),
  // @ts-expect-error: `when` is forgotten; an absent one is `undefined`
  from: ({ to }) => ({ to: [to] }),
  example: { to: ['KZ'] },
})

export const strayField = First.next({
  because: 'a test',
  data: z.strictObject({ to: z.array(z.string()) }),
  // @ts-expect-error: `day` is not in the next shape
  from: ({ to, day }) => ({ to: [to], day }),
  example: { to: ['KZ'] },
})

export const wrongExample = First.next({
  because: 'a test',
  data: z.strictObject({ to: z.array(z.string()) }),
  from: ({ to }) => ({ to: [to] }),
  // @ts-expect-error: the example is of the shape before
  example: { to: 'KZ' },
})

export const wrongFirstExample = defineEvent({
  type: 'LetterLost',
  says,
  data: z.strictObject({ to: z.string() }),
  // @ts-expect-error: an example that does not fit
  example: { too: 'KZ' },
})
