import { Fault } from '../kernel/fault.ts'
import type { AnyProjection, Projection } from '../kernel/projection.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { EventStore } from '../store/event-store.ts'
import { type Corrector, correctorOf } from './corrected.ts'
import { type Folding, foldingOf } from './folding.ts'
import type { KeysAt } from './keys-at.ts'
import type { Mentions } from './mentions.ts'
import type { Overlay } from './overlay/overlay.ts'
import type { Table } from './table.ts'
import { type View, type ViewState, viewOf } from './view.ts'

/** Views that were folded from one log under one overlay. */
export interface Views {
  /** The last position that all views without trouble take account of. */
  readonly position: number
  readonly overlay: Overlay
  readonly all: readonly View[]
  /** Faults: `no-such-view`. */
  get(name: string): View
  /** The view of a projection, with its rows typed. Faults: `no-such-view`. */
  of<Row>(projection: Projection<Row, never> | (Pick<AnyProjection, 'name'> & { row: { _output: Row } })): View<Row>
}

/** Views with what it takes to bring them forward. */
export interface Replayed extends Views {
  readonly store: EventStore
  readonly register: EventRegister
  correct: Corrector
  readonly parts: readonly Part[]
  /** One piece of work on these views at a time: steps, catching up and take-overs wait for one another. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>
  /** Lets a part take the place of a view. */
  exchange(old: View, next: Part): void
  /** Built when a link first changes what ids mean, kept up from then on. */
  mentions: Mentions | undefined
}

export interface Part {
  readonly folding: Folding
  readonly state: ViewState
  readonly view: View
  /** Built with the first correction that a live view meets. */
  keysAt: KeysAt | undefined
}

export const replayedOf = (
  store: EventStore,
  register: EventRegister,
  overlay: Overlay,
  tables: readonly { projection: AnyProjection; table: Table; position: number; trouble?: Fault | null }[],
): Replayed => {
  const parts = tables.map(({ projection, table, position, trouble = null }): Part => {
    const folding = foldingOf(projection)
    const state: ViewState = { table, position, trouble, commits: 0 }
    return { folding, state, view: viewOf(folding, state, overlay), keysAt: undefined }
  })
  const all = (): View[] => parts.map(({ view }) => view)
  const get = (name: string): View => {
    const found = all().find((view) => view.name === name)
    if (found) return found
    throw new Fault('no-such-view', {
      attempted: `open the view ${name}`,
      found: 'no view of that name',
      expected: `one of ${all()
        .map((view) => view.name)
        .join(', ')}`,
    })
  }
  const corrector = (): Corrector =>
    correctorOf(register, overlay, { evidence: parts.some(({ folding }) => folding.projection.needs?.includes('evidence')) })
  let turn: Promise<unknown> = Promise.resolve()
  const replayed: Replayed = {
    store,
    register,
    overlay,
    parts,
    mentions: undefined,
    correct: corrector(),
    inTurn(work) {
      const result = turn.then(work)
      turn = result.catch(() => {})
      return result
    },
    exchange(old, next) {
      parts[parts.findIndex(({ view }) => view === old)] = next
      // The newcomer may read other types, and their evidence.
      replayed.mentions = undefined
      replayed.correct = corrector()
    },
    get all() {
      return all()
    },
    get,
    of: (projection) => get(projection.name) as never,
    get position() {
      const sound = parts.filter(({ state }) => state.trouble === null)
      return (sound.length > 0 ? sound : parts).reduce((least, { state }) => Math.min(least, state.position), overlay.position)
    },
  }
  return replayed
}

/** The types that some of the projections read. */
export const typesReadBy = (projections: readonly AnyProjection[]): string[] => [
  ...new Set(projections.flatMap(({ events }) => Object.keys(events))),
]
