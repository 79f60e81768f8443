import { z } from 'zod'
import { boundsOf } from '../../src/kernel/edtf.ts'
import type { EngagementClaim } from './claims.ts'
import { addSource, mostExact, mostReported, Reported, record, report, Sources } from './reported.ts'

/** How far an engagement has come, as documents tell; the last one that any tells is where it stands. */
export const statuses = ['referenced', 'invited', 'announced', 'postponed', 'cancelled', 'happened'] as const
export const Status = z.enum(statuses)
export type Status = z.output<typeof Status>

/** An inferred date, with the event that inferred it. */
const Derived = z.object({ when: z.string(), by: z.string() })
type Derived = z.output<typeof Derived>
const Inferred = Derived.nullable().default(null)

/** What the documents of one status say. */
const Told = z.object({
  sources: Sources,
  what: Reported,
  when: Reported,
  until: Reported,
  /** What was inferred for each date that is told without a year, and under the empty key where none is told. */
  inferred: z.object({ when: z.record(z.string(), Derived), until: z.record(z.string(), Derived) }),
})
type Told = z.output<typeof Told>

/**
 * One engagement out of all its reports: a row of its own, or an entry in a record of a row. `what`, `when` and
 * `until` are read from the furthest status that says something about them: of dates the most exact, then what more
 * independent sources say, then the smallest. A date from before a postponement is not read.
 */
export const Engagement = z.object({
  type: z.enum(['visit', 'meeting', 'forum', 'agreement', 'relationship', 'invitation']).nullable().default(null),
  status: Status.nullable().default(null),
  /** The kind of a visit, the form of a meeting, the name of a forum, the title of an agreement, what relations became. */
  what: z.string().nullable().default(null),
  /** EDTF. Inferred when no document gives a date with a year and one could be inferred: then `derived` says so. */
  when: z.string().nullable().default(null),
  until: z.string().nullable().default(null),
  /** The inferred date behind `when`, with the event that inferred it; null when `when` is what documents say. */
  derived: Inferred,
  /** The same for `until`. */
  untilDerived: Inferred,
  /** `background` when it is only told as the past of another story. */
  narrative: z.enum(['news', 'background']).nullable().default(null),
  scope: z.enum(['interstate', 'domestic', 'private']).nullable().default(null),
  /** How many independent sources tell of it. */
  sources: z.number().default(0),
  partOf: z.array(z.string()).default([]),
  told: z.partialRecord(Status, Told).default({}),
})
export type Engagement = z.output<typeof Engagement>

/** What one claim says of its engagement. */
interface Saying {
  readonly id: string
  readonly type: Engagement['type']
  readonly status: Status
  readonly what?: string | undefined
  readonly when?: string | undefined
  readonly until?: string | undefined
  /** The field whose inferred date stands in for `when`. */
  readonly dated?: 'start' | 'date'
}

/** Adds a claim to the engagements of a row, under the engagement's id; answers the engagement as it now stands. */
export const tellAmong = (engagements: Record<string, Engagement>, event: EngagementClaim): Engagement => {
  const { id } = sayingOf(event)
  engagements[id] ??= newEngagement()
  const engagement = engagements[id] as Engagement
  tell(engagement, event)
  return engagement
}

/** Adds a claim to its engagement. */
export const tell = (engagement: Engagement, event: EngagementClaim): void => {
  const saying = sayingOf(event)
  engagement.told[saying.status] ??= {
    sources: [],
    what: record(),
    when: record(),
    until: record(),
    inferred: { when: record(), until: record() },
  }
  const told = engagement.told[saying.status] as Told
  addSource(told.sources, event.source)
  report(told.what, saying.what, event.source)
  report(told.when, saying.when, event.source)
  report(told.until, saying.until, event.source)

  engagement.type = saying.type
  engagement.narrative = event.data.narrative === 'news' ? 'news' : (engagement.narrative ?? 'background')
  engagement.scope = widest(engagement.scope, event.data.scope)
  if (event.partOf) engagement.partOf = [...event.partOf]
  const { [saying.dated ?? '']: inferred, end } = event.derived ?? {}
  infer(told.inferred.when, saying.when, inferred)
  infer(told.inferred.until, saying.until, end)
  read(engagement)
}

/** Of two inferences for one date the smaller is kept, so that the order of reports does not show. */
const infer = (inferred: Record<string, Derived>, date: string | undefined, derived: Derived | undefined): void => {
  const known = inferred[date ?? '']
  if (derived && (!known || derived.when + derived.by < known.when + known.by)) inferred[date ?? ''] = { ...derived }
}

const copyOf = (derived: Derived | undefined): Derived | null => (derived ? { ...derived } : null)

/** An engagement that nobody has told of yet. */
export const newEngagement = (): Engagement => ({
  type: null,
  status: null,
  what: null,
  when: null,
  until: null,
  derived: null,
  untilDerived: null,
  narrative: null,
  scope: null,
  sources: 0,
  partOf: [],
  told: record(),
})

/** What all reports together say. */
const read = (engagement: Engagement): void => {
  const reached = furthestFirst.filter((status) => engagement.told[status])
  const told = (status: Status): Told => engagement.told[status] as Told
  const dated = reached.includes('postponed') ? reached.filter((status) => status !== 'announced') : reached
  engagement.status = reached[0] ?? null
  engagement.sources = new Set(reached.flatMap((status) => told(status).sources)).size
  engagement.what = first(reached, (status) => mostReported(told(status).what))
  const starts = first(dated, (status) => mostExact(told(status).when))
  const ends = first(dated, (status) => mostExact(told(status).until))
  // A year that a document states needs no inference any more.
  // And what was inferred for a visit that was put off is the day on which it was not made.
  const infers = (date: string | null): boolean => boundsOf(date).earliest === null && engagement.status !== 'postponed'
  engagement.derived = infers(starts) ? first(dated, (status) => copyOf(told(status).inferred.when[starts ?? ''])) : null
  engagement.untilDerived = infers(ends) ? first(dated, (status) => copyOf(told(status).inferred.until[ends ?? ''])) : null
  engagement.when = engagement.derived?.when ?? starts
  engagement.until = engagement.untilDerived?.when ?? ends
}

const furthestFirst = [...statuses].reverse()

const widest = (a: Engagement['scope'], b: 'interstate' | 'domestic' | 'private'): Engagement['scope'] =>
  a !== null && scopes.indexOf(a) < scopes.indexOf(b) ? a : b
const scopes: readonly string[] = ['interstate', 'domestic', 'private']

const first = <Item, Value>(items: readonly Item[], of: (item: Item) => Value | null): Value | null => {
  for (const item of items) {
    const value = of(item)
    if (value !== null) return value
  }
  return null
}

/** The id under which a claim's engagement stands in a row. */
export const engagementIdOf = (event: EngagementClaim): string => sayingOf(event).id

const sayingOf = (event: EngagementClaim): Saying => {
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
