import type { Derived, RecordedEvent } from '../../kernel/envelope.ts'
import { visitIds } from '../../kernel/identity-paths.ts'
import type { EventRegister } from '../../kernel/register.ts'
import { batchesOf } from '../../store/batches-of.ts'
import type { EventStore } from '../../store/event-store.ts'
import { type Correction, createInForce } from './in-force.ts'
import { createLinks } from './links.ts'
import { createShelf } from './shelf.ts'

/** All corrections and links up to a position, and what they do to the events of the log. */
export interface Overlay {
  /** The last position that was looked at. */
  readonly position: number
  /** Takes in the corrections among the next events of the log; answers what they change for earlier events. Faults: `unknown-correction`. */
  extend(events: readonly RecordedEvent[], position: number): Change
  /** Whether any correction, in force or not, names the event: most events need no further look. */
  isTouched(event: string): boolean
  retractionOf(event: Pick<RecordedEvent, 'id' | 'position'>): Correction | undefined
  amendmentOf(event: Pick<RecordedEvent, 'id' | 'position'>): Correction | undefined
  /** The id that stands for this one, as the stream's document means it. */
  canonical(id: string, stream?: string): string
  /** All ids that stand for one another with this one, itself among them. */
  members(id: string): readonly string[]
  sourceOf(stream: string): string
  /** False: certainly no date was inferred for the engagement, and it is part of no other; by canonical id. */
  mayHaveFacts(engagement: string): boolean
  /** By canonical id. */
  derivedOf(engagement: string, own?: string): Readonly<Record<string, Derived>> | undefined
  wholesOf(engagement: string): readonly string[] | undefined
  /** The links in force that name this id or document, in order. */
  linksAbout(id: string): Correction[]
  /** The correction with this id, if it is in force. */
  correction(id: string): Correction | undefined
  /** Events that an amendment, in force or not, lets mention this id. */
  amendedWith(id: string): Iterable<string>
  /** Every retraction and amendment of an event, in order, those that were taken back too. */
  correctionsOf(event: string): { event: RecordedEvent; inForce: boolean }[]
  /** Which of its steps a reader of the log cannot skip. Kept up with `extend`. */
  readonly has: Readonly<Record<'targets' | 'identities' | 'sources' | 'facts', boolean>>
}

/** What a correction changes for events that came before: by id of the event, by id in their data, by stream. */
export interface Change {
  readonly events: ReadonlySet<string>
  readonly ids: ReadonlySet<string>
  readonly streams: ReadonlySet<string>
  /** What stood for an id until now, where that is another one. */
  readonly before: ReadonlyMap<string, string>
}

/** Nothing is corrected yet. */
export const createOverlay = (register: EventRegister): Overlay => {
  const links = createLinks()
  const inForce = createInForce(register, links)
  /** Targets of amendments by the ids in the amended data: these events mention them too. */
  const amendedIds = createShelf<string>()
  const has = { targets: false, identities: false, sources: false, facts: false }
  let position = -1

  const shelveAmended = ({ data }: RecordedEvent): void => {
    const amended = data as { event: string; of: { type: string; version: number }; data: unknown }
    const definition = register.get(amended.of.type)
    if (definition) visitIds(definition.upcast(amended.data, amended.of.version), definition.ids, (id) => amendedIds.put(id, amended.event))
  }

  return {
    get position() {
      return position
    },
    extend(events, to) {
      for (const event of events) {
        inForce.add(event)
        if (register.get(event.type)?.corrects === 'amend') shelveAmended(event)
      }
      position = Math.max(position, to)
      const targets = inForce.takeTargets()
      const { ids, streams, before } = links.settle()
      has.targets = inForce.hasTargets
      has.identities = links.identities.size > 0 || links.hasRenames
      has.sources = links.documents.size > 0
      has.facts = links.hasFacts
      for (const id of ids) for (const target of amendedIds.at(id)) targets.add(target)
      return { events: targets, ids, streams, before }
    },
    isTouched: inForce.isTouched,
    retractionOf: inForce.retractionOf,
    amendmentOf: inForce.amendmentOf,
    canonical: (id, stream) => links.identities.canonical(stream !== undefined && links.hasRenames ? links.renamed(id, stream) : id),
    members: links.identities.members,
    sourceOf: links.documents.canonical,
    mayHaveFacts: links.mayHaveFacts,
    derivedOf: links.derivedOf,
    wholesOf: links.wholesOf,
    linksAbout: links.about,
    correction: inForce.get,
    amendedWith: amendedIds.at,
    correctionsOf: inForce.touching,
    has,
  }
}

/**
 * The overlay of a log up to a position, the tip by default. Reads only the types that correct, and settles them all at
 * once: a link that was taken back later is never worked out.
 */
export const readOverlay = async (store: EventStore, register: EventRegister, to?: number): Promise<Overlay> => {
  const overlay = createOverlay(register)
  const last = to ?? (await store.tip())
  const events: RecordedEvent[] = []
  for await (const batch of batchesOf(store, { types: register.correcting, to: last })) for (const event of batch) events.push(event)
  overlay.extend(events, last)
  return overlay
}
