import type { Reading } from '../frame/reading.ts'
import { type Html, html, nothing } from './html.ts'

/** What a form carries on, as every link does: the point of the log, and the language where the address names one. */
export const carried = ({ asOf, words, query }: Pick<Reading, 'asOf' | 'words' | 'query'>): Html =>
  html`${asOf === undefined ? nothing : html`<input type="hidden" name="asOf" value="${asOf}">`}${query.get('lang') ? html`<input type="hidden" name="lang" value="${words.tag}">` : nothing}`
