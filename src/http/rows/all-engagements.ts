import type { Reading } from '../frame/reading.ts'
import type { EngagementRow, Engagements } from './engagement.ts'

/** An engagement with the row of a view in which it is found, so that its values open why. */
export interface Found {
  readonly id: string
  readonly engagement: EngagementRow
  readonly key: string
}

/** Every engagement between states once, whatever number of countries took part. */
export const allEngagements = async (reading: Reading): Promise<Found[]> => {
  const timeline = await reading.viewIfAny('timeline')
  await timeline?.open()
  const found = new Map<string, Found>()
  for (const [key, row] of timeline?.rows() ?? [])
    for (const [id, engagement] of Object.entries((row as { engagements: Engagements }).engagements))
      if (!found.has(id)) found.set(id, { id, engagement, key })
  return [...found.values()]
}
