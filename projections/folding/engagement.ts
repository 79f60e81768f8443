import { z } from 'zod'
import { boundsOf } from '../../src/kernel/edtf.ts'
import type { EngagementClaim } from './claims.ts'
import { mostExact, mostReported, nothing, ownRecord, Reported, report } from './reported.ts'
import { type Saying, sayingOf } from './saying.ts'
import { addSource, hasSource, Sources } from './sources.ts'
import { EngagementType, Status, statuses } from './standing.ts'

/** Kinds of ids that tell engagements apart: what rows without people depend on. */
export const engagementKinds = ['visit', 'meeting', 'forum', 'agreement', 'relationship'] as const

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
  type: EngagementType.nullable().default(null),
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

/** Adds a claim to the engagements of a row, under the engagement's id; answers the engagement as it now stands. */
export const tellAmong = (engagements: Record<string, Engagement>, event: EngagementClaim): Engagement => {
  const saying = sayingOf(event)
  engagements[saying.id] ??= newEngagement()
  const engagement = engagements[saying.id] as Engagement
  tell(engagement, event, saying)
  return engagement
}

/** Adds a claim to its engagement: what that costs does not grow with the number of claims that were told before. */
export const tell = (engagement: Engagement, event: EngagementClaim, saying: Saying = sayingOf(event)): void => {
  const told = toldBy(event.source, engagement, saying.status)
  report(told, 'what', saying.what, event.source)
  report(told, 'when', saying.when, event.source)
  report(told, 'until', saying.until, event.source)

  engagement.type = saying.type
  engagement.narrative = event.data.narrative === 'news' ? 'news' : (engagement.narrative ?? 'background')
  engagement.scope = widest(engagement.scope, event.data.scope)
  if (event.partOf) engagement.partOf = [...event.partOf]
  if (event.derived) {
    const { [saying.dated ?? '']: inferred, end } = event.derived
    infer(told.inferred, 'when', saying.when, inferred)
    infer(told.inferred, 'until', saying.until, end)
  }
  read(engagement)
}

/** Of two inferences for one date the smaller is kept, so that the order of reports does not show. */
const infer = (told: Told['inferred'], field: 'when' | 'until', date: string | undefined, derived: Derived | undefined): void => {
  if (!derived || boundsOf(date).earliest !== null) return
  const inferred = ownRecord(told, field)
  const known = inferred[date ?? '']
  if (!known || derived.when + derived.by < known.when + known.by) inferred[date ?? ''] = { ...derived }
}

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
  told: {},
})

/** Counts a source among those of a status, and of the engagement unless another status has it; answers what the status is told. */
const toldBy = (source: string, engagement: Engagement, status: Status): Told => {
  const known = engagement.told[status]
  const isNew = known ? addSource(known.sources, source) : true
  if (isNew && !isToldElsewhere(engagement, status, source)) engagement.sources++
  if (known) return known
  engagement.told[status] = newTold(source)
  return engagement.told[status] as Told
}

const newTold = (source: string): Told => ({
  sources: [source],
  what: nothing,
  when: nothing,
  until: nothing,
  inferred: { when: nothing, until: nothing },
})

const isToldElsewhere = ({ told }: Engagement, here: Status, source: string): boolean => {
  for (const status of statuses) {
    const there = status === here ? undefined : told[status]
    if (there && hasSource(there.sources, source)) return true
  }
  return false
}

/** What all reports together say. */
const read = (engagement: Engagement): void => {
  const dated = engagement.told.postponed ? furthestButAnnounced : furthestFirst
  engagement.status = furthestFirst.find((status) => engagement.told[status]) ?? null
  engagement.what = furthest(engagement, furthestFirst, ({ what }) => mostReported(what))
  const starts = furthest(engagement, dated, ({ when }) => mostExact(when))
  const ends = furthest(engagement, dated, ({ until }) => mostExact(until))
  // A year that a document states needs no inference any more.
  // And what was inferred for a visit that was put off is the day on which it was not made.
  const infers = (date: string | null): boolean => engagement.status !== 'postponed' && boundsOf(date).earliest === null
  engagement.derived = infers(starts) ? furthest(engagement, dated, ({ inferred }) => copyOf(inferred.when[starts ?? ''])) : null
  engagement.untilDerived = infers(ends) ? furthest(engagement, dated, ({ inferred }) => copyOf(inferred.until[ends ?? ''])) : null
  engagement.when = engagement.derived?.when ?? starts
  engagement.until = engagement.untilDerived?.when ?? ends
}

const furthestFirst = [...statuses].reverse()
const furthestButAnnounced = furthestFirst.filter((status) => status !== 'announced')

/** What the documents of the furthest status say, of those that say something. */
const furthest = <Value>({ told }: Engagement, order: readonly Status[], of: (told: Told) => Value | null): Value | null => {
  for (const status of order) {
    const here = told[status]
    const value = here ? of(here) : null
    if (value !== null) return value
  }
  return null
}

const copyOf = (derived: Derived | undefined): Derived | null => (derived ? { ...derived } : null)

const widest = (a: Engagement['scope'], b: 'interstate' | 'domestic' | 'private'): Engagement['scope'] =>
  a !== null && scopes.indexOf(a) < scopes.indexOf(b) ? a : b
const scopes: readonly string[] = ['interstate', 'domestic', 'private']
