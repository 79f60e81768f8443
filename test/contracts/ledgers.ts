import fc from 'fast-check'
import { vocabulary } from '../../events/index.ts'
import type { NewEvent } from '../../src/kernel/envelope.ts'
import { eventId } from '../../src/kernel/event-id.ts'
import { documentStream, engagementId } from '../../src/kernel/ids.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

/** What is written to a ledger in one append. */
export interface Append {
  readonly stream: string
  readonly events: readonly NewEvent[]
}

/** A few documents, people and countries that keep meeting one another: what shrinks well and collides often. */
const documents = ['0', '1', '2', '3', '4'].map((digit) => digit.repeat(64))
/** Among them ids and names that are dangerous as keys of objects. */
const people = [
  { id: 'nguyen-tan-dung.vn', name: 'Nguyễn Tấn Dũng', country: 'VN' },
  { id: 'nguyen-dung.vn', name: 'Nguyễn Dũng', country: 'VN' },
  { id: 'karim-masimov.kz', name: 'Karim Masimov', country: 'KZ' },
  { id: 'karim-massimov.kz', name: 'Karim Massimov', country: 'KZ' },
  { id: '__proto__', name: '__proto__', country: 'DK' },
  { id: '2009', name: '2009', country: 'DK' },
  { id: 'constructor', name: 'hasOwnProperty', country: 'UN' },
]
const offices = ['Thủ tướng', 'Chủ tịch Thượng viện', '__proto__', '7', undefined]
const countries = ['VN', 'KZ', 'DK', 'UN']
const dates = [undefined, 'XXXX-09-14', '2009-09-14', '2009', '2009-09-14/2009-09-15', '2023-08', '[2009-09-14,2010-09-14]']
const places = [undefined, 'Astana', '__proto__', 'toString']
const letters = { visit: 'v', meeting: 'm', forum: 'f', agreement: 'a', relationship: 'r', figure: 'q' } as const
const kinds = Object.keys(letters) as (keyof typeof letters)[]

/** One step of a story, in small numbers: what they mean depends on what has happened so far. */
type Step = readonly [what: number, a: number, b: number, c: number, d: number]

const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(39), fc.nat(11), fc.nat(11), fc.nat(11), fc.nat(11))

/**
 * Ledgers in which documents tell of the same visits, meetings and agreements in every status, late or early, and
 * in which people and machines merge, separate, date, group, retract, amend, undo and redo, in any order.
 */
export const ledgers = (options: { steps?: number } = {}): fc.Arbitrary<Append[]> =>
  fc.array(step, { maxLength: options.steps ?? 40, size: 'max' }).map(storyOf)

/** Ledgers without corrections: what documents claim, with links at the end; for properties about the order of documents. */
export const documentsAndLinks = (): fc.Arbitrary<{ documents: Append[]; links: Append[] }> =>
  fc
    .tuple(
      fc.array(
        step.map(([what, ...rest]): Step => [what % 24, ...rest]),
        { maxLength: 25, size: 'max' },
      ),
      fc.array(
        step.map(([what, ...rest]): Step => [24 + (what % 9), ...rest]),
        { maxLength: 6, size: 'max' },
      ),
    )
    .map(([claims, links]) => {
      const appends = storyOf([...claims, ...links])
      return { documents: appends.slice(0, claims.length), links: appends.slice(claims.length) }
    })

/** A memory store with these appends. */
export const storeWith = async (appends: readonly Append[], now?: () => Date): Promise<EventStore> => {
  const store = openMemoryStore(now ? { now } : {})
  for (const append of appends) await write(store, append)
  return store
}

export const write = async (store: EventStore, { stream, events }: Append): Promise<void> => {
  await store.append(stream, events, { expectedRevision: 'any' })
}

const storyOf = (steps: readonly Step[]): Append[] => {
  const told: { event: NewEvent; stream: string }[] = []
  return steps.map((now): Append => {
    const { stream, type, data } = whatHappens(now, told)
    const definition = vocabulary.get(type)
    if (!definition) throw new Error(`no event ${type}`)
    const parsed = definition.parse(data)
    const event: NewEvent = {
      type,
      version: definition.version,
      id: eventId(stream, type, '', parsed, told.length),
      by: stream === 'corrections' ? 'Lan' : 'extractor vi@1.0.0',
      data: parsed,
      ...(definition.evidence === 'required' ? { rule: 'vi/test', evidence: [{ start: 0, end: 4, quote: 'test' }] } : {}),
    }
    told.push({ event, stream })
    return { stream, events: [event] }
  })
}

