import { createBlocks } from './blocks.ts'
import { type Constraints, noConstraints } from './constraints.ts'
import type { IdentityDocument, Mention } from './document.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Edge, isTie } from './group.ts'
import { createGroups, type Groups } from './groups.ts'
import { createHolders } from './holders.ts'
import { noMoment } from './moment.ts'
import type { Told } from './occurrence-rule.ts'
import { createOccurrences, type Occurrences } from './occurrences.ts'
import { type PeopleResult, peopleBlocks } from './people.ts'
import { createCensus, type PersonNode } from './person-node.ts'
import { mentionsOf, type Read, readOf } from './read.ts'
import type { Report } from './report.ts'
import { occurrenceRules } from './rules.ts'
import { createSources } from './sources.ts'

/**
 * All documents and what is one among them. A change is worked through from people to engagements, and only where
 * something changed; since every step is a function of its block, the outcome is that of doing everything anew.
 */
export interface World {
  put(document: IdentityDocument): void
  remove(stream: string): void
  constrain(constraints: Constraints): void
  /** Works off what was put. */
  settle(): void
  readonly people: Groups
  readonly engagements: Groups
  readonly sources: Groups
  report(id: string): { report: Report; read: Read } | undefined
  person(id: string): PersonNode | null
  personOf(id: string): string
  peopleResults(): Iterable<PeopleResult>
  /** Those in which somebody is in doubt under this id. */
  resultsAbout(id: string): Iterable<PeopleResult>
  read(stream: string): Read | undefined
  readonly occurrences: ReadonlyMap<string, Occurrences>
  /** Whether a report fits several engagements and is held to be of the one that is told most. */
  leans(report: string): boolean
  /** Ids whose group or report may have changed since they were deleted here. */
  readonly unseen: {
    readonly people: Set<string>
    readonly engagements: Set<string>
    readonly sources: Set<string>
    readonly parts: Set<string>
  }
}

