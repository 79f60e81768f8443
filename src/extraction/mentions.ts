import type { AgreementDraft } from '../kernel/reading.ts'
import type { Span } from '../kernel/span.ts'
import type { Place } from './clause-places.ts'
import type { Entity } from './entity.ts'
import type { Moment } from './moments.ts'

interface Mention {
  /** What supports it, offsets in the view. */
  readonly evidence: Span
  /** Start of the mention that sets the engagement apart. */
  readonly anchor: number
  readonly rule: string
  readonly moment: Moment
  readonly cues: readonly string[]
  readonly sentence: number
  readonly doubt: readonly string[]
  readonly attribution: string | null
}

/** One clause's word on a visit, complete: who, where. */
export interface VisitMention extends Mention {
  readonly visitors: readonly Entity[]
  readonly host: string
  readonly kind: string
  readonly phase: 'report' | 'start' | 'end' | 'depart'
  readonly place: string | null
}

export interface MeetingMention extends Mention {
  readonly participants: readonly Entity[]
  readonly form: string
  readonly place: Place | null
  /** The country of the city it was in, and which of a row of meetings it was (“lần thứ hai”), where the clause tells. */
  readonly land: string | null
  readonly ordinal: number | null
  readonly receiver: Entity | null
  readonly scope: 'interstate' | 'domestic' | 'private'
  /** A sign of a meeting rather than word of one: two who agree, shake hands, are shown together. */
  readonly weak: boolean
  /** It tells that they spoke, and not whether face to face or by phone. */
  readonly open: boolean
  /** Whom `participants` lacks, as it stands: firms, the own embassy. */
  readonly other: Span | null
}

/** One clause's word on an instrument, with its parties. */
export interface AgreementMention extends Mention {
  readonly draft: AgreementDraft
  readonly title: string | null
  readonly parties: readonly string[]
}
