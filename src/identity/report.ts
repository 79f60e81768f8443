import type { EngagementKind } from '../kernel/ids.ts'
import type { IdentityClaim, IdentityDocument, Mention } from './document.ts'

/**
 * One engagement as one document tells it: all claims that carry its id, taken together. Where they give different
 * values, the one that happened outweighs the one that was announced.
 */
export interface Report {
  readonly id: string
  readonly kind: EngagementKind
  readonly stream: string
  readonly phases: ReadonlySet<Phase>
  readonly narrative: 'news' | 'background'
  readonly scope: string
  /** Visitors, participants, attendees. */
  readonly people: readonly Mention[]
  /** Inviters: they say who held an office at the time. */
  readonly others: readonly Mention[]
  readonly host?: string
  /** Parties of an agreement or a relationship, countries of a figure; sorted. */
  readonly parties: readonly string[]
  /** EDTF by field: `start`, `end`, `newStart`, `date`, `period`. */
  readonly dates: Readonly<Record<string, string>>
  /** Kind of visit, form of meeting, instrument, new relationship, measure. */
  readonly sort?: string
  readonly title?: string
  readonly count?: number | null
  readonly place?: string
  /** The visit of the same document that the claim names. */
  readonly visit?: string
  readonly value?: string
}

export type Phase = 'planned' | 'postponed' | 'cancelled' | 'happened' | 'ended' | 'mentioned'

/** The engagements of a document, in the order of their first claims. */
export const reportsOf = ({ stream, claims }: IdentityDocument): Report[] => {
  const drafts = new Map<string, Draft>()
  for (const claim of [...claims].sort((a, b) => weight(b) - weight(a))) {
    const shape = shapes[claim.type]
    if (!shape) continue
    const data = claim.data as Data
    const id = data[shape.kind]
    if (typeof id !== 'string') continue
    const draft = drafts.get(id) ?? {
      id,
      kind: shape.kind,
      stream,
      phases: new Set<Phase>(),
      narrative: 'background',
      people: [],
      others: [],
      dates: {},
      parties: [],
    }
    drafts.set(id, draft)
    take(draft, data, shape)
  }
  return [...drafts.values()].map((draft) => ({ scope: 'interstate', ...draft }) as Report)
}

type Data = Readonly<Record<string, unknown>>
interface Shape {
  readonly kind: EngagementKind
  readonly phase: Phase | null
}

const shapes: Readonly<Record<string, Shape>> = {
  VisitAnnounced: { kind: 'visit', phase: 'planned' },
  VisitPostponed: { kind: 'visit', phase: 'postponed' },
  VisitCancelled: { kind: 'visit', phase: 'cancelled' },
  VisitReported: { kind: 'visit', phase: 'happened' },
  VisitStarted: { kind: 'visit', phase: 'happened' },
  VisitEnded: { kind: 'visit', phase: 'ended' },
  InvitationExtended: { kind: 'visit', phase: null },
  MeetingAnnounced: { kind: 'meeting', phase: 'planned' },
  MeetingHeld: { kind: 'meeting', phase: 'happened' },
  MeetingPostponed: { kind: 'meeting', phase: 'postponed' },
  MeetingCancelled: { kind: 'meeting', phase: 'cancelled' },
  ForumAttended: { kind: 'forum', phase: 'happened' },
  AgreementAnnounced: { kind: 'agreement', phase: 'planned' },
  AgreementSigned: { kind: 'agreement', phase: 'happened' },
  AgreementReferenced: { kind: 'agreement', phase: 'mentioned' },
  RelationshipChanged: { kind: 'relationship', phase: 'happened' },
  FigureReported: { kind: 'figure', phase: 'mentioned' },
}

/** What happened is heard before what was planned. */
const weight = ({ type }: IdentityClaim): number =>
  ({ VisitStarted: 5, MeetingHeld: 5, AgreementSigned: 5, VisitReported: 4, VisitEnded: 3, VisitPostponed: 2, InvitationExtended: -1 })[
    type
  ] ?? 1

type Draft = { -readonly [Key in keyof Report]?: Report[Key] } & {
  phases: Set<Phase>
  people: readonly Mention[]
  others: readonly Mention[]
  dates: Record<string, string>
}

const take = (draft: Draft, data: Data, { phase }: Shape): void => {
  if (phase) draft.phases.add(phase)
  if (data.narrative === 'news' && phase) draft.narrative = 'news'
  for (const field of ['start', 'end', 'newStart', 'date', 'period'])
    if (typeof data[field] === 'string') draft.dates[field] ??= data[field]
  draft.people = merged(draft.people, phase ? (data.visitors ?? data.participants ?? data.attendees) : undefined)
  draft.others = merged(draft.others, data.inviters)
  if (Array.isArray(data.parties ?? data.countries)) draft.parties = [...((data.parties ?? data.countries) as string[])].sort()
  const sort = data.kind ?? data.form ?? data.instrument ?? data.to ?? data.measure
  if (typeof sort === 'string' && (draft.sort === undefined || draft.sort === 'unspecified')) draft.sort = sort
  const title = data.title ?? data.name
  if (typeof title === 'string') draft.title ??= title
  if (typeof data.count === 'number' || data.count === null) draft.count ??= data.count
  for (const field of ['host', 'place', 'visit', 'scope'] as const)
    if (typeof data[field] === 'string' && (field !== 'visit' || draft.kind !== 'visit')) draft[field] ??= data[field]
  if (typeof data.value === 'number') draft.value ??= `${data.value} ${String(data.unit ?? '')}`
}

const merged = (known: readonly Mention[], more: unknown): readonly Mention[] => {
  if (!Array.isArray(more)) return known
  const fresh = (more as Mention[]).filter(({ id }) => !known.some((mention) => mention.id === id))
  return fresh.length > 0 ? [...known, ...fresh] : known
}
