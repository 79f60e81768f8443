import type { Basis } from '../../events/values/correction.ts'
import { basisOfDocuments, basisOfEngagements, basisOfPeople, isMostTold } from './basis.ts'
import { type DerivedDate, derivedDates, sharedYears } from './dates.ts'
import { isTie } from './group.ts'
import { createInForce } from './in-force.ts'
import { createKeyed } from './keyed.ts'
import type { LinkChange, RecordedLink } from './links.ts'
import type { PartTies } from './occurrences.ts'
import { createPartsInForce } from './parts-in-force.ts'
import type { World } from './world.ts'

/** The links in force in the log, kept against the world: what is missing, what no longer holds. */
export interface Book {
  observe(link: RecordedLink): void
  difference(): LinkChange[]
}

export const createBook = (world: World): Book => {
  const people = createInForce()
  const engagements = createInForce()
  const sources = createInForce()
  const parts = createPartsInForce()
  const dates = createKeyed<DerivedDate>(
    (key) => key.slice(0, key.indexOf(' ')),
    (a, b) => a.when === b.when && a.basis.rule === b.basis.rule,
  )
  /** The years that a group leaves open, by its smallest member, as they were when its dates were looked at last. */
  const years = new Map<string, string>()

  /** When a group's years change, the dates of all of its reports are looked at again. */
  const spreadYears = () => {
    for (const id of [...world.unseen.engagements]) {
      const { least, members } = world.engagements.groupOf(id)
      const now = JSON.stringify(yearsOf(world, id))
      if (years.get(least) === now) continue
      years.set(least, now)
      for (const member of members) world.unseen.engagements.add(member)
    }
  }
  return {
    observe({ id, type, data }) {
      const given = data as Readonly<Record<string, unknown>>
      if (type === 'PeopleMerged') people.observe(id, given.people as string[])
      else if (type === 'EngagementsMerged') {
        const ids = given.engagements as string[]
        if (given.relation === 'same') engagements.observe(id, ids, isMostTold(given.basis as Basis | undefined))
        else parts.observe(id, ids)
      } else if (type === 'DocumentsGrouped') sources.observe(id, given.documents as string[])
      else if (type === 'DateDerived') dates.observe(id, `${given.engagement} ${given.field}`, data as DerivedDate)
      else if (type === 'EventRetracted')
        for (const links of [people, engagements, sources, parts, dates]) links.retracted(given.event as string)
    },
    difference() {
      world.settle()
      spreadYears()
      const { unseen } = world
      const persons = people.difference(unseen.people, world.people, (members, group) => basisOfPeople(world, members, group))
      const same = engagements.difference(
        unseen.engagements,
        world.engagements,
        (members, group) => basisOfEngagements(world, members, group),
        world.leans,
      )
      const documents = sources.difference(unseen.sources, world.sources, (members, group) => basisOfDocuments(world, members, group))
      const partOf = parts.difference([...unseen.parts, ...unseen.engagements], allParts(world), world.engagements)
      const derived = [...unseen.engagements].sort().map((id) => {
        const told = world.report(id)
        const desired = told ? derivedDates(told.report, told.read, yearsOf(world, id)) : []
        return dates.difference(
          id,
          desired.map((value) => ({ key: `${id} ${value.field}`, value })),
        )
      })
      return [
        ...[...persons.retract, ...same.retract, ...documents.retract, ...partOf.retract].map((event) =>
          retraction(event, 'what it joined is no longer held to be one'),
        ),
        ...derived.flatMap(({ retract }) => retract).map((event) => retraction(event, 'the evidence for this date has changed')),
        ...persons.join.map(
          ({ members, anchor, basis }): LinkChange => ({
            type: 'PeopleMerged',
            data: { people: members, ...(anchor !== null && members.includes(anchor) ? { gazetteer: anchor } : {}), basis },
          }),
        ),
        ...same.join.map(({ members, basis }) => merged(world, members, 'same', basis)),
        ...partOf.append.map(({ part, whole }) => merged(world, [part, whole], 'part-of', partBasis)),
        ...documents.join.map(
          ({ members, basis }): LinkChange => ({
            type: 'DocumentsGrouped',
            data: { documents: members, relation: basis.rule === 'identity/document/same-text' ? 'same-text' : 'wire-copy', basis },
          }),
        ),
        ...derived.flatMap(({ append }) => append).map((data): LinkChange => ({ type: 'DateDerived', data })),
      ]
    },
  }
}

const partBasis: Basis = { rule: 'identity/agreement/counted', says: 'an instrument that the total of the same parties and day counts' }

const retraction = (event: string, because: string): LinkChange => ({ type: 'EventRetracted', data: { event, because } })

const merged = (world: World, engagements: readonly string[], relation: 'same' | 'part-of', basis: Basis): LinkChange => ({
  type: 'EngagementsMerged',
  ...(isMostTold(basis) ? { doubt: ['ambiguous-engagement'] as const } : {}),
  data: { kind: world.report(engagements[0] as string)?.report.kind ?? 'visit', engagements, relation, basis },
})

/** The years that all reports of an engagement leave open. */
export const yearsOf = (world: World, id: string): readonly number[] | null =>
  sharedYears(
    [...world.engagements.groupOf(id).ties].flatMap((tie) => {
      const kind = tie.slice(1, tie.indexOf('|'))
      return (isTie(tie) && world.occurrences.get(kind)?.momentOf(tie)) || []
    }),
  )

/** Only agreements have parts. */
export const allParts = (world: World): PartTies => world.occurrences.get('agreement')?.parts ?? { wholesOf: new Map(), partsOf: new Map() }
