import type { Claim } from '../kernel/claim.ts'
import { figureClaims } from './claims-figures.ts'
import { forumClaims } from './claims-forums.ts'
import { invitationClaims } from './claims-invitations.ts'
import { relationshipClaims } from './claims-relationships.ts'
import type { DecidedVisit } from './claims-visits.ts'
import type { Writing } from './writing.ts'

/** What is read sentence by sentence, without a decision over all mentions. */
export const otherClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] => [
  ...forumClaims(writing, visits),
  ...invitationClaims(writing, visits),
  ...relationshipClaims(writing, visits),
  ...figureClaims(writing, visits),
]
