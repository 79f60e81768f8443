import { expect, test } from 'vitest'
import { z } from 'zod'
import { vocabulary } from '../../events/index.ts'
import { VisitStarted } from '../../events/visit-started.ts'
import { views as shipped } from '../../projections/index.ts'
import { defineProjection } from '../../src/kernel/projection.ts'
import { viewsOf } from '../../src/ledger-views.ts'
import { at, testLedger, visit } from '../replay/ledger-for-tests.ts'

const broken = defineProjection({
  name: 'broken',
  version: 1,
  row: z.object({}),
  events: { VisitStarted },
  key: {
    VisitStarted: () => {
      throw new Error('a slip')
    },
  },
  on: { VisitStarted: () => {} },
})

test('a point of the past whose view fails is forgotten, however often it was asked for, and no other one', async () => {
  const { store, say } = testLedger()
  await say('a', 'VisitStarted', visit(at('a', 'v', 1)))
  const views = viewsOf(store, vocabulary, shipped, [{ projection: broken, fingerprint: '' }], 'nowhere', true)
  const kept = await views.asOf(0, ['visits'])
  const asked = [views.asOf(0, ['broken']), views.asOf(0, ['broken'])]
  for (const view of asked) await expect(view).rejects.toMatchObject({ code: 'projection-failed' })
  expect(await views.asOf(0, ['visits'])).toBe(kept)
  await expect(views.asOf(0, ['broken'])).rejects.toMatchObject({ code: 'projection-failed' })
})
