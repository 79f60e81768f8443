import type { Reading } from '../frame/reading.ts'
import { type Html, html, nothing } from './html.ts'

/** Whether anything can be decided on this page: the server takes corrections, and the page shows the end of the log. */
export const takesCorrections = ({ writable, asOf }: Reading): boolean => writable && asOf === undefined

/** Who decides, and why, once for a whole screen of review. `keys` tells the keys of the screen. */
export const reviewer = (reading: Reading, { reason, keys }: { reason: string; keys: string }): Html => {
  const { words } = reading
  if (!takesCorrections(reading)) return nothing
  return html`<form class="filters reviewer needs-script" hidden data-reviewer>
<label>${words.correct.by} <input name="by" maxlength="200" autocomplete="name" required></label>
<label>${words.correct.token} <input name="token" type="password" autocomplete="off" required></label>
<label class="wide">${words.correct.because} <input name="because" maxlength="2000" value="${reason}" required></label>
<button type="button" data-undo aria-keyshortcuts="z">${words.correct.undo}</button>
<p class="quiet keys">${keys}</p></form>`
}

/** Why nothing can be decided here, and what helps. */
export const readOnlyNote = (reading: Reading): Html => {
  const { words, asOf } = reading
  if (takesCorrections(reading)) return nothing
  return html`<p class="note">${asOf === undefined ? html`${words.correct.readOnly} ${words.correct.readOnlyCure}` : words.review.past}</p>`
}
