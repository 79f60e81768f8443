/**
 * Text of a document, safe to show: what would move the cursor, colour the screen, reverse the reading direction or
 * hide itself is shown as a labelled box instead. Offsets are never computed on the result.
 */
export const visible = (text: string): string => text.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(unseen, box)

/** The same, with line breaks kept: for whole texts. */
export const visibleLines = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\n\t]+/g, (line) => line.replace(unseen, box))

/** Control characters, bidirectional controls, zero-width and other invisible format characters, lone surrogates. */
const unseen = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

const box = (character: string): string => `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
