import { z } from 'zod'
import { compareWhen } from '../src/kernel/edtf.ts'
import { defineProjection } from '../src/kernel/projection.ts'
import { type EngagementClaim, engagementClaims } from './folding/claims.ts'
import { pairsOf } from './folding/countries.ts'
import { Engagement, engagementKinds, tellAmong } from './folding/engagement.ts'
import { forEvery } from './folding/for-every.ts'
import { entryOf } from './folding/saying.ts'

const Relations = z.object({
  /** The latest of the changes of relations that are dated; null when none is told. */
  relations: z.string().nullable().default(null),
  since: z.string().nullable().default(null),
  engagements: z.record(z.string(), Engagement).default({}),
  changes: z.record(z.string(), Engagement).default({}),
})
type Relations = z.output<typeof Relations>

export const countryRelations = defineProjection({
  name: 'country-relations',
  version: 1,
  says: 'What two countries had to do with one another, in order. Engagements between states only.',
  keyed: 'country pair, codes sorted: KZ-VN',
  row: Relations,
  events: engagementClaims,
  heeds: engagementKinds,
  entries: {
    of: entryOf,
    drop: (pair, entry) => {
      delete pair.engagements[entry]
      delete pair.changes[entry]
    },
  },
  key: forEvery(engagementClaims, pairsOf),
  on: forEvery(engagementClaims, (pair: Relations, event: EngagementClaim) => {
    if (event.type !== 'RelationshipChanged') return void tellAmong(pair.engagements, event)
    tellAmong(pair.changes, event)
    const [latest] = Object.entries(pair.changes).sort(([a, x], [b, y]) => latestFirst(x, y) || (a < b ? -1 : 1))
    pair.relations = latest?.[1].what ?? null
    pair.since = latest?.[1].when ?? null
  }),
})

/** Undated changes come last: nobody can say that they were the latest. */
const latestFirst = (a: Engagement, b: Engagement): number =>
  Number(a.when === null) - Number(b.when === null) || -compareWhen(a.when, b.when)
