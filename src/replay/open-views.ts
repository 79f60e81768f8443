import type { AnyProjection } from '../kernel/projection.ts'
import { catchUp } from './catch-up.ts'
import { readOverlay } from './overlay/overlay.ts'
import { foldAll, type RebuildOptions } from './rebuild.ts'
import { type Replayed, replayedOf } from './replayed.ts'
import { readSnapshot, type SnapshotOptions, writeSnapshot } from './snapshots/snapshot.ts'
import type { Table } from './table.ts'

export interface OpenOptions extends Omit<RebuildOptions, 'to'> {
  /** Without them every opening is a rebuild. */
  readonly snapshots?: SnapshotOptions
  /** Told which views started from where: a position, or why the snapshot could not be used. */
  readonly opened?: (view: string, from: number | string) => void
}

interface Start {
  readonly projection: AnyProjection
  readonly table: Table
  readonly position: number
}

/** Whether a log that ends at `to` has grown enough since `from` for a snapshot: by a part of itself, and by so many events at least. */
export const isWorthSnapshots = (from: number, to: number): boolean => to - from >= Math.max(1_000, to * 0.05)

/**
 * Views at the tip of the log: from their snapshots where these fit, reading only what is new; the others from
 * position 0 in one pass. New snapshots are written when enough has been read to make them worth it.
 * A projection that throws on what is new to its snapshot keeps its last good rows and says so (`trouble`);
 * one that has none stops the opening. Faults: `projection-failed`, `unknown-correction`.
 */
export const openViews = async (options: OpenOptions): Promise<Replayed> => {
  const { store, register, projections, snapshots } = options
  const starts = snapshots ? await startsOf(options, snapshots) : []
  const overlay = await readOverlay(store, register, Math.min(...starts.map(({ position }) => position), await store.tip()))
  const restored = replayedOf(store, register, overlay, starts)
  await catchUp(restored, { ...options })
  const missing = projections.filter(({ name }) => !starts.some(({ projection }) => projection.name === name))
  const tables = await foldAll({ ...options, projections: missing, overlay, last: overlay.position })
  const views = replayedOf(
    store,
    register,
    overlay,
    projections.map((projection) => {
      const kept = restored.parts.find(({ view }) => view.name === projection.name)
      return kept
        ? { projection, ...kept.state }
        : { projection, table: tables[missing.indexOf(projection)] as Table, position: overlay.position }
    }),
  )
  if (snapshots) await renew(views, starts, snapshots)
  return views
}

/** Writes the snapshots of views that stand well, whatever they cost. */
export const saveSnapshots = async (views: Replayed, snapshots: SnapshotOptions): Promise<void> => {
  for (const { folding, state } of views.parts)
    if (state.trouble === null) await writeSnapshot(views.store, folding.projection, state, snapshots)
}

const startsOf = async ({ store, projections, opened }: OpenOptions, snapshots: SnapshotOptions): Promise<Start[]> => {
  const found = await Promise.all(projections.map((projection) => readSnapshot(store, projection, snapshots)))
  return found.flatMap((start, at) => {
    const projection = projections[at] as AnyProjection
    opened?.(projection.name, 'unfit' in start ? start.unfit : start.position)
    return 'table' in start ? [{ projection, ...start }] : []
  })
}

const renew = async (views: Replayed, starts: readonly Start[], snapshots: SnapshotOptions): Promise<void> => {
  for (const { folding, state } of views.parts) {
    const since = starts.find(({ projection }) => projection === folding.projection)?.position
    const due = since === undefined ? state.position >= 0 : isWorthSnapshots(since, state.position)
    if (due && state.trouble === null) await writeSnapshot(views.store, folding.projection, state, snapshots)
  }
}
