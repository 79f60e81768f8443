import type { View } from '../../ledger.ts'
import type { Source } from './reading.ts'

/** Views as of a position cost a rebuild, so the last few are kept: a reader walks from page to page at one point of the log. */
const kept = 12

export interface ViewsAt {
  /** `position` null: at the tip. */
  view(name: string, position: number | null): Promise<View>
}

export const viewsAt = (ledger: Source): ViewsAt => {
  const past = new Map<string, Promise<View>>()
  return {
    view(name, position) {
      if (position === null) return ledger.view(name)
      const key = `${name}@${position}`
      const known = past.get(key)
      const opened = known ?? ledger.view(name, { asOf: String(Math.max(position, 0)) })
      past.delete(key)
      past.set(key, opened)
      opened.catch(() => past.delete(key))
      if (past.size > kept) past.delete(past.keys().next().value as string)
      return opened
    },
  }
}
