import { words } from '../words.ts'
import type { Answer } from './ask.ts'

/** `would change 3 rows in 2 views (visits, meetings)`. */
export const toldOf = ({ changes = [] }: Answer): string => {
  const rows = changes.reduce((sum, { rows: own }) => sum + own.length, 0)
  if (rows === 0) return words.correct.wouldChangeNothing ?? ''
  return `${words.correct.wouldChange?.replace('{rows}', String(rows)).replace('{views}', String(changes.length))} (${changes.map(({ view }) => view).join(', ')})`
}
