import type { Finding } from '../kernel/finding.ts'
import { basisOfEngagements, basisOfPeople } from './basis.ts'
import { type Constraints, constraintsOf, noConstraints } from './constraints.ts'
import type { Fingerprint, IdentityClaim, IdentityDocument } from './document.ts'
import { gazetteerOf, type Tables } from './gazetteer.ts'
import { isTie } from './group.ts'
import type { Groups } from './groups.ts'
import { createInForce } from './in-force.ts'
import type { LinkChange, RecordedLink } from './links.ts'
import { createWorld, type World } from './world.ts'

export type { Constraints, Fingerprint, IdentityClaim, IdentityDocument, LinkChange, RecordedLink, Tables }
export { constraintsOf, noConstraints }

/** What is one among all documents: the same for the same documents, whatever the order in which they came. */
export interface Partition {
  /** Groups of two or more, each in order; groups in the order of their canonical ids. */
  readonly people: readonly { readonly canonical: string; readonly members: readonly string[] }[]
  readonly engagements: readonly { readonly canonical: string; readonly members: readonly string[] }[]
  readonly findings: readonly IdentityFinding[]
}

/** A doubt about identity, and the ids that it is about. */
export interface IdentityFinding extends Finding {
  readonly of: readonly string[]
}

/**
 * Holds what was said so far and answers what has to be appended when more is said. Pure: no I/O, no clock. The work
 * of one more document grows with what it touches, not with the number of documents.
 */
export interface Resolver {
  /** Adds a document, or replaces it: re-extracted, corrected by a person, or with new metadata. */
  put(document: IdentityDocument): void
  /** Takes a document out: all of its claims were retracted. */
  remove(stream: string): void
  /** People's verdicts in force, all of them. */
  constrain(constraints: Constraints): void
  /** Links and their retractions as the log holds them. Only the machine's: people's are constraints. */
  observe(events: Iterable<RecordedLink>): void
  /** What has to be appended now. Answers the same until what it answered was observed. */
  difference(): LinkChange[]
  partition(): Partition
}

export const createResolver = (tables: Tables, constraints: Constraints = noConstraints): Resolver => {
  const world = createWorld(gazetteerOf(tables))
  world.constrain(constraints)
  const people = createInForce()
  const engagements = createInForce()

  const observe = ({ id, type, data }: RecordedLink) => {
    const given = data as Readonly<Record<string, unknown>>
    if (type === 'PeopleMerged') people.observe(id, given.people as string[])
    else if (type === 'EngagementsMerged' && given.relation === 'same') engagements.observe(id, given.engagements as string[])
    else if (type === 'EventRetracted') for (const links of [people, engagements]) links.retracted(given.event as string)
  }
  return {
    put: world.put,
    remove: world.remove,
    constrain: world.constrain,
    observe(events) {
      for (const event of events) observe(event)
    },
    difference() {
      world.settle()
      const { unseen } = world
      const persons = people.difference(unseen.people, world.people, (members, group) => basisOfPeople(world, members, group))
      const reports = engagements.difference(unseen.engagements, world.engagements, (members, group) =>
        basisOfEngagements(world, members, group),
      )
      return [
        ...[...persons.retract, ...reports.retract].map((event) => retraction(event)),
        ...persons.join.map(
          ({ members, anchor, basis }): LinkChange => ({
            type: 'PeopleMerged',
            data: { people: members, ...(anchor !== null && members.includes(anchor) ? { gazetteer: anchor } : {}), basis },
          }),
        ),
        ...reports.join.map(
          ({ members, basis }): LinkChange => ({
            type: 'EngagementsMerged',
            data: { kind: world.report(members[0] as string)?.report.kind ?? 'visit', engagements: members, relation: 'same', basis },
          }),
        ),
      ]
    },
    partition() {
      world.settle()
      return { people: groupsIn(world.people), engagements: groupsIn(world.engagements), findings: findingsOf(world) }
    },
  }
}

/** The whole partition at once. */
export const resolve = (documents: Iterable<IdentityDocument>, tables: Tables, constraints: Constraints = noConstraints): Partition => {
  const resolver = createResolver(tables, constraints)
  for (const document of documents) resolver.put(document)
  return resolver.partition()
}

const retraction = (event: string): LinkChange => ({
  type: 'EventRetracted',
  data: { event, because: 'what it joined is no longer held to be one' },
})

const groupsIn = (groups: Groups): { canonical: string; members: string[] }[] => {
  const found = new Map<string, { canonical: string; members: string[] }>()
  for (const node of groups.nodes()) {
    if (isTie(node)) continue
    const group = groups.groupOf(node)
    if (group.members.size < 2 || found.has(group.least)) continue
    const members = [...group.members].sort()
    found.set(group.least, { canonical: group.anchor ?? group.least, members })
  }
  return [...found.values()].sort((a, b) => (a.canonical < b.canonical ? -1 : 1))
}

const findingsOf = (world: World): IdentityFinding[] => {
  const findings: IdentityFinding[] = []
  for (const { ambiguous, uncovered } of world.peopleFindings()) {
    for (const { person, fits } of ambiguous)
      findings.push({ code: 'ambiguous-person', says: `${person} fits ${fits.join(' and ')}`, of: [person, ...fits] })
    for (const { person, role, country } of uncovered)
      findings.push({ code: 'outside-coverage', says: `the gazetteer does not cover ${role} of ${country} at this time`, of: [person] })
  }
  for (const kind of world.occurrences())
    for (const { report, fits } of kind.ambiguous())
      findings.push({
        code: 'ambiguous-engagement',
        says: `fits ${fits.length} engagements: ${fits.slice(0, 5).join(', ')}`,
        of: [report, ...fits],
      })
  return findings.sort((a, b) => (a.code + a.of.join() < b.code + b.of.join() ? -1 : 1))
}
