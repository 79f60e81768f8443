import {
  AgreementAnnounced,
  AgreementReferenced,
  AgreementSigned,
  ForumAttended,
  InvitationExtended,
  MeetingAnnounced,
  MeetingCancelled,
  MeetingHeld,
  MeetingPostponed,
  RelationshipChanged,
  VisitAnnounced,
  VisitCancelled,
  VisitEnded,
  VisitPostponed,
  VisitReported,
  VisitStarted,
} from '../../events/index.ts'
import type { EventOf } from '../../src/kernel/projection.ts'

/** The events that tell of one kind of engagement, for projections that read all of them. */
export const visitClaims = { VisitAnnounced, VisitPostponed, VisitCancelled, VisitReported, VisitStarted, VisitEnded }
export const meetingClaims = { MeetingAnnounced, MeetingHeld, MeetingPostponed, MeetingCancelled }
export const agreementClaims = { AgreementAnnounced, AgreementSigned, AgreementReferenced }
export const engagementClaims = {
  InvitationExtended,
  ...visitClaims,
  ...meetingClaims,
  ForumAttended,
  ...agreementClaims,
  RelationshipChanged,
}

export type VisitClaim = EventOf<(typeof visitClaims)[keyof typeof visitClaims]>
export type MeetingClaim = EventOf<(typeof meetingClaims)[keyof typeof meetingClaims]>
export type AgreementClaim = EventOf<(typeof agreementClaims)[keyof typeof agreementClaims]>
export type EngagementClaim = EventOf<(typeof engagementClaims)[keyof typeof engagementClaims]>
