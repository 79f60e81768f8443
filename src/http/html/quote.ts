import { type Html, html, trusted } from './html.ts'

/** Characters that reorder or hide a text: control characters, bidirectional controls, zero-width and tag characters. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

/**
 * Text of a document as markup. What would hide or reorder is a labelled box, drawn by the style sheet around the
 * character itself, inside an isolate that stops its effect: `textContent` stays the stored text, unit for unit.
 */
export const textOf = (text: string): Html => {
  const parts: string[] = []
  let from = 0
  for (const match of text.matchAll(unseen)) {
    parts.push(escaped(text.slice(from, match.index)))
    parts.push(`<span class="unseen" data-code="${codeOf(match[0])}">${escaped(match[0])}</span>`)
    from = match.index + match[0].length
  }
  parts.push(escaped(text.slice(from)))
  return trusted(parts.join(''))
}

/** A run of a document's words in the page's own sentence, kept apart from it in language and direction. */
export const quoted = (text: string, language = 'vi'): Html => html`<bdi lang="${language}">${textOf(text.normalize('NFC'))}</bdi>`

const codeOf = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A carriage return in markup would become a line feed; as a reference it stays. */
const escaped = (text: string): string => (html`${text}` as unknown as string).toString().replaceAll('\r', '&#13;')
