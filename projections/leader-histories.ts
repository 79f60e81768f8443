import { z } from 'zod'
import { defineProjection } from '../src/kernel/projection.ts'
import { type EngagementClaim, engagementClaims } from './folding/claims.ts'
import { tell } from './folding/engagement.ts'
import { forEvery } from './folding/for-every.ts'
import { Appearance, dateOffices, dropAppearance, newAppearance, Office, roleOf } from './folding/offices.ts'
import { foremost, partsOf, peopleIn } from './folding/people.ts'
import { mostReported, Reported, report } from './folding/reported.ts'
import { entryOf, sayingOf } from './folding/saying.ts'
import { addSource } from './folding/sources.ts'

const History = z.object({
  name: z.string().nullable().default(null),
  country: z.string().nullable().default(null),
  /** As written, with who writes so. */
  names: Reported.default({}),
  countries: Reported.default({}),
  offices: z.record(z.string(), Office).default({}),
  engagements: z.record(z.string(), Appearance).default({}),
})
type History = z.output<typeof History>

export const leaderHistories = defineProjection({
  name: 'leader-histories',
  version: 1,
  says: 'What each leader did, in order, with offices as reported and names as written.',
  keyed: 'id of the person: nguyen-tan-dung.vn',
  row: History,
  events: engagementClaims,
  entries: { of: entryOf, drop: dropAppearance },
  key: forEvery(engagementClaims, peopleIn),
  on: forEvery(engagementClaims, (leader: History, event: EngagementClaim, key: string) => {
    const saying = sayingOf(event)
    leader.engagements[saying.id] ??= newAppearance()
    const engagement = leader.engagements[saying.id] as Appearance
    const before = engagement.when
    tell(engagement, event, saying)

    for (const { part, person } of partsOf(event, key)) {
      engagement.as = foremost(engagement.as, part)
      if (report(leader, 'names', person.name, event.source)) leader.name = mostReported(leader.names)
      if (report(leader, 'countries', person.country, event.source)) leader.country = mostReported(leader.countries)
      report(engagement, 'offices', person.office, event.source)
      if (person.office === undefined) continue
      leader.offices[person.office] ??= { when: null, until: null, role: null, sources: [] }
      const office = leader.offices[person.office] as Office
      office.role = roleOf(office.role, person.role)
      addSource(office.sources, event.source)
    }
    dateOffices(leader.offices, leader.engagements, { held: engagement.offices, when: engagement.when, before })
  }),
})
