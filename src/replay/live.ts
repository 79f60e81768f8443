import type { RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import type { AnyProjection } from '../kernel/projection.ts'
import { advance } from './advance.ts'
import { catchUp } from './catch-up.ts'
import { compareViews, type RowDifference } from './compare.ts'
import { rebuild } from './rebuild.ts'
import { type Part, type Replayed, replayedOf, type Views } from './replayed.ts'
import { wholeSteps } from './whole-steps.ts'

/** Views that follow the log, whoever appends to it. */
export interface LiveViews {
  readonly views: Views
  /** Resolves when every view without trouble takes account of this position. Rejects when following has ended. */
  reached(position: number): Promise<void>
  /** Called after each step forward, with the position reached; answers how to stop listening. */
  onStep(listener: (position: number) => void): () => void
  /**
   * Rebuilds the next version of a view beside the one that serves, then lets it take over, and tells the rows that
   * differ. Faults: `projection-failed`; then the old one goes on serving. `no-such-view`.
   */
  replace(next: AnyProjection): Promise<RowDifference[]>
  /** Settles when following ends: rejected with the fault that ended it, if one did. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** Follows the store from where the views stand. One step at a time, whole appends only. */
export const follow = (views: Replayed): LiveViews => {
  const stream = views.store.read({ from: views.position + 1, follow: true })
  const listeners = new Set<(position: number) => void>()
  let closed = false

  const run = async (): Promise<void> => {
    for await (const step of wholeSteps(stream)) {
      const { position } = step[step.length - 1] as RecordedEvent
      await views.inTurn(() => advance(views, step, position))
      for (const listener of [...listeners]) listener(position)
    }
  }
  const ended = run().catch((error: unknown) => {
    stream.destroy()
    if (!closed) throw error
  })
  // Whoever waits for the end hears of the fault; nobody has to wait.
  ended.catch(() => {})
  const onStep = (listener: (position: number) => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    views,
    ended,
    onStep,
    reached: (position) =>
      new Promise((resolve, reject) => {
        if (views.position >= position) return resolve()
        const stop = onStep(() => {
          if (views.position < position) return
          stop()
          resolve()
        })
        ended.then(() => reject(endedBefore(position)), reject)
      }),
    async replace(next) {
      const { store, register } = views
      const old = views.get(next.name)
      const beside = await rebuild({ store, register, projections: [next], to: views.overlay.position })
      return views.inTurn(async () => {
        await catchUp(beside, { to: views.overlay.position })
        const [part] = beside.parts as [Part]
        if (part.state.trouble) throw part.state.trouble
        const differences = compareViews(old, part.view)
        views.exchange(old, replayedOf(store, register, views.overlay, [{ projection: next, ...part.state }]).parts[0] as Part)
        return differences
      })
    },
    async close() {
      closed = true
      stream.destroy()
      await ended.catch(() => {})
    },
  }
}

const endedBefore = (position: number): Fault =>
  new Fault('closed', { attempted: `follow the log to position ${position}`, found: 'following has ended' })