type Told = readonly { event: NewEvent; stream: string }[]
interface Happening {
  stream: string
  type: string
  data: object
}

const pick = <Item>(items: readonly Item[], at: number): Item => items[at % items.length] as Item
const some = <Value>(key: string, value: Value | undefined) => (value === undefined ? {} : { [key]: value })
const basis = { rule: 'identity/test', says: 'a test says so' }

const whatHappens = (now: Step, told: Told): Happening => {
  const [what] = now
  if (what < 24) return claim(now)
  if (what < 33) return link(now)
  return correction(now, told)
}

const claim = ([what, a, b, c, d]: Step): Happening => {
  const sha256 = pick(documents, a)
  const stream = documentStream(sha256)
  const id = (kind: keyof typeof letters, by = b) => engagementId(sha256, kind, by % 3)
  const body = { narrative: c % 5 === 0 ? 'background' : 'news', scope: d % 7 === 0 ? 'private' : d % 9 === 0 ? 'domestic' : 'interstate' }
  const somebody = (by: number) => ({
    ...pick(people, by),
    ...some('office', pick(offices, c + d)),
    ...(by % 8 === 7 ? { number: 'group' as const } : {}),
  })
  const visit = { visit: id('visit'), visitors: [somebody(c)], host: pick(countries, d), ...body }
  const kind = { kind: pick(['official', 'working', 'unspecified'], c) }
  const meeting = {
    meeting: id('meeting'),
    participants: [somebody(c), somebody(d)],
    form: pick(['talks', 'call'], a),
    ...some('date', pick(dates, c)),
    ...some('visit', d % 2 ? id('visit') : undefined),
    ...some('place', pick(places, d)),
    ...body,
  }
  const agreement = {
    agreement: id('agreement'),
    ...some('visit', c % 2 ? id('visit', d) : undefined),
    ...some('title', d % 3 ? undefined : pick(['Hiệp định dẫn độ', '__proto__'], c)),
    instrument: 'documents',
    ...pick(
      [
        { count: 7, countQualifier: 'exact' },
        { count: 1, countQualifier: 'exact' },
        { count: 10, countQualifier: 'at-least' },
        { count: null, countQualifier: 'indefinite' },
        { count: 5, countQualifier: 'about' },
      ],
      d,
    ),
    parties: [pick(countries, c), pick(countries, d), pick(countries, c + 1)],
    ...some('date', pick(dates, d)),
    ...body,
  }
  const text = { sha256, reader: 'text@1.0.0', units: 100 }
  const events: Record<string, object> = {
    VisitAnnounced: { ...visit, ...kind, ...some('start', pick(dates, c)) },
    VisitPostponed: { ...visit, ...some('start', pick(dates, c)), ...some('newStart', pick(dates, d)) },
    VisitCancelled: { ...visit, ...some('start', pick(dates, c)) },
    VisitReported: { ...visit, ...kind, ...some('start', pick(dates, d)) },
    VisitStarted: { ...visit, ...kind, ...some('start', pick(dates, c)), ...some('place', pick(places, d)) },
    VisitEnded: { ...visit, ...some('end', pick(dates, c)), ...some('place', pick(places, d)) },
    MeetingAnnounced: meeting,
    MeetingHeld: meeting,
    MeetingPostponed: meeting,
    MeetingCancelled: meeting,
    ForumAttended: {
      forum: id('forum'),
      ...some('name', pick(places, c)),
      attendees: [somebody(c)],
      ...some('host', pick([undefined, 'KZ'], d)),
      ...some('date', pick(dates, c)),
      ...body,
    },
    AgreementAnnounced: agreement,
    AgreementSigned: agreement,
    AgreementReferenced: agreement,
    RelationshipChanged: {
      relationship: id('relationship'),
      parties: ['VN', pick(['KZ', 'DK'], c)],
      to: pick(['partnership', 'strategic-partnership'], d),
      ...some('date', pick(dates, d)),
      ...body,
    },
    FigureReported: {
      figure: id('figure'),
      measure: 'trade',
      value: c,
      unit: pick(['USD', '__proto__'], d),
      qualifier: pick(['exact', 'about'], d),
      ...some('period', pick(dates, c)),
      countries: [pick(countries, c), pick(countries, d)],
      ...body,
    },
    InvitationExtended: {
      ...some('visit', c % 2 ? id('visit') : undefined),
      inviters: [somebody(c)],
      invitees: [somebody(d)],
      ...some('host', pick([undefined, 'KZ'], d)),
      ...body,
    },
    DocumentRegistered: { sha256, bytes: 10, mediaType: 'text/plain', language: 'vi', name: '__proto__', text },
    DocumentDescribed: { ...some('title', pick(places, c)), ...some('published', pick(dates, d)) },
    DocumentRead: {
      extractor: 'vi@1.0.0',
      rules: '0123456789ab',
      gazetteer: '0123456789ab',
      claims: c,
      uncoded: [{ start: 0, end: c, trigger: 'thăm' }],
      uncodedTotal: 1,
    },
    DocumentWithdrawn: { because: 'asked for' },
    DocumentRestored: { because: 'asked for' },
  }
  const types = Object.keys(events)
  const type = pick(types, what)
  return { stream, type, data: events[type] as object }
}

