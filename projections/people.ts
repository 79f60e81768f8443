import { z } from 'zod'
import { defineProjection } from '../src/kernel/projection.ts'
import { type EngagementClaim, engagementClaims } from './folding/claims.ts'
import { forEvery } from './folding/for-every.ts'
import { partsOf, peopleIn } from './folding/people.ts'
import { mostReported, Reported, report } from './folding/reported.ts'
import { addSource, Sources } from './folding/sources.ts'

const PersonRow = z.object({
  name: z.string().nullable().default(null),
  country: z.string().nullable().default(null),
  /** Names, offices and countries as documents give them, with who gives them. */
  names: Reported.default({}),
  offices: Reported.default({}),
  roles: Reported.default({}),
  countries: Reported.default({}),
  sources: Sources.default([]),
})
type PersonRow = z.output<typeof PersonRow>

export const people = defineProjection({
  name: 'people',
  version: 1,
  says: 'Everybody whom documents name, with every spelling and every office.',
  keyed: 'id of the person: karim-masimov.kz',
  row: PersonRow,
  events: engagementClaims,
  heeds: ['person'],
  key: forEvery(engagementClaims, peopleIn),
  on: forEvery(engagementClaims, (row: PersonRow, event: EngagementClaim, key: string) => {
    addSource(row.sources, event.source)
    for (const { person } of partsOf(event, key)) {
      if (report(row, 'names', person.name, event.source)) row.name = mostReported(row.names)
      if (report(row, 'countries', person.country, event.source)) row.country = mostReported(row.countries)
      report(row, 'offices', person.office, event.source)
      report(row, 'roles', person.role, event.source)
    }
  }),
})
