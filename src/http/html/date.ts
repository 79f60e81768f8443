import { dateInWords } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import { type DateFacts, glyph } from './glyph.ts'
import { type Html, html, nothing } from './html.ts'

/** A date as a drawing and in words; `href` opens why. */
export const dateOf = (when: string | null, words: Words, facts: DateFacts = {}, href?: string): Html => {
  const said = when === null ? unknown(words) : html`${dateInWords(when, words.dates)}`
  const notes = [facts.derived && words.dates.derived, facts.expected && words.dates.expected].filter(Boolean).join(', ')
  const long = when !== null && dateInWords(when, words.dates).length > 26
  return html`<span class="date${long ? ' long' : ''}">${glyph(when, facts)} ${href ? html`<a class="why" href="${href}">${said}</a>` : said}${notes ? html` <small>${notes}</small>` : nothing}</span>`
}

/** What no document says: a dash, with its words for ears and for whoever points at it. */
export const unknown = (words: Words): Html =>
  html`<span class="unknown" title="${words.dates.noDocument}">${words.dates.unknown}<span class="aloud"> ${words.dates.noDocument}</span></span>`
