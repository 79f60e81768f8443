import type { NewEvent } from '../kernel/envelope.ts'
import type { AnyProjection } from '../kernel/projection.ts'
import { createRecorder } from '../recording/recorder.ts'
import { compareViews, type RowDifference } from '../replay/compare.ts'
import { rebuild } from '../replay/rebuild.ts'
import { rehearsing } from '../store/rehearsal.ts'
import { correct } from './correct.ts'
import type { Correction } from './correction.ts'
import { reconcileDecided } from './reconcile.ts'
import type { Rooms } from './rooms.ts'

/** What a correction appended, or would append, and which rows it would change. */
export interface CorrectionResult {
  readonly events: readonly Pick<NewEvent, 'id' | 'type' | 'data'>[]
  /** Only of a preview: by view, rows that would differ. */
  readonly changes?: readonly { readonly view: string; readonly rows: readonly RowDifference[] }[]
}

/** Appends a correction, and the links that follow from it into the stream `identity`. */
export const correctAndReconcile = async (rooms: Rooms, correction: Correction, by: string): Promise<CorrectionResult> => {
  const events = await correct(rooms, correction, by)
  if (correction.verb !== 'review') await reconcileDecided(rooms, events)
  return { events }
}

/**
 * Rehearses a correction on a log that is thrown away: the same validation, the same events, nothing written. Costs
 * two rebuilds of all views. Links that the machine would then draw anew are not part of it.
 */
export const previewOf = async (
  rooms: Rooms,
  projections: readonly AnyProjection[],
  correction: Correction,
  by: string,
): Promise<CorrectionResult> => {
  const { register, archive } = rooms
  const rehearsal = rehearsing(rooms.store)
  const events = await correct({ store: rehearsal, register, archive, recorder: createRecorder(rehearsal, register) }, correction, by)
  const [before, after] = [
    await rebuild({ store: rooms.store, register, projections }),
    await rebuild({ store: rehearsal, register, projections }),
  ]
  const changes = projections
    .map(({ name }) => ({ view: name, rows: compareViews(before.get(name), after.get(name)) }))
    .filter(({ rows }) => rows.length > 0)
  return { events, changes }
}
