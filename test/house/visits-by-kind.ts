import { z } from 'zod'
import { VisitStarted } from '../../events/visit-started.ts'
import { defineProjection } from '../../src/kernel/projection.ts'

/** When visits of each kind began, by the id of the visit; null where no document says. */
export const visitsByKind = defineProjection({
  name: 'visits-by-kind',
  version: 1,
  row: z.object({ began: z.record(z.string(), z.string().nullable()).default({}) }),
  events: { VisitStarted },
  key: { VisitStarted: ({ data }) => data.kind },
  on: {
    VisitStarted(row, { data }) {
      row.began[data.visit] = data.start ?? null
    },
  },
})
