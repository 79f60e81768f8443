import type { Views } from '../../ledger.ts'
import type { Reading } from '../frame/reading.ts'

export type Overlay = Views['overlay']

/** All corrections and links as of the page. */
export const overlayAt = async ({ ledger, position, tip }: Reading): Promise<Overlay> => {
  const views = position >= tip ? await ledger.views() : await ledger.views({ asOf: String(Math.max(position, 0)), names: [anyView] })
  return views.overlay
}

/** The overlay of a point in the past comes with the views of that point; one that most pages read is at hand. */
const anyView = 'leader-histories'
