import type { Span } from '../../kernel/span.ts'
import { stretches } from '../evidence/marking.ts'
import { type Html, html, trusted } from './html.ts'
import { textOf } from './quote.ts'

/** A sentence with the words that carry a claim underlined. `text` starts at `at` in its document; spans count in the document. */
export const markedSentence = (text: string, at: number, spans: readonly Span[], kind = '', language = 'vi'): Html => {
  const inside = spans.map(({ start, end }, name) => ({ name, start: start - at, end: end - at }))
  const parts = stretches(text.length, inside).map(({ start, end, under }) => {
    const words = textOf(text.slice(start, end))
    return under.length > 0 ? html`<mark class="${kind}">${words}</mark>` : words
  })
  return html`<bdi lang="${language}">${trusted(parts.join(''))}</bdi>`
}
