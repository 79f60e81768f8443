import type { Reading } from '../frame/reading.ts'
import { attributes, type Html, html, nothing } from './html.ts'

/** What can be corrected here: an event, a person, or an engagement. */
export interface Correctable {
  readonly event?: string
  readonly people?: string
  readonly engagement?: string
}

/** Where a script puts its controls for corrections. A server that takes none says so, and how to change that. */
export const correctionMenu = ({ words, writable, asOf }: Reading, target: Correctable): Html => {
  if (!writable || asOf !== undefined) return nothing
  return html`<div class="correct"${attributes({
    'data-correct': target.event ? 'event' : target.people ? 'person' : 'engagement',
    'data-id': target.event ?? target.people ?? target.engagement,
  })}><noscript>${words.correct.title}: script</noscript></div>`
}
