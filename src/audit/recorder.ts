import { joinPointer, valueAt } from './pointer.ts'
import { isSame } from './same.ts'
import type { ValueChange } from './value-change.ts'

/**
 * Runs a recipe on a row through proxies that note what it writes, so that the changes of one event to a row of ten
 * thousand entries cost what the event touches, not what the row holds. Lists count as one value. Answers what
 * changed at a place or inside it.
 */
export const recordChanges = (row: unknown, place: readonly string[], recipe: (recorded: unknown) => void): ValueChange[] => {
  const written = new Map<string, { steps: readonly string[]; before: unknown }>()
  const originals = new WeakMap<object, object>()
  const note = (steps: readonly string[], before: unknown): void => {
    if (!isWithin(steps, place) && !isWithin(place, steps)) return
    const path = joinPointer(steps)
    if (!written.has(path)) written.set(path, { steps, before: copy(before) })
  }
  const recorded = (target: object, steps: readonly string[], list: (() => void) | undefined): object => {
    const noteAt = (property: string): void => (list ? list() : note([...steps, property], own(target, property)))
    const proxy = new Proxy(target, {
      get(_, property) {
        const value = Reflect.get(target, property)
        if (typeof property !== 'string' || value === null || typeof value !== 'object') return value
        const inside = [...steps, property]
        return recorded(value, inside, list ?? (Array.isArray(value) ? () => note(inside, value) : undefined))
      },
      set(_, property, value) {
        noteAt(String(property))
        return Reflect.set(target, property, unwrapped(value))
      },
      deleteProperty(_, property) {
        noteAt(String(property))
        return Reflect.deleteProperty(target, property)
      },
    })
    originals.set(proxy, target)
    return proxy
  }
  const unwrapped = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    const original = originals.get(value)
    if (original) return original
    // A new list or object may hold entries that were read through a proxy.
    for (const [key, inside] of Object.entries(value)) {
      const raw = unwrapped(inside)
      if (raw !== inside) (value as Record<string, unknown>)[key] = raw
    }
    return value
  }

  recipe(recorded(row as object, [], undefined))
  return [...written.values()]
    .filter(({ steps }) => !isInsideAnother(steps, written))
    .flatMap(({ steps, before }) => changesAt(steps, place, before, row))
}

/** A value that stands above the place asked for is cut down to that place. */
const changesAt = (steps: readonly string[], place: readonly string[], before: unknown, row: unknown): ValueChange[] => {
  const above = steps.length < place.length
  const was = above ? valueAt(before, place.slice(steps.length)) : before
  const is = valueAt(row, above ? place : steps)
  if (isSame(was, is)) return []
  return [{ path: joinPointer(above ? place : steps), before: was, after: copy(is) }]
}

/** Whether the first place is the second, or inside it. */
const isWithin = (steps: readonly string[], place: readonly string[]): boolean => place.every((step, index) => steps[index] === step)

const isInsideAnother = (steps: readonly string[], written: ReadonlyMap<string, unknown>): boolean =>
  steps.some((_, length) => length > 0 && written.has(joinPointer(steps.slice(0, length))))

const own = (target: object, property: string): unknown =>
  Object.hasOwn(target, property) ? (target as Record<string, unknown>)[property] : undefined

/** Lists of words are long and cheap to copy; everything else is small. */
const copy = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value
  return Array.isArray(value) && value.every((item) => typeof item !== 'object') ? value.slice() : structuredClone(value)
}
