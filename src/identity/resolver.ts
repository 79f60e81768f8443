import { createBook } from './book.ts'
import { type Constraints, constraintsOf, noConstraints } from './constraints.ts'
import type { Fingerprint, IdentityClaim, IdentityDocument } from './document.ts'
import { doubtsAbout, type IdentityFinding } from './doubts.ts'
import { gazetteerOf, type Tables } from './gazetteer.ts'
import type { LinkChange, RecordedLink } from './links.ts'
import { findingsIn, type Partition, partitionOf } from './partition.ts'
import { createWorld } from './world.ts'

export type { Constraints, Fingerprint, IdentityClaim, IdentityDocument, IdentityFinding, LinkChange, Partition, RecordedLink, Tables }
export { constraintsOf, noConstraints }

/**
 * Holds what was said so far and answers what has to be appended when more is said. Pure: no I/O, no clock. The work
 * of one more document grows with what it touches, not with the number of documents.
 */
export interface Resolver {
  /** Adds a document, or replaces it: re-extracted, corrected by a person, or with new metadata. */
  put(document: IdentityDocument): void
  /** Takes a document out: all of its claims were retracted. */
  remove(stream: string): void
  /** People's verdicts in force, all of them: what is not among them no longer holds. */
  constrain(constraints: Constraints): void
  /** Links and their retractions as the log holds them. Only the machine's: people's are constraints. */
  observe(events: Iterable<RecordedLink>): void
  /** What has to be appended now. Answers the same until all that it answered was observed. */
  difference(): LinkChange[]
  /** What is doubtful about whom and what this document tells of, as things stand. */
  doubtsAbout(stream: string): readonly IdentityFinding[]
  partition(): Partition
  /** Only what is doubtful among all documents. */
  findings(): readonly IdentityFinding[]
}

export const createResolver = (tables: Tables, constraints: Constraints = noConstraints): Resolver => {
  const world = createWorld(gazetteerOf(tables))
  const book = createBook(world)
  world.constrain(constraints)
  /** How many of the answered links have not been observed. */
  let owed = 0
  /** Whether all that was put has been worked off. */
  let isSettled = false
  const forgetSeen = () => {
    for (const seen of Object.values(world.unseen)) seen.clear()
  }
  const changing =
    <Input>(change: (input: Input) => void) =>
    (input: Input): void => {
      isSettled = false
      change(input)
    }
  return {
    put: changing(world.put),
    remove: changing(world.remove),
    constrain: changing(world.constrain),
    observe(events) {
      let seen = 0
      for (const event of events) {
        book.observe(event)
        if (isLink(event.type)) seen++
      }
      if (owed > 0 && seen >= owed) forgetSeen()
      owed = Math.max(0, owed - seen)
    },
    difference() {
      const changes = book.difference()
      isSettled = true
      owed = changes.length
      if (owed === 0) forgetSeen()
      return changes
    },
    doubtsAbout(stream) {
      if (!isSettled) world.settle()
      isSettled = true
      return doubtsAbout(world, stream)
    },
    partition() {
      world.settle()
      isSettled = true
      return partitionOf(world)
    },
    findings() {
      if (!isSettled) world.settle()
      isSettled = true
      return findingsIn(world)
    },
  }
}

/** The whole partition at once. */
export const resolve = (documents: Iterable<IdentityDocument>, tables: Tables, constraints: Constraints = noConstraints): Partition => {
  const resolver = createResolver(tables, constraints)
  for (const document of documents) resolver.put(document)
  return resolver.partition()
}

const isLink = (type: string): boolean =>
  ['PeopleMerged', 'EngagementsMerged', 'DocumentsGrouped', 'DateDerived', 'EventRetracted'].includes(type)
