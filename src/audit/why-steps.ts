import type { CorrectedEvent } from '../kernel/envelope.ts'
import type { Folding } from '../replay/folding.ts'
import { splitPointer, valueAt } from './pointer.ts'
import { recordChanges } from './recorder.ts'
import { isSame } from './same.ts'
import type { ValueChange } from './value-change.ts'

/** What one event did to the value that was asked for. */
export interface Step {
  /**
   * `set`: there was nothing before; `changed`: there was something else; `confirmed`: alone it would say the same;
   * `differs`: alone it would say something else, and the reading rule of the view prefers other reports.
   */
  readonly effect: 'set' | 'changed' | 'confirmed' | 'differs'
  /** What it changed at the value or inside it, JSON Pointers from the row. Empty when it confirmed or differs. */
  readonly changes: readonly ValueChange[]
  /** What the value would be if this event were the only one; only for single values, not for lists and records. */
  readonly alone?: unknown
}

/** The value of a row that is asked about. */
export interface Place {
  /** JSON Pointer into the row that readers see. */
  readonly path: string
  /** In a list of words: the word. It stands elsewhere while the row is folded, and readers see some lists sorted. */
  readonly item?: string
}

/**
 * Folds a row again, event by event, and tells for each what it did to the value at a path; undefined for an event
 * that has nothing to do with it. An event bears on a value when it changes it, or when alone it would set it: so a
 * second source that confirms a value is told too, which changes alone would not show.
 */
export const stepsOf = (
  folding: Folding,
  { key, place, from = 0 }: { key: string; place: Place /** Events before this one are folded, and not looked at. */; from?: number },
  events: readonly CorrectedEvent[],
): (Step | undefined)[] => {
  const { path, item } = place
  const steps = splitPointer(path)
  const valueIn = (row: unknown): unknown => {
    if (item === undefined) return valueAt(row, steps)
    const list = valueAt(row, steps.slice(0, -1))
    return Array.isArray(list) && list.includes(item) ? item : undefined
  }
  const changesBy = (event: CorrectedEvent, before: unknown): readonly ValueChange[] => {
    if (item === undefined) return recordChanges(row, steps, (recorded) => folding.run(recorded, event, key))
    folding.run(row, event, key)
    const after = valueIn(row)
    return before === after ? [] : [{ path, before, after }]
  }
  const row = folding.shape.empty()
  const nothing = valueIn(folding.shape.empty())
  const look = (event: CorrectedEvent): Step | undefined => {
    const before = valueIn(row)
    const wasNothing = before === undefined || isSame(before, nothing)
    const changes = changesBy(event, before)
    if (changes.length > 0) return { effect: wasNothing ? 'set' : 'changed', changes }
    const single = folding.shape.empty()
    folding.run(single, event, key)
    const alone = valueIn(single)
    // An event that leaves a row empty still is why the row is there: “– , no document says” opens too.
    if (alone === undefined || isSame(alone, nothing)) return path === '' ? { effect: 'confirmed', changes: [] } : undefined
    return { effect: isSame(alone, valueIn(row)) ? 'confirmed' : 'differs', changes: [], alone }
  }
  return events.map((event, index) => {
    if (index >= from) return look(event)
    folding.run(row, event, key)
    return { effect: 'changed', changes: [] }
  })
}
