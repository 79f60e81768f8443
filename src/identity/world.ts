import { createBlocks } from './blocks.ts'
import type { Window } from './calendar.ts'
import { type Constraints, noConstraints } from './constraints.ts'
import type { IdentityDocument, Mention } from './document.ts'
import { type Era, eraOf, isFormer } from './era.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isTie } from './group.ts'
import { createGroups, type Groups } from './groups.ts'
import { type Moment, noMoment } from './moment.ts'
import { createOccurrences, type Occurrences, type Told } from './occurrences.ts'
import { type PeopleResult, peopleBlocks } from './people.ts'
import { createCensus, type PersonNode } from './person-node.ts'
import { type Report, reportsOf } from './report.ts'
import { occurrenceRules } from './rules.ts'
import { type Timing, timingOf } from './timing.ts'

/** A document as it was read last: everything here follows from the document and the gazetteer alone. */
export interface Read {
  readonly document: IdentityDocument
  readonly reports: readonly Report[]
  readonly era: Era
  readonly moments: Timing['moments']
  readonly hosts: Timing['hosts']
}

/**
 * All documents and what is one among them. A change is worked through from people to engagements, and only where
 * something changed; since every step is a function of its block, the outcome is that of doing everything anew.
 */
export interface World {
  put(document: IdentityDocument): void
  remove(stream: string): void
  constrain(constraints: Constraints): void
  settle(): void
  readonly people: Groups
  readonly engagements: Groups
  readonly reads: ReadonlyMap<string, Read>
  report(id: string): { report: Report; read: Read } | undefined
  person(id: string): PersonNode | null
  personOf(id: string): string
  peopleFindings(): Iterable<PeopleResult>
  occurrences(): Iterable<Occurrences>
  /** Ids whose group may have changed since `seen` was called last. */
  readonly unseen: { readonly people: Set<string>; readonly engagements: Set<string>; readonly streams: Set<string> }
}

