import type { CorrectedEvent } from '../../src/kernel/envelope.ts'
import type { EngagementClaim } from './claims.ts'
import type { EngagementType, Status } from './standing.ts'

/** What one claim says of its engagement. */
export interface Saying {
  /** The id under which the engagement stands in a row. */
  readonly id: string
  readonly type: EngagementType
  readonly status: Status
  readonly what?: string | undefined
  readonly when?: string | undefined
  readonly until?: string | undefined
  /** The field whose inferred date stands in for `when`. */
  readonly dated?: 'start' | 'date'
}

/** The entry of an engagement in rows that hold several, as live views ask for it. */
export const entryOf = (event: CorrectedEvent): string => sayingOf(event as EngagementClaim).id

/** What a claim says of its engagement. */
export const sayingOf = (event: EngagementClaim): Saying => {
  switch (event.type) {
    case 'InvitationExtended':
      return { id: event.data.visit ?? event.id, type: event.data.visit ? 'visit' : 'invitation', status: 'invited' }
    case 'VisitAnnounced':
      return visit(event.data, 'announced')
    case 'VisitPostponed':
      return { ...visit(event.data, 'postponed'), when: event.data.newStart }
    case 'VisitCancelled':
      return visit(event.data, 'cancelled')
    case 'VisitReported':
    case 'VisitStarted':
    case 'VisitEnded':
      return visit(event.data, 'happened')
    case 'MeetingAnnounced':
      return meeting(event.data, 'announced')
    case 'MeetingPostponed':
      return { ...meeting(event.data, 'postponed'), when: undefined }
    case 'MeetingCancelled':
      return meeting(event.data, 'cancelled')
    case 'MeetingHeld':
      return meeting(event.data, 'happened')
    case 'ForumAttended':
      return { id: event.data.forum, type: 'forum', status: 'happened', what: event.data.name, when: event.data.date, dated: 'date' }
    case 'AgreementAnnounced':
      return agreement(event.data, 'announced')
    case 'AgreementSigned':
      return agreement(event.data, 'happened')
    case 'AgreementReferenced':
      return agreement(event.data, 'referenced')
    case 'RelationshipChanged':
      return {
        id: event.data.relationship,
        type: 'relationship',
        status: 'happened',
        what: event.data.to,
        when: event.data.date,
        dated: 'date',
      }
  }
}

const visit = (data: { visit: string; kind?: string; start?: string | undefined; end?: string | undefined }, status: Status): Saying => ({
  id: data.visit,
  type: 'visit',
  status,
  what: data.kind === 'unspecified' ? undefined : data.kind,
  when: data.start,
  until: data.end,
  dated: 'start',
})

const meeting = (data: { meeting: string; form: string; date?: string | undefined }, status: Status): Saying => ({
  id: data.meeting,
  type: 'meeting',
  status,
  what: data.form,
  when: data.date,
  dated: 'date',
})

const agreement = (data: { agreement: string; title?: string | undefined; date?: string | undefined }, status: Status): Saying => ({
  id: data.agreement,
  type: 'agreement',
  status,
  what: data.title,
  when: data.date,
  dated: 'date',
})
