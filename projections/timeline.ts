import { z } from 'zod'
import { defineProjection } from '../src/kernel/projection.ts'
import { type EngagementClaim, engagementClaims } from './folding/claims.ts'
import { countriesOf } from './folding/countries.ts'
import { Engagement, engagementKinds, tellAmong } from './folding/engagement.ts'
import { forEvery } from './folding/for-every.ts'
import { entryOf } from './folding/saying.ts'

const Timeline = z.object({
  engagements: z.record(z.string(), Engagement).default({}),
})

export const timeline = defineProjection({
  name: 'timeline',
  version: 1,
  says: 'Every engagement of a country with others, in the order in which they happened.',
  keyed: 'country code: KZ',
  row: Timeline,
  events: engagementClaims,
  heeds: engagementKinds,
  entries: {
    of: entryOf,
    drop: (country, entry) => {
      delete country.engagements[entry]
    },
  },
  key: forEvery(engagementClaims, countriesOf),
  on: forEvery(engagementClaims, (country: z.output<typeof Timeline>, event: EngagementClaim) => {
    tellAmong(country.engagements, event)
  }),
})
