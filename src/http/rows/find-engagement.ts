import type { View } from '../../ledger.ts'
import type { Reading } from '../frame/reading.ts'
import type { EngagementRow, Engagements } from './engagement.ts'
import { overlayAt } from './overlay-at.ts'

/** Where an engagement is told: the row, and the way into it. */
export interface EngagementPlace {
  /** The id that stands for it. */
  readonly id: string
  readonly whence: { readonly view: string; readonly key: string }
  readonly path: readonly string[]
  readonly row: EngagementRow
}

/**
 * Visits and meetings have rows of their own, and any id of a group finds them. Agreements, forums and changes of
 * relations stand among those of a country, of a pair or of a person. Null for what no view tells of.
 */
export const findEngagement = async (reading: Reading, id: string): Promise<EngagementPlace | null> => {
  const name = id.includes('/v@') ? 'visits' : id.includes('/m@') ? 'meetings' : null
  const view = name && (await reading.viewIfAny(name))
  const key = view ? view.keyOf(id) : undefined
  if (view && key !== undefined) return { id: key, whence: { view: view.name, key }, path: [], row: view.row(key) as EngagementRow }
  const overlay = await overlayAt(reading)
  for (const wanted of new Set([id, overlay.canonical(id)]))
    for (const [where, field] of places) {
      const found = among(await reading.viewIfAny(where), wanted, field)
      if (found) return found
    }
  return null
}

const places = [
  ['timeline', 'engagements'],
  ['country-relations', 'changes'],
  ['country-relations', 'engagements'],
  ['leader-histories', 'engagements'],
] as const

const among = (view: View | null, id: string, field: 'engagements' | 'changes'): EngagementPlace | null => {
  for (const [key, row] of view?.rows() ?? []) {
    const engagements = (row as Readonly<Record<string, Engagements>>)[field] ?? {}
    const found = Object.hasOwn(engagements, id) ? engagements[id] : undefined
    if (view && found) return { id, whence: { view: view.name, key }, path: [field, id], row: found }
  }
  return null
}
