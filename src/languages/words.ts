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

/**
 * Vietnamese writes hòa or hoà, thủy or thuỷ; here both are one, and what a letter follows has its mark where everybody
 * writes it: toàn, huỳnh, quý. A key is what a dictionary has, so that words can be named in rules as they are spelt.
 */
export const keyOf = (word: string): string => {
  const lower = word.toLowerCase()
  return marked.test(lower) ? lower.replace(open, (pair) => older[pair] ?? pair).replace(closed, (pair) => newer[pair] ?? pair) : lower
}

const marked = /[àáảãạèéẻẽẹỳýỷỹỵòóỏõọùúủũụ]/
const open = /(?:o[àáảãạ]|o[èéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu
const closed = /(?:[òóỏõọ][ae]|[ùúủũụ]y)(?=\p{L})|(?<=q)[ùúủũụ]y/gu

const spellings: readonly (readonly [string, string])[] = [
  ['oà oá oả oã oạ', 'òa óa ỏa õa ọa'],
  ['oè oé oẻ oẽ oẹ', 'òe óe ỏe õe ọe'],
  ['uỳ uý uỷ uỹ uỵ', 'ùy úy ủy ũy ụy'],
].flatMap(([young = '', old = '']) => young.split(' ').map((pair, i) => [pair, old.split(' ')[i] as string] as const))
const older: Readonly<Record<string, string>> = Object.fromEntries(spellings)
const newer: Readonly<Record<string, string>> = Object.fromEntries(spellings.map(([young, old]) => [old, young]))
