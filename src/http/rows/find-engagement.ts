import type { View } from '../../ledger.ts'
import type { Reading } from '../frame/reading.ts'
import type { EngagementRow, Engagements } from './engagement.ts'

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
 * relations stand among those of a country or of a person.
 */
export const findEngagement = async (reading: Reading, id: string): Promise<EngagementPlace | null> => {
  const name = id.includes('/v@') ? 'visits' : id.includes('/m@') ? 'meetings' : null
  const view = name && (await reading.viewIfAny(name))
  const key = view ? view.keyOf(id) : undefined
  if (view && key !== undefined) return { id: key, whence: { view: view.name, key }, path: [], row: view.row(key) as EngagementRow }
  const timeline = await reading.viewIfAny('timeline')
  return (timeline && among(timeline, id, 'engagements')) ?? amongPairs(await reading.viewIfAny('country-relations'), id)
}

const amongPairs = (view: View | null, id: string): EngagementPlace | null =>
  view && (among(view, id, 'changes') ?? among(view, id, 'engagements'))

const among = (view: View, id: string, field: 'engagements' | 'changes'): EngagementPlace | null => {
  for (const [key, row] of view.rows()) {
    const engagements = (row as Readonly<Record<string, Engagements>>)[field] ?? {}
    const found = Object.hasOwn(engagements, id) ? engagements[id] : undefined
    if (found) return { id, whence: { view: view.name, key }, path: [field, id], row: found }
  }
  return null
}
