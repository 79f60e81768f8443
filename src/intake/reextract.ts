import type { Claim } from '../kernel/claim.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import type { Fault } from '../kernel/fault.ts'
import { isFault } from '../kernel/fault.ts'
import { digestOf } from '../kernel/ids.ts'
import { type Draft, draftOf } from '../recording/draft.ts'
import { readReport } from './drafts.ts'
import { reconcile } from './reconcile.ts'
import type { Rooms } from './rooms.ts'

/** What newer rules say of one document, beside what was recorded. */
export interface Reextracted {
  readonly stream: string
  readonly name: string
  /** Claims in force that the rules in force no longer make. */
  readonly gone: readonly RecordedEvent[]
  /** Claims that they make now and that were not recorded. */
  readonly fresh: readonly Claim[]
  readonly kept: number
  readonly applied: boolean
  /** Why the document could not be read again, such as a withdrawn text. */
  readonly fault?: Fault
}

/**
 * Reads every document again with the rules and the gazetteer in force. A claim is the same when type, data and the
 * spans of its evidence are. Claims that a person retracted, amended, added or reviewed are left as they are: a human
 * correction wins over machines, and ids anchored in the text let it survive. With `apply`, retractions and new
 * claims are appended to the document's stream in one append, after the `DocumentRead` that caused them.
 */
export async function* reextract(rooms: Rooms, options: { apply?: boolean; signal?: AbortSignal }): AsyncIterable<Reextracted> {
  const touched = await touchedByPeople(rooms)
  for (const stream of await documentStreams(rooms)) {
    options.signal?.throwIfAborted()
    yield await reextractOne(rooms, stream, touched, options.apply ?? false)
  }
}

/** The same, and the links that follow from it. */
export async function* reextractAndReconcile(
  rooms: () => Promise<Rooms>,
  options: { apply?: boolean; signal?: AbortSignal },
): AsyncGenerator<Reextracted> {
  const ready = await rooms()
  let applied = false
  for await (const result of reextract(ready, options)) {
    applied ||= result.applied
    yield result
  }
  if (applied) await reconcile(ready)
}

const reextractOne = async (rooms: Rooms, stream: string, touched: ReadonlySet<string>, apply: boolean): Promise<Reextracted> => {
  const events = await eventsOf(rooms, stream)
  const { name } = (events[0] as RecordedEvent).data as { name: string }
  const sha256 = digestOf(stream) as string
  let text: string
  try {
    text = await rooms.archive.text(sha256)
  } catch (error) {
    if (!isFault(error, 'text-withdrawn', 'no-such-document')) throw error
    return { stream, name, gone: [], fresh: [], kept: 0, applied: false, fault: error }
  }
  const published = latestPublished(events)
  const extraction = rooms.extractor.extract(text, { sha256, ...(published ? { published } : {}) })
  const recorded = claimsInForce(rooms, events)
  const mine = (event: RecordedEvent) => touched.has(event.id) || !event.by.startsWith('extractor ')
  const said = new Set(recorded.map(keyOf))
  const says = new Set(extraction.claims.map(keyOf))
  const gone = recorded.filter((event) => !says.has(keyOf(event)) && !mine(event))
  const fresh = extraction.claims.filter((claim) => !said.has(keyOf(claim)) && !isTouched(claim, recorded, touched))
  const kept = recorded.length - gone.length
  if (!apply || (gone.length === 0 && fresh.length === 0)) return { stream, name, gone, fresh, kept, applied: false }
  const because = `${extraction.extractor}, rules ${extraction.rules}, gazetteer ${extraction.gazetteer} no longer say so`
  const drafts: Draft[] = [
    readReport(extraction),
    ...gone.map((event): Draft => ({ type: 'EventRetracted', data: { event: event.id, because } })),
    ...fresh.map(draftOf),
  ]
  await rooms.recorder.record(stream, drafts, {
    by: `extractor ${extraction.extractor}`,
    text,
    expectedRevision: (events.at(-1) as RecordedEvent).revision,
  })
  return { stream, name, gone, fresh, kept, applied: true }
}

/** A claim that a person amended or took back is not made anew beside it, even when its details changed. */
const isTouched = (claim: Claim, recorded: readonly RecordedEvent[], touched: ReadonlySet<string>): boolean =>
  recorded.some((event) => touched.has(event.id) && event.type === claim.type && anchorOf(event) === anchorOf(claim))

const keyOf = ({ type, data, evidence }: Pick<Claim, 'type' | 'data'> & { evidence?: Claim['evidence'] }): string =>
  JSON.stringify([type, data, (evidence ?? []).map(({ start, end }) => [start, end])])

/** The engagement that a claim is about. */
const anchorOf = ({ data }: Pick<Claim, 'data'>): string => {
  const { visit, meeting, forum, agreement, relationship, figure } = data as Record<string, string | undefined>
  return meeting ?? agreement ?? forum ?? relationship ?? figure ?? visit ?? ''
}

const claimsInForce = (rooms: Rooms, events: readonly RecordedEvent[]): RecordedEvent[] => {
  const retracted = retractions(events)
  return events.filter(({ type, id }) => rooms.register.get(type)?.evidence === 'required' && !retracted.has(id))
}

const retractions = (events: readonly RecordedEvent[]): Set<string> => {
  const retracted = new Set<string>()
  for (const { type, id, data } of [...events].reverse())
    if (type === 'EventRetracted' && !retracted.has(id)) retracted.add((data as { event: string }).event)
  return retracted
}

/** Every event that a person's correction in force speaks of. */
const touchedByPeople = async ({ store }: Rooms): Promise<Set<string>> => {
  const touched = new Set<string>()
  const undone = new Set<string>()
  for await (const { id, data, type } of store.read({ stream: 'corrections', backwards: true })) {
    if (undone.has(id)) continue
    const { event } = data as { event?: string }
    if (!event) continue
    if (type === 'EventRetracted') undone.add(event)
    touched.add(event)
  }
  return touched
}

const latestPublished = (events: readonly RecordedEvent[]): string | undefined =>
  events
    .filter(({ type }) => type === 'DocumentDescribed')
    .map(({ data }) => (data as { published?: string }).published)
    .filter((published) => published !== undefined)
    .at(-1)

const eventsOf = async ({ store }: Rooms, stream: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = []
  for await (const event of store.read({ stream })) events.push(event)
  return events
}

const documentStreams = async ({ store }: Rooms): Promise<string[]> => {
  const streams: string[] = []
  for await (const { stream } of store.read({ types: ['DocumentRegistered'] })) streams.push(stream)
  return streams
}

/**
 * Whether the rules in force say of a document just what was recorded. Null where that can't be asked: it was read by
 * other rules or another gazetteer, its newest date of publication came later, or its text was withdrawn.
 */
export const saysSame = async (rooms: Rooms, stream: string): Promise<boolean | null> => {
  const events = await eventsOf(rooms, stream)
  const read = events.findLast(({ type }) => type === 'DocumentRead')
  if (!read) return null
  const { rules, gazetteer } = read.data as { rules: string; gazetteer: string }
  const described = events.findLast(({ type, data }) => type === 'DocumentDescribed' && (data as { published?: string }).published)
  if (rules !== rooms.extractor.rules || gazetteer !== rooms.extractor.gazetteer || (described && described.revision > read.revision))
    return null
  const { gone, fresh, fault } = await reextractOne(rooms, stream, new Set(), false)
  return fault ? null : gone.length === 0 && fresh.length === 0
}
