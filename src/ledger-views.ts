import { Fault } from './kernel/fault.ts'
import type { AnyProjection } from './kernel/projection.ts'
import type { EventRegister } from './kernel/register.ts'
import { codeFingerprint } from './ledger-fingerprint.ts'
import { catchUp } from './replay/catch-up.ts'
import { isWorthSnapshots, openViews, saveSnapshots } from './replay/open-views.ts'
import { rebuild } from './replay/rebuild.ts'
import type { Replayed } from './replay/replayed.ts'
import { readOnlySnapshots } from './replay/snapshots/read-only-snapshots.ts'
import { snapshotFiles } from './replay/snapshots/snapshot-files.ts'
import type { EventStore } from './store/event-store.ts'

/** A projection from outside the package, with a digest over its file and what it imports. */
export interface OutsideProjection {
  readonly projection: AnyProjection
  readonly fingerprint: string
}

export interface LedgerViews {
  readonly projections: readonly AnyProjection[]
  /** At the tip; opened from snapshots the first time, brought forward every other time. */
  current(): Promise<Replayed>
  /** As of a position, these views at least, in one pass; the last few are kept, because a reader stays at a point for a while. */
  asOf(position: number, names: readonly string[]): Promise<Replayed>
  /** From position 0, without snapshots; what `current` serves from then on. */
  replay(names: readonly string[], progress?: (position: number, last: number) => void): Promise<Replayed>
  /** Before closing: a writer that has brought much leaves snapshots, so that the next reader opens quickly. Never rejects. */
  leave(): Promise<void>
}

/** Points of the log whose views are kept. */
const pointsKept = 4

/** `folder` holds the snapshots; with `readOnly` they are used and left as they are. Faults: `invalid-projection`. */
export const viewsOf = (
  store: EventStore,
  register: EventRegister,
  shipped: readonly AnyProjection[],
  outside: readonly OutsideProjection[],
  folder: string,
  readOnly: boolean,
): LedgerViews => {
  const projections = [...shipped, ...outside.map(({ projection }) => projection)]
  refuseTwins(projections)
  const fingerprint = (projection: AnyProjection): string =>
    codeFingerprint() + (outside.find((known) => known.projection === projection)?.fingerprint ?? '')
  const storage = readOnly ? readOnlySnapshots(snapshotFiles(folder)) : snapshotFiles(folder)
  const options = { store, register, projections, snapshots: { storage, fingerprint } }
  let opened: Promise<Replayed> | undefined
  const began = store.tip()
  began.catch(() => {})
  const past: PastPoint[] = []
  const forget = (point: PastPoint): void => {
    const at = past.indexOf(point)
    if (at >= 0) past.splice(at, 1)
  }

  const named = (names: readonly string[]): AnyProjection[] =>
    names.map((name) => {
      const found = projections.find((projection) => projection.name === name)
      if (found) return found
      throw new Fault('no-such-view', {
        attempted: `open the view ${name}`,
        found: 'no view of that name',
        expected: `one of ${projections.map((projection) => projection.name).join(', ')}`,
        names: projections.map((projection) => projection.name),
      })
    })

  return {
    projections,
    async current() {
      if (!opened) {
        opened = openViews(options)
        opened.catch(() => {
          opened = undefined
        })
        return opened
      }
      const views = await opened
      await catchUp(views)
      return views
    },
    async asOf(position, names) {
      const to = Math.min(position, await store.tip())
      const known = past.find(({ position, names: there }) => position === to && names.every((name) => there.includes(name)))
      const point = known ?? { position: to, names, views: rebuild({ store, register, projections: named(names), to }) }
      forget(point)
      past.unshift(point)
      past.length = Math.min(past.length, pointsKept)
      if (!known) point.views.catch(() => forget(point))
      return point.views
    },
    async replay(names, progress) {
      const chosen = names.length > 0 ? named(names) : projections
      const views = await rebuild({ store, register, projections: chosen, ...(progress ? { progress } : {}) })
      if (chosen.length === projections.length) opened = Promise.resolve(views)
      return views
    },
    async leave() {
      if (readOnly) return
      try {
        const tip = await store.tip()
        if (!isWorthSnapshots(await began, tip)) return
        const views = await (opened ?? openViews(options))
        await catchUp(views)
        if (opened) await saveSnapshots(views, options.snapshots)
      } catch {
        // A view that cannot be built is told to whoever opens it; the log is whole all the same.
      }
    },
  }
}

interface PastPoint {
  readonly position: number
  readonly names: readonly string[]
  readonly views: Promise<Replayed>
}

const refuseTwins = (projections: readonly AnyProjection[]): void => {
  const twin = projections.find(({ name }, at) => projections.findIndex((other) => other.name === name) < at)
  if (!twin) return
  throw new Fault('invalid-projection', {
    attempted: `add the view ${twin.name}`,
    found: 'another view of that name',
    expected: 'a name of its own',
    cure: 'Rename the projection.',
  })
}
