import { createHash } from 'node:crypto'
import type { Fault } from '../kernel/fault.ts'
import type { AnyProjection } from '../kernel/projection.ts'
import type { Folding } from './folding.ts'
import type { Overlay } from './overlay/overlay.ts'
import { breather } from './snapshots/breathe.ts'
import type { Table } from './table.ts'

/**
 * What a reader sees of a projection: frozen rows, each in the same order whatever the order of its events, keys
 * sorted by code unit. A live view moves from one whole append to a later one, never to a state between.
 */
export interface View<Row = unknown> {
  readonly name: string
  readonly version: number
  readonly projection: AnyProjection
  /** Of the last event that it takes account of; -1 when there is none. */
  readonly position: number
  /** Why the view no longer follows; it goes on serving its last good rows. Null as long as all is well. */
  readonly trouble: Fault | null
  readonly size: number
  keys(): readonly string[]
  /** The key itself, or, for any member of a group of ids, the key that stands for it; undefined when no row has it. */
  keyOf(key: string): string | undefined
  row(key: string): Row | undefined
  rows(): IterableIterator<[key: string, row: Row]>
  /** Rows of a snapshot are read when they are looked at. This reads them all, and lets others have the event loop meanwhile. */
  open(): Promise<void>
  /** Positions of the events behind a row, ascending. */
  lineage(key: string): readonly number[]
  /** SHA-256, hex, over every key and row: equal digests, equal views. */
  digest(): string
}

/** The state behind a view. It changes in one go, so that a reader between two batches never sees half of one. */
export interface ViewState {
  table: Table
  position: number
  trouble: Fault | null
  /** How often it has changed. */
  commits: number
}

export const viewOf = (folding: Folding, state: ViewState, overlay: Overlay): View => {
  const { projection, shape } = folding
  const ordered = new WeakMap<object, unknown>()
  let sorted: { commits: number; keys: readonly string[] } | undefined

  const inOrder = (row: unknown): unknown => {
    const known = ordered.get(row as object)
    if (known !== undefined) return known
    const copy = shape.inOrder(row)
    ordered.set(row as object, copy)
    return copy
  }
  const keyOf = (key: string): string | undefined => {
    if (state.table.has(key)) return key
    const canonical = overlay.canonical(key)
    return state.table.has(canonical) ? canonical : undefined
  }
  const view: View = {
    name: projection.name,
    version: projection.version,
    projection,
    get position() {
      return state.position
    },
    get trouble() {
      return state.trouble
    },
    get size() {
      return state.table.size
    },
    keys() {
      if (sorted?.commits !== state.commits) sorted = { commits: state.commits, keys: [...state.table.keys()].sort() }
      return sorted.keys
    },
    keyOf,
    row(key) {
      const entry = state.table.get(keyOf(key) ?? key)
      return entry && inOrder(entry.row)
    },
    *rows() {
      for (const key of view.keys()) {
        const entry = state.table.get(key)
        if (entry) yield [key, inOrder(entry.row)]
      }
    },
    async open() {
      const breathe = breather()
      for (const entry of [...state.table.values()]) {
        inOrder(entry.row)
        await breathe()
      }
    },
    lineage: (key) => state.table.get(keyOf(key) ?? key)?.lineage.slice() ?? [],
    digest() {
      const hash = createHash('sha256')
      for (const row of view.rows()) hash.update(`${JSON.stringify(row)}\n`)
      return hash.digest('hex')
    },
  }
  return view
}
