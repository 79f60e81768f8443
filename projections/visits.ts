import { z } from 'zod'
import { InvitationExtended } from '../events/index.ts'
import { defineProjection } from '../src/kernel/projection.ts'
import { type VisitClaim, visitClaims } from './folding/claims.ts'
import { Engagement, tell } from './folding/engagement.ts'
import { forEvery } from './folding/for-every.ts'
import { addPeople, Somebody } from './folding/people.ts'
import { mostReported, Reported, report } from './folding/reported.ts'

const Visit = Engagement.extend({
  host: z.string().nullable().default(null),
  visitors: z.record(z.string(), Somebody).default({}),
  inviters: z.record(z.string(), Somebody).default({}),
  hosts: Reported.default({}),
  places: Reported.default({}),
})
type Visit = z.output<typeof Visit>

export const visits = defineProjection({
  name: 'visits',
  version: 1,
  says: 'Every visit once, however many documents tell of it.',
  keyed: 'id of the visit',
  row: Visit,
  events: { InvitationExtended, ...visitClaims },
  heeds: ['visit', 'person'],
  key: {
    InvitationExtended: ({ data }) => data.visit,
    ...forEvery(visitClaims, ({ data }: VisitClaim) => data.visit),
  },
  on: {
    InvitationExtended(visit, event) {
      tell(visit, event)
      addPeople(visit.inviters, event.data.inviters, event.source)
    },
    ...forEvery(visitClaims, (visit: Visit, event: VisitClaim) => {
      tell(visit, event)
      addPeople(visit.visitors, event.data.visitors, event.source)
      if (report(visit, 'hosts', event.data.host, event.source)) visit.host = mostReported(visit.hosts)
      if ('place' in event.data) report(visit, 'places', event.data.place, event.source)
    }),
  },
})
