import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { views as shipped } from '../../projections/index.ts'
import { catchUp } from '../../src/replay/catch-up.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import type { Views } from '../../src/replay/replayed.ts'
import { ledgers, storeWith, write } from '../contracts/ledgers.ts'

const seen = ({ all }: Views): unknown[] =>
  all.map((view) => [view.name, view.trouble, [...view.rows()].map(([key, row]) => [key, JSON.stringify(row), view.lineage(key)])])

test('given all views together, brought forward in steps of any size, they are what a rebuild makes of the log', async () => {
  await fc.assert(
    fc.asyncProperty(ledgers(), fc.integer({ min: 1, max: 5 }), async (appends, step) => {
      const store = await storeWith([])
      const live = await rebuild({ store, register: vocabulary, projections: shipped })
      for (const [at, append] of appends.entries()) {
        await write(store, append)
        if (at % step === 0) await catchUp(live)
      }
      await catchUp(live)
      expect(seen(live)).toEqual(seen(await rebuild({ store, register: vocabulary, projections: shipped })))
    }),
    { numRuns: 25 },
  )
})