export const createWorld = (gazetteer: Gazetteer): World => {
  const reads = new Map<string, Read>()
  const streamOf = new Map<string, string>()
  const census = createCensus()
  const people = createGroups(gazetteer.has)
  const persons = createGroups(gazetteer.has)
  const engagements = createGroups()
  const sources = createSources()
  const named = createBlocks<PersonNode, PeopleResult>(peopleBlocks(gazetteer))
  const kinds = new Map(occurrenceRules.map((rule) => [rule.kind as string, createOccurrences(rule, engagements)]))
  const doubtful = new Map<string, Set<PeopleResult>>()
  const canonical = new Map<string, string>()
  const untold = new Set<string>()
  const unseen = { people: new Set<string>(), engagements: new Set<string>(), sources: new Set<string>(), parts: new Set<string>() }
  let constraints: Constraints = noConstraints

  const report = (id: string) => {
    const read = reads.get(streamOf.get(id) ?? '')
    const found = read?.reports.find((one) => one.id === id)
    return read && found ? { report: found, read } : undefined
  }
  const holders = createHolders(people, persons, engagements, report)

  const take = (stream: string, next: Read | null): void => {
    const kept = new Set(next?.reports.map(({ id }) => id))
    for (const before of reads.get(stream)?.reports ?? []) {
      unseen.engagements.add(before.id)
      holders.drop(before)
      if (kept.has(before.id)) continue
      kinds.get(before.kind)?.put(before.id, null)
      streamOf.delete(before.id)
    }
    if (next) reads.set(stream, next)
    else reads.delete(stream)
    for (const { id } of next?.reports ?? []) {
      streamOf.set(id, stream)
      unseen.engagements.add(id)
    }
    for (const id of census.put(stream, next ? mentionsOf(next) : [])) {
      named.put(id, census.node(id))
      unseen.people.add(id)
    }
    sources.put(stream, next?.document.fingerprint ?? null)
    untold.add(stream)
  }
  const keyOf = (mention: Mention): string => {
    if (mention.number === 'group') return `*.${mention.country ?? ''}`
    const { members, anchor, least } = people.groupOf(mention.id)
    return mention.name === null && members.size === 1 ? `?${mention.role ?? ''}.${mention.country ?? ''}` : (anchor ?? least)
  }
  const toldOf = (one: Report, { moments, hosts, during }: Read): Told => {
    const [where, visit] = [hosts.get(one.id), during.get(one.id)]
    return {
      report: one,
      moment: moments.get(one.id) ?? noMoment,
      people: one.people.map(keyOf),
      countries: one.people.map(({ country }) => country),
      ...(where ? { where } : {}),
      ...(visit ? { visit: engagements.groupOf(visit).least } : {}),
    }
  }
  const linkPeople = (before: readonly Edge[], after: readonly Edge[]) => {
    for (const groups of [people, persons]) {
      for (const edge of after) groups.link(edge)
      for (const edge of before) groups.unlink(edge)
    }
  }
  return {
    people: persons,
    engagements,
    sources: sources.groups,
    occurrences: kinds,
    leans: (id) => kinds.get(report(id)?.report.kind ?? '')?.leans(id) === true,
    unseen,
    report,
    put: (document) => take(document.stream, readOf(document, constraints, gazetteer)),
    remove: (stream) => take(stream, null),
    constrain(next) {
      const affected = new Set([...constraints.named, ...next.named].flatMap(({ documents }) => documents))
      constraints = next
      const of = (sort: string) =>
        [next.apart.filter(([id]) => sortOf(id) === sort), next.together.filter(([id]) => sortOf(id as string) === sort)] as const
      people.rule(...of('person'))
      persons.rule(...of('person'))
      engagements.rule(...of('engagement'))
      sources.groups.rule(...of('document'))
      for (const stream of affected) {
        const known = reads.get(stream)
        if (known) take(stream, readOf(known.document, constraints, gazetteer))
      }
    },
    settle() {
      named.settle((before, after) => {
        linkPeople(before?.edges ?? [], after?.edges ?? [])
        for (const id of before ? inDoubt(before) : []) doubtful.get(id)?.delete(before as PeopleResult)
        for (const id of after ? inDoubt(after) : []) doubtful.set(id, (doubtful.get(id) ?? new Set()).add(after as PeopleResult))
      })
      for (const id of people.touched()) {
        const { anchor, least, members } = people.groupOf(id)
        const now = `${anchor ?? least} ${members.size === 1}`
        if (canonical.get(id) === now) continue
        canonical.set(id, now)
        for (const stream of census.streams(id)) untold.add(stream)
      }
      const tell = (stream: string, isDue: (one: Report) => boolean) => {
        const known = reads.get(stream)
        for (const one of known?.reports ?? []) if (isDue(one)) kinds.get(one.kind)?.put(one.id, toldOf(one, known as Read))
      }
      // Visits first: what was done during a visit is known by it.
      for (const stream of untold) tell(stream, ({ kind }) => kind === 'visit')
      kinds.get('visit')?.settle()
      const moved = engagements.touched()
      for (const id of moved) {
        const stream = isTie(id) ? undefined : streamOf.get(id)
        if (stream !== undefined) untold.add(stream)
      }
      for (const stream of untold) tell(stream, ({ kind }) => kind !== 'visit')
      untold.clear()
      for (const kind of kinds.values()) kind.settle()
      for (const touched of [moved, engagements.touched()]) for (const id of touched) if (!isTie(id)) unseen.engagements.add(id)
      holders.look(unseen.engagements)
      for (const id of persons.touched()) unseen.people.add(id)
      for (const id of sources.groups.touched()) if (!isTie(id)) unseen.sources.add(id)
      for (const kind of kinds.values()) for (const node of kind.touchedParts()) unseen.parts.add(node)
    },
    person: census.node,
    personOf(id) {
      const { anchor, least } = persons.groupOf(id)
      return anchor ?? least
    },
    read: (stream) => reads.get(stream),
    resultsAbout: (id) => doubtful.get(id) ?? [],
    *peopleResults() {
      for (const [, result] of named.results()) yield result
    },
  }
}

const inDoubt = ({ ambiguous, uncovered }: PeopleResult): string[] => [...ambiguous, ...uncovered].map(({ person }) => person)

const sortOf = (id: string): 'person' | 'engagement' | 'document' =>
  /^[0-9a-f]{12}\/[vmfarq]@/.test(id) ? 'engagement' : id.startsWith('document/') ? 'document' : 'person'
