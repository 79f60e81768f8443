import type { Span } from '../kernel/span.ts'

/** The smallest thing that a grammar looks at: a syllable, a number, or one mark of punctuation. */
export interface Word extends Span {
  readonly text: string
  /** Lower case, one spelling of tone marks: what tables are compared with. */
  readonly key: string
  readonly kind: 'letter' | 'number' | 'mark'
  /** Begins with a capital. */
  readonly capital: boolean
}

const pattern = /\p{L}[\p{L}\p{M}]*|\d+|[^\s\d\p{L}]/gu

/** The words of a stretch of text, in order. Linear. */
export const wordsOf = (text: string, from: number, to: number): Word[] => {
  const words: Word[] = []
  for (const { index, 0: word } of text.slice(from, to).matchAll(pattern)) {
    const first = word.charCodeAt(0)
    const kind = first >= 48 && first <= 57 ? 'number' : /^\p{L}/u.test(word) ? 'letter' : 'mark'
    const key = kind === 'letter' ? keyOf(word) : word === '–' || word === '—' || word === '‑' ? '-' : word
    const start = from + index
    words.push({
      start,
      end: start + word.length,
      text: word,
      key,
      kind,
      capital: kind === 'letter' && word.slice(0, 1) !== word.slice(0, 1).toLowerCase(),
    })
  }
  return words
}

/** Vietnamese writes hòa or hoà, thủy or thuỷ; here both are one. The root locale lowers. */
export const keyOf = (word: string): string => word.toLowerCase().replace(/o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ]/g, (pair) => olderMarks[pair] ?? pair)

const olderMarks: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['oà oá oả oã oạ', 'òa óa ỏa õa ọa'],
    ['oè oé oẻ oẽ oẹ', 'òe óe ỏe õe ọe'],
    ['uỳ uý uỷ uỹ uỵ', 'ùy úy ủy ũy ụy'],
  ].flatMap(([from = '', to = '']) => from.split(' ').map((pair, i) => [pair, to.split(' ')[i] as string])),
)
