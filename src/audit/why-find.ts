import { distance } from 'fastest-levenshtein'
import { Fault } from '../kernel/fault.ts'
import { foldText } from '../kernel/ids.ts'
import type { Views } from '../replay/replayed.ts'
import type { View } from '../replay/view.ts'
import { joinPointer, splitPointer } from './pointer.ts'
import type { Place } from './why-steps.ts'

/** Faults: `no-such-view`, with the names that are near. */
export const findView = (views: Views, name: string): View => {
  const names = views.all.map((view) => view.name)
  if (names.includes(name)) return views.get(name)
  const near = nearest(name, names)
  throw new Fault('no-such-view', {
    attempted: `explain a value of ${name}`,
    found: 'no view of that name',
    expected: `one of ${(near.length > 0 ? near : names).join(', ')}`,
    ...(near[0] ? { cure: `Did you mean ${near[0]}?` } : {}),
    near,
  })
}

/** The key of a row, from the key, or from any id that stands for the same. Faults: `no-such-row`, with the keys that are near. */
export const findRow = (view: View, key: string): string => {
  const found = view.keyOf(key)
  if (found !== undefined) return found
  const near = nearest(key, view.keys())
  throw new Fault('no-such-row', {
    attempted: `explain the row ${key} of ${view.name}`,
    found: 'no row of that key',
    expected: view.projection.keyed ?? 'a key of the view',
    ...(near[0] ? { cure: `Did you mean ${near.join(', ')}?` } : {}),
    near,
  })
}

/** A place in a row and what stands there. Faults: `no-such-row`, with the fields that there are. */
export const findPlace = (view: View, key: string, path: string): Place & { value: unknown } => {
  let value: unknown = view.row(key)
  let around: unknown
  let [rest, taken] = [splitPointer(path), [] as string[]]
  while (rest.length > 0) {
    const fields = value !== null && typeof value === 'object' ? Object.keys(value) : []
    // Ids hold slashes: a step may be several pieces of what was typed.
    const length = rest.findIndex((_, at) => fields.includes(rest.slice(0, at + 1).join('/'))) + 1
    const field = rest.slice(0, length).join('/')
    if (length === 0) throw noSuchField(view, key, [...taken, rest.join('/')], fields)
    around = value
    value = (value as Record<string, unknown>)[field]
    taken = [...taken, field]
    rest = rest.slice(length)
  }
  return { path: joinPointer(taken), value, ...(Array.isArray(around) && typeof value === 'string' ? { item: value } : {}) }
}

const noSuchField = (view: View, key: string, path: readonly string[], fields: readonly string[]): Fault => {
  const near = nearest(path[path.length - 1] as string, fields)
  return new Fault('no-such-row', {
    attempted: `explain ${joinPointer(path)} of ${key} in ${view.name}`,
    found: 'no such field',
    expected: fields.length > 0 ? `one of ${fields.slice(0, 20).join(', ')}` : 'a path that ends earlier',
    ...(near[0] ? { cure: `Did you mean ${near[0]}?` } : {}),
    near,
  })
}

/** At most five names that a typing slip, a missing mark or half a name could have meant, nearest first. */
export const nearest = (typed: string, names: readonly string[]): string[] => {
  const asked = foldText(typed)
  const scored = names.flatMap((name) => {
    const folded = foldText(name)
    const away = asked !== '' && folded.includes(asked) ? 0 : distance(asked, folded)
    return away <= Math.max(2, Math.floor(asked.length / 3)) ? [{ name, away, length: folded.length }] : []
  })
  scored.sort((a, b) => a.away - b.away || a.length - b.length || (a.name < b.name ? -1 : 1))
  return scored.slice(0, 5).map(({ name }) => name)
}
