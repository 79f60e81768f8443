import type { AnyProjection } from '../kernel/projection.ts'
import type { EventRegister } from '../kernel/register.ts'
import { bareBatchesOf, batchesOf } from '../store/batches-of.ts'
import type { EventStore } from '../store/event-store.ts'
import { type Corrector, correctorOf, type Uncorrected } from './corrected.ts'
import { foldingOf } from './folding.ts'
import { type Overlay, readOverlay } from './overlay/overlay.ts'
import { type Replayed, replayedOf, typesReadBy } from './replayed.ts'
import type { Table } from './table.ts'

export interface RebuildOptions {
  readonly store: EventStore
  readonly register: EventRegister
  readonly projections: readonly AnyProjection[]
  /** Up to this position, corrections included; the tip by default. */
  readonly to?: number
  /** Called after each batch, with the position reached. */
  readonly progress?: (position: number, last: number) => void
  readonly signal?: AbortSignal
}

/**
 * Views from position 0, in one pass for all of them. Only the types that they read are parsed; recipes run on plain
 * rows that nobody else sees. Faults: `projection-failed` names the event; `unknown-correction`.
 */
export const rebuild = async (options: RebuildOptions): Promise<Replayed> => {
  const { store, register, projections } = options
  const tip = await store.tip()
  const last = Math.min(options.to ?? tip, tip)
  const overlay = await readOverlay(store, register, last)
  const tables = await foldAll({ ...options, overlay, last })
  return replayedOf(
    store,
    register,
    overlay,
    projections.map((projection, at) => ({ projection, table: tables[at] as Table, position: last })),
  )
}

/** The tables of projections under an overlay, from position 0 to `last`. */
export const foldAll = async (options: Omit<RebuildOptions, 'to'> & { overlay: Overlay; last: number }): Promise<Table[]> => {
  const { store, register, projections, overlay, last } = options
  const evidence = projections.some(({ needs }) => needs?.includes('evidence'))
  const correct = correctorOf(register, overlay, { evidence })
  const tables = projections.map((): Table => new Map())
  const readers = readersOf(projections, tables, correct)
  if (last < 0) return tables
  const read = { types: [...readers.keys()], to: last }
  for await (const batch of evidence ? batchesOf(store, read) : bareBatchesOf(store, read)) {
    options.signal?.throwIfAborted()
    for (const raw of batch) readers.get(raw.type)?.(raw)
    const reached = batch[batch.length - 1]
    if (reached) options.progress?.(reached.position, last)
  }
  return tables
}

/** What becomes of the events of each type: corrected, then folded by all who read it. */
const readersOf = (
  projections: readonly AnyProjection[],
  tables: readonly Table[],
  correct: Corrector,
): Map<string, (raw: Uncorrected) => void> => {
  const foldings = projections.map(foldingOf)
  const readers = new Map<string, (raw: Uncorrected) => void>()
  for (const type of typesReadBy(projections)) {
    const correctType = correct.forType(type)
    const folds = foldings.flatMap((folding, at) =>
      Object.hasOwn(folding.projection.events, type) ? [folding.into(tables[at] as Table, type)] : [],
    )
    readers.set(type, (raw) => {
      const event = correctType(raw)
      if (event !== undefined) for (const fold of folds) fold(event)
    })
  }
  return readers
}