export const createWorld = (gazetteer: Gazetteer): World => {
  const reads = new Map<string, Read>()
  const reportAt = new Map<string, string>()
  const census = createCensus()
  const people = createGroups((id) => gazetteer.has(id))
  const engagements = createGroups()
  const named = createBlocks<PersonNode, PeopleResult>(peopleBlocks(gazetteer))
  const kinds = new Map(occurrenceRules.map((rule) => [rule.kind as string, createOccurrences(rule as never, engagements)]))
  const canonical = new Map<string, string>()
  const untold = new Set<string>()
  const unseen = { people: new Set<string>(), engagements: new Set<string>(), streams: new Set<string>() }
  let constraints: Constraints = noConstraints

  const read = (document: IdentityDocument): Read => {
    const reports = reportsOf(renamed(document, constraints))
    const era = eraOf(reports, document.published, gazetteer)
    return { document, reports, era, ...timingOf(reports, era) }
  }
  const take = (stream: string, next: Read | null): void => {
    const before = reads.get(stream)
    const kept = new Set(next?.reports.map(({ id }) => id))
    for (const { id, kind } of before?.reports ?? []) {
      if (kept.has(id)) continue
      kinds.get(kind)?.put(id, null)
      reportAt.delete(id)
      unseen.engagements.add(id)
    }
    if (next) reads.set(stream, next)
    else reads.delete(stream)
    for (const { id } of next?.reports ?? []) {
      reportAt.set(id, stream)
      unseen.engagements.add(id)
    }
    for (const id of census.put(stream, next ? mentionsOf(next) : [])) {
      named.put(id, census.node(id))
      unseen.people.add(id)
    }
    untold.add(stream)
    unseen.streams.add(stream)
  }
  const tell = (stream: string): void => {
    const known = reads.get(stream)
    for (const report of known?.reports ?? []) kinds.get(report.kind)?.put(report.id, toldOf(report, known as Read))
  }
  const toldOf = (report: Report, { moments, hosts }: Read): Told => {
    const where = hosts.get(report.id)
    return {
      ...(where ? { where } : {}),
      report,
      moment: moments.get(report.id) ?? noMoment,
      people: report.people.map(keyOf),
      countries: report.people.map(({ country }) => country),
    }
  }
  const keyOf = (mention: Mention): string => {
    const group = people.groupOf(mention.id)
    if (mention.number === 'group') return `*.${mention.country ?? ''}`
    if (mention.name === null && group.members.size === 1) return `?${mention.role ?? ''}.${mention.country ?? ''}`
    return group.anchor ?? group.least
  }
  return {
    people,
    engagements,
    reads,
    unseen,
    put: (document) => take(document.stream, read(document)),
    remove: (stream) => take(stream, null),
    constrain(next) {
      const before = constraints
      constraints = next
      for (const [groups, sort] of [
        [people, 'person'],
        [engagements, 'engagement'],
      ] as const)
        groups.rule(
          next.apart.filter(([id]) => sortOf(id) === sort),
          next.together.filter(([id]) => sortOf(id as string) === sort),
        )
      const affected = new Set([...before.named, ...next.named].flatMap(({ documents }) => documents))
      for (const stream of affected) {
        const known = reads.get(stream)
        if (known) take(stream, read(known.document))
      }
    },
    settle() {
      named.settle((before, after) => {
        for (const edge of after?.edges ?? []) people.link(edge)
        for (const edge of before?.edges ?? []) people.unlink(edge)
      })
      for (const id of people.touched()) {
        if (isTie(id)) continue
        unseen.people.add(id)
        const group = people.groupOf(id)
        const now = `${group.anchor ?? group.least} ${group.members.size === 1}`
        if (canonical.get(id) === now) continue
        canonical.set(id, now)
        for (const stream of census.streams(id)) untold.add(stream)
      }
      for (const stream of [...untold].sort()) tell(stream)
      untold.clear()
      for (const [, kind] of kinds) kind.settle()
      for (const id of engagements.touched()) if (!isTie(id)) unseen.engagements.add(id)
    },
    report(id) {
      const known = reads.get(reportAt.get(id) ?? '')
      const report = known?.reports.find((one) => one.id === id)
      return known && report ? { report, read: known } : undefined
    },
    person: (id) => census.node(id),
    personOf(id) {
      const group = people.groupOf(id)
      return group.anchor ?? group.least
    },
    *peopleFindings() {
      for (const [, result] of named.results()) yield result
    },
    occurrences: () => kinds.values(),
  }
}

const sortOf = (id: string): 'person' | 'engagement' | 'document' =>
  /^[0-9a-f]{12}\/[vmfarq]@/.test(id) ? 'engagement' : id.startsWith('document/') ? 'document' : 'person'

/** Who is mentioned, and when: at the time of the document, or at the engagement's own date where it gives one. */
const mentionsOf = ({ reports, era, moments }: Read): { mention: Mention; window: Window }[] =>
  reports.flatMap((report) =>
    [...report.people, ...report.others]
      .filter(({ number }) => number !== 'group')
      .map((mention) => ({ mention, window: windowOf(report, mention, era, moments.get(report.id)) })),
  )

const windowOf = (report: Report, mention: Mention, era: Era, moment: Moment | undefined): Window => {
  if (isFormer(mention.office)) return null
  const years = report.narrative === 'background' && moment?.years?.length === 1 ? moment.years : null
  if (years === null) return report.narrative === 'background' ? null : era.window
  const [year] = years as [number]
  return [[Math.round(Date.UTC(year, 0, 1) / 86_400_000), Math.round(Date.UTC(year, 11, 31) / 86_400_000)]]
}

const renamed = (document: IdentityDocument, { named }: Constraints): IdentityDocument => {
  const names = new Map(named.filter(({ documents }) => documents.includes(document.stream)).map(({ person, as }) => [person, as]))
  if (names.size === 0) return document
  const rename = (value: unknown): unknown =>
    Array.isArray(value) ? value.map((item) => (isMention(item) && names.has(item.id) ? { ...item, id: names.get(item.id) } : item)) : value
  return {
    ...document,
    claims: document.claims.map(({ type, data }) => ({
      type,
      data: Object.fromEntries(Object.entries(data as object).map(([key, value]) => [key, rename(value)])),
    })),
  }
}

const isMention = (value: unknown): value is Mention => typeof value === 'object' && value !== null && 'id' in value
