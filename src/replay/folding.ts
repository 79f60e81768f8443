import type { CorrectedEvent } from '../kernel/envelope.ts'
import type { AnyProjection } from '../kernel/projection.ts'
import { projectionFailed } from './projection-failed.ts'
import { type RowShape, rowShapeOf } from './row-shape.ts'
import { keysOf, type Table } from './table.ts'

/** How one projection folds events into a table. */
export interface Folding {
  readonly projection: AnyProjection
  readonly shape: RowShape
  /** The keys that an event touches, each once. Faults: `projection-failed`. */
  keys(event: CorrectedEvent): readonly string[]
  /** What folds the events of one type into a table that nobody else sees, on plain rows. Faults: `projection-failed`. */
  into(table: Table, type: string): (event: CorrectedEvent) => void
  /** Runs it on one row, plain or a draft. Faults: `projection-failed`. */
  run(row: unknown, event: CorrectedEvent, key: string): void
}

export const foldingOf = (projection: AnyProjection): Folding => {
  const shape = rowShapeOf(projection.row)
  const keyOf = new Map(Object.entries(projection.key))
  const handlers = new Map(Object.entries(projection.on))
  const keys = (event: CorrectedEvent): readonly string[] => {
    try {
      return keysOf(keyOf.get(event.type)?.(event))
    } catch (error) {
      throw projectionFailed(projection, event, error)
    }
  }
  const run = (row: unknown, event: CorrectedEvent, key: string): void => {
    try {
      handlers.get(event.type)?.(row as never, event, key)
    } catch (error) {
      throw projectionFailed(projection, event, error)
    }
  }
  return {
    projection,
    shape,
    keys,
    into(table, type) {
      const [keyOfType, handler] = [keyOf.get(type), handlers.get(type)]
      const fold = (event: CorrectedEvent, key: string): void => {
        const entry = table.get(key)
        const row = entry === undefined ? shape.empty() : entry.row
        handler?.(row as never, event, key)
        if (entry === undefined) table.set(key, { row, lineage: [event.position] })
        else (entry.lineage as number[]).push(event.position)
      }
      return (event) => {
        try {
          const keys = keyOfType?.(event)
          if (typeof keys === 'string') fold(event, keys)
          else for (const key of keysOf(keys)) fold(event, key)
        } catch (error) {
          throw projectionFailed(projection, event, error)
        }
      }
    },
    run,
  }
}
