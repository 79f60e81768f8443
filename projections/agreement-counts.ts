import { z } from 'zod'
import { defineProjection } from '../src/kernel/projection.ts'
import { type EngagementClaim, engagementClaims } from './folding/claims.ts'
import { Count, countAgreement, Tally } from './folding/counting.ts'
import { pairsOf } from './folding/countries.ts'
import { forEvery } from './folding/for-every.ts'

const Counts = z.object({
  /** Null where no document says anything: that is not zero. */
  signed: Count.nullable().default(null),
  announced: Count.nullable().default(null),
  referenced: Count.nullable().default(null),
  /** Which agreements these are, by the visit or the total to which they belong. */
  behind: z.object({ signed: Tally, announced: Tally, referenced: Tally }).prefault({ signed: {}, announced: {}, referenced: {} }),
})
type Counts = z.output<typeof Counts>

export const agreementCounts = defineProjection({
  name: 'agreement-counts',
  version: 1,
  says: 'How many agreements two countries signed, announced or spoke of, each counted once. Any engagement makes the row.',
  keyed: 'country pair, codes sorted: KZ-VN',
  row: Counts,
  events: engagementClaims,
  heeds: ['agreement', 'visit'],
  key: forEvery(engagementClaims, pairsOf),
  on: {
    ...forEvery(engagementClaims, (_row: Counts, _event: EngagementClaim) => {}),
    AgreementSigned(row, event) {
      row.signed = countAgreement(row.signed, row.behind.signed, event)
    },
    AgreementAnnounced(row, event) {
      row.announced = countAgreement(row.announced, row.behind.announced, event)
    },
    AgreementReferenced(row, event) {
      row.referenced = countAgreement(row.referenced, row.behind.referenced, event)
    },
  },
})
