import { registerOf } from '../src/kernel/register.ts'
import { AgreementAnnounced } from './agreement-announced.ts'
import { AgreementReferenced } from './agreement-referenced.ts'
import { AgreementSigned } from './agreement-signed.ts'
import { DateDerived } from './date-derived.ts'
import { DocumentDescribed } from './document-described.ts'
import { DocumentRead } from './document-read.ts'
import { DocumentRegistered } from './document-registered.ts'
import { DocumentRestored } from './document-restored.ts'
import { DocumentWithdrawn } from './document-withdrawn.ts'
import { DocumentsGrouped } from './documents-grouped.ts'
import { EngagementsMerged } from './engagements-merged.ts'
import { EngagementsSeparated } from './engagements-separated.ts'
import { EventAmended } from './event-amended.ts'
import { EventRetracted } from './event-retracted.ts'
import { EventReviewed } from './event-reviewed.ts'
import { FigureReported } from './figure-reported.ts'
import { ForumAttended } from './forum-attended.ts'
import { InvitationExtended } from './invitation-extended.ts'
import { MeetingAnnounced } from './meeting-announced.ts'
import { MeetingCancelled } from './meeting-cancelled.ts'
import { MeetingHeld } from './meeting-held.ts'
import { MeetingPostponed } from './meeting-postponed.ts'
import { PeopleMerged } from './people-merged.ts'
import { PeopleSeparated } from './people-separated.ts'
import { RelationshipChanged } from './relationship-changed.ts'
import { VisitAnnounced } from './visit-announced.ts'
import { VisitCancelled } from './visit-cancelled.ts'
import { VisitEnded } from './visit-ended.ts'
import { VisitPostponed } from './visit-postponed.ts'
import { VisitReported } from './visit-reported.ts'
import { VisitStarted } from './visit-started.ts'

export {
  AgreementAnnounced,
  AgreementReferenced,
  AgreementSigned,
  DateDerived,
  DocumentDescribed,
  DocumentRead,
  DocumentRegistered,
  DocumentRestored,
  DocumentsGrouped,
  DocumentWithdrawn,
  EngagementsMerged,
  EngagementsSeparated,
  EventAmended,
  EventRetracted,
  EventReviewed,
  FigureReported,
  ForumAttended,
  InvitationExtended,
  MeetingAnnounced,
  MeetingCancelled,
  MeetingHeld,
  MeetingPostponed,
  PeopleMerged,
  PeopleSeparated,
  RelationshipChanged,
  VisitAnnounced,
  VisitCancelled,
  VisitEnded,
  VisitPostponed,
  VisitReported,
  VisitStarted,
}

/** The register: a new kind of event is one file and one line here. */
export const vocabulary = registerOf([
  DocumentRegistered,
  DocumentDescribed,
  DocumentRead,
  DocumentsGrouped,
  DocumentWithdrawn,
  DocumentRestored,
  InvitationExtended,
  VisitAnnounced,
  VisitPostponed,
  VisitCancelled,
  VisitReported,
  VisitStarted,
  VisitEnded,
  MeetingAnnounced,
  MeetingHeld,
  MeetingPostponed,
  MeetingCancelled,
  ForumAttended,
  AgreementAnnounced,
  AgreementSigned,
  AgreementReferenced,
  RelationshipChanged,
  FigureReported,
  PeopleMerged,
  PeopleSeparated,
  EngagementsMerged,
  EngagementsSeparated,
  DateDerived,
  EventRetracted,
  EventAmended,
  EventReviewed,
])
