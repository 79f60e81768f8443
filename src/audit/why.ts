import type { DocumentArchive } from '../documents/archive.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import type { EventRegister } from '../kernel/register.ts'
import { correctorOf } from '../replay/corrected.ts'
import { foldingOf } from '../replay/folding.ts'
import type { Views } from '../replay/replayed.ts'
import type { EventStore } from '../store/event-store.ts'
import { pickFrom } from '../store/pick-from.ts'
import { findPlace, findRow, findView } from './why-find.ts'
import { type IdentityDecision, identityBehind } from './why-identity.ts'
import { type Quoted, quotesOf, type TextState } from './why-quotes.ts'
import { type Step, stepsOf } from './why-steps.ts'

export interface WhyRequest {
  readonly views: Views
  readonly store: EventStore
  readonly archive: DocumentArchive
  readonly register: EventRegister
  readonly view: string
  /** The key, or any id that stands for the same. */
  readonly key: string
  /** JSON Pointer (RFC 6901) into the row, the leading `/` optional; empty for the whole row. */
  readonly path?: string
  /** Makes the inclusion proof of an event; without it the tree has none. */
  readonly prove?: (event: RecordedEvent) => Promise<unknown>
  /** At most so many events are told in full, the latest ones of them; 200 by default. */
  readonly limit?: number
}

/** A value of a view, the events behind it, and what each of them rests on. */
export interface Why {
  readonly view: string
  readonly version: number
  readonly key: string
  /** JSON Pointer; empty for the whole row. */
  readonly path: string
  readonly value: unknown
  /** The view as of this position. */
  readonly position: number
  /** In the order in which they were folded. */
  readonly events: readonly WhyEvent[]
  /** Events that bear on the value and are left out of `events`: the earliest ones of a long history. */
  readonly earlier: number
  /** Events of the row that say nothing about the value. */
  readonly silent: number
}

/** What one event did to the value, where it comes from, and what was decided about it. */
export interface WhyEvent extends Step {
  /** As it lies in the log, with rule, writer, time, doubts and attribution. */
  readonly event: RecordedEvent
  /** The data that projections saw, where corrections or links changed them. */
  readonly corrected?: unknown
  readonly document: { readonly stream: string; readonly sha256: string | null; readonly source: string; readonly text: TextState }
  /** The exact characters, each within its sentence. */
  readonly quotes: readonly Quoted[]
  /** Why names are one person, reports one engagement, copies one source, and where an inferred date comes from. */
  readonly identity: readonly IdentityDecision[]
  /** Retractions and amendments of the event, those that were taken back too. */
  readonly corrections: readonly { readonly event: RecordedEvent; readonly inForce: boolean }[]
  readonly proof: unknown
}

/** Where a value comes from. Faults: `no-such-view`, `no-such-row`, both with what is near. */
export const why = async (request: WhyRequest): Promise<Why> => {
  const { views, store, register } = request
  const view = findView(views, request.view)
  const key = findRow(view, request.key)
  const { value, ...place } = findPlace(view, key, request.path ?? '')
  const { path } = place
  const correct = correctorOf(register, views.overlay, { evidence: true })
  const raws = await pickFrom(store, view.lineage(key))
  const folded = raws.flatMap((raw) => {
    const event = correct(raw)
    return event ? [{ raw, event }] : []
  })
  const limit = request.limit ?? 200
  // Every event of a row bears on the whole row: the early ones of a long history need no closer look.
  const from = path === '' ? Math.max(0, folded.length - limit) : 0
  const events = folded.map(({ event }) => event)
  const steps = stepsOf(foldingOf(view.projection), { key, place, from }, events)
  const bearing = folded.flatMap((at, index) => {
    const step = steps[index]
    return step ? [{ ...at, step }] : []
  })
  const told = bearing.slice(-limit)
  return {
    view: view.name,
    version: view.version,
    key,
    path,
    value,
    position: view.position,
    events: await Promise.all(told.map((one) => tellEvent(request, one))),
    earlier: bearing.length - told.length,
    silent: folded.length - bearing.length,
  }
}

type Told = { raw: RecordedEvent; event: { data: unknown; source: string; derived?: unknown; amendedBy?: string }; step: Step }

const tellEvent = async ({ views, archive, register, prove }: WhyRequest, { raw, event, step }: Told): Promise<WhyEvent> => {
  const { sha256, text, quotes } = await quotesOf(archive, raw)
  return {
    ...step,
    event: raw,
    ...(event.data === raw.data ? {} : { corrected: event.data }),
    document: { stream: raw.stream, sha256, source: event.source, text },
    quotes,
    identity: identityBehind(views.overlay, register, raw, event.data),
    corrections: views.overlay.correctionsOf(raw.id),
    proof: prove ? await prove(raw) : null,
  }
}