const link = ([what, a, b, c, d]: Step): Happening => {
  const stream = d % 3 === 0 ? 'corrections' : d % 3 === 1 ? 'identity' : documentStream(pick(documents, a))
  const kind = pick(kinds, c)
  const engagement = (document: number, by: number) => engagementId(pick(documents, document), kind, by % 3)
  const two = [engagement(a, b), engagement(b, c)]
  if (what < 27) {
    const both = [pick(people, a).id, pick(people, b).id]
    return {
      stream,
      type: 'PeopleMerged',
      data: { people: both, ...some('gazetteer', c % 4 === 0 ? pick(people, d).id : undefined), basis },
    }
  }
  if (what < 30)
    return { stream, type: 'EngagementsMerged', data: { kind, engagements: two, relation: d % 4 === 0 ? 'part-of' : 'same', basis } }
  if (what === 30)
    return {
      stream,
      type: 'DateDerived',
      data: {
        engagement: engagementId(pick(documents, a), pick(['visit', 'meeting'], c), b % 3),
        field: pick(['start', 'date'], c),
        when: pick(['2009-09-14', '2010'], d),
        basis,
      },
    }
  return {
    stream,
    type: 'DocumentsGrouped',
    data: { documents: [documentStream(pick(documents, a)), documentStream(pick(documents, b))], relation: 'wire-copy', basis },
  }
}

const correction = ([what, a, b, c]: Step, told: Told): Happening => {
  const stream = 'corrections'
  const target = told.length > 0 ? pick([...told].reverse(), a * 12 + b) : undefined
  if (what < 36 && target) return { stream, type: 'EventRetracted', data: { event: target.event.id, because: 'wrong' } }
  const amended = [...told]
    .reverse()
    .find(({ event }) => event.type === 'VisitStarted' || event.type === 'AgreementSigned' || event.type === 'PeopleMerged')
  if (what < 38 && amended) {
    const { type, version, data, id } = amended.event
    const change = {
      VisitStarted: { host: pick(countries, c) },
      AgreementSigned: { parties: ['DK', pick(countries, c)] },
      PeopleMerged: { people: [pick(people, b).id, pick(people, c).id] },
    }[type]
    return {
      stream,
      type: 'EventAmended',
      data: { event: id, of: { type, version }, data: { ...(data as object), ...change }, because: 'better' },
    }
  }
  if (c % 3 === 0)
    return {
      stream,
      type: 'PeopleSeparated',
      data: {
        person: pick(people, a).id,
        documents: [documentStream(pick(documents, b))],
        as: pick(['somebody-else.vn', '__proto__'], c),
        because: 'another',
      },
    }
  if (c % 3 === 1)
    return {
      stream,
      type: 'EngagementsSeparated',
      data: { a: engagementId(pick(documents, a), 'visit', 0), b: engagementId(pick(documents, b), 'visit', 1), because: 'two' },
    }
  return { stream, type: 'PeopleSeparated', data: { a: pick(people, a).id, b: pick(people, b).id, because: 'two' } }
}
