import type { NewEvent } from '../../src/kernel/envelope.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { personId } from '../../src/kernel/ids.ts'
import { documentOf } from './documents.ts'
import { randomFrom } from './random.ts'
import { worldOf } from './world.ts'

export interface SyntheticOptions {
  readonly seed?: number
  readonly documents: number
  /** Events of a document, registration and reading included. */
  readonly eventsPerDocument?: number
  readonly people?: number
  /** Documents in a hundred that bring a link: a person's second spelling, the same visit again, late evidence for a date. */
  readonly links?: number
  /** Documents in a thousand after which a person corrects something said before. */
  readonly corrections?: number
}

export interface SyntheticAppend {
  readonly stream: string
  readonly events: readonly NewEvent[]
}

/**
 * A ledger as it might grow: documents tell of people and countries of which a few are everywhere (Zipf), some tell
 * again of visits told before, links join spellings and reports, dates are inferred late, people correct and take
 * corrections back. The same options give the same appends, event by event.
 */
export function* syntheticLedger(options: SyntheticOptions): Generator<SyntheticAppend> {
  const { seed = 1, documents, eventsPerDocument = 10, people = 5_000, links = 20, corrections = 4 } = options
  const random = randomFrom(seed)
  const world = worldOf(random, people)
  const visits: { id: string; visitor: string; host: string }[] = []
  const claims: { id: string; type: string }[] = []
  const undone: string[] = []
  const correct = (type: string, data: object): SyntheticAppend => {
    const id = eventId('corrections', type, String(claims.length), data, undone.length)
    if (type === 'EventRetracted') undone.push(id)
    return { stream: 'corrections', events: [{ type, version: 1, id, by: 'Lan', data }] }
  }
  const basis = (rule: string) => ({ rule, says: 'same visitor and host, compatible dates', score: 0.9 })

  for (let number = 0; number < documents; number++) {
    const linked = random.below(100) < links
    const document = documentOf(number, linked ? eventsPerDocument - 1 : eventsPerDocument, random, world)
    const [visit] = document.visits
    if (linked && visit) {
      const link = linkOf(visit)
      document.events.push({ ...link, version: 1, id: eventId(document.stream, link.type, 'link', link.data, 0), by: 'extractor vi@1.0.0' })
    }
    yield document
    if (visit && visits.push(visit) > 2_000) visits.shift()
    const claim = document.events[1 + random.below(document.events.length - 2)]
    if (claim && claims.push(claim) > 2_000) claims.shift()
    if (random.below(1_000) >= corrections || !claim) continue
    const past = random.pick(claims)
    const kind = random.next()
    if (kind < 0.6) yield correct('EventRetracted', { event: past.id, because: 'the article was about another delegation' })
    else if (kind < 0.8 && undone.length > 0) yield correct('EventRetracted', { event: undone.pop(), because: 'it was right after all' })
    else yield correct('PeopleSeparated', { a: world.person().id, b: world.person().id, because: 'two people of one name' })
  }

  function linkOf(visit: { id: string; visitor: string; host: string }): { type: string; data: object } {
    const before = visits.length > 0 ? random.pick(visits) : visit
    const kind = random.next()
    if (kind < 0.3) {
      const person = world.person()
      const other = personId((person.name ?? '').replace(' ', '-'), person.country)
      if (other !== person.id)
        return { type: 'PeopleMerged', data: { people: [person.id, other], basis: basis('identity/person/spelling') } }
    }
    if (kind < 0.7 && before.id !== visit.id)
      return {
        type: 'EngagementsMerged',
        data: { kind: 'visit', engagements: [before.id, visit.id], relation: 'same', basis: basis('identity/visit/people-host-dates') },
      }
    return {
      type: 'DateDerived',
      data: { engagement: before.id, field: 'start', when: '[2009-09-14,2010-09-14]', basis: basis('identity/date/tenures') },
    }
  }
}
