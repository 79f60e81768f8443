import { interned } from '../kernel/interned.ts'
import type { Span } from '../kernel/span.ts'

/** The smallest thing that a grammar looks at: a syllable, a number, or one mark of punctuation. */
export interface Word extends Span, Spelling {}

/** What a word is wherever it stands. */
interface Spelling {
  readonly text: string
  /** Lower case, one spelling of tone marks: what tables are compared with. */
  readonly key: string
  readonly kind: 'letter' | 'number' | 'mark'
  /** Begins with a capital. */
  readonly capital: boolean
  /** The class of the item that it makes where it is part of no phrase: `word`, `number`, `mark,`. */
  readonly item: string
}

/** The words of a stretch of text, in order: letters with their marks, digits, or anything else that is no blank, one at a time. Linear. */
export const wordsOf = (text: string, from: number, to: number): Word[] => {
  const words: Word[] = []
  for (let start = from; start < to; ) {
    let code = codeAt(text, start, to)
    const sort = sortOf(code)
    let end = start + widthOf(code)
    let hash = code
    if (sort === letters || sort === digits)
      while (end < to) {
        code = codeAt(text, end, to)
        if (!goesOn(sort, sortOf(code))) break
        hash = (Math.imul(hash, 31) + code) | 0
        end += widthOf(code)
      }
    if (sort !== blanks) {
      const { text: written, key, kind, capital, item } = spellingAt(text, start, end, sort, hash)
      words.push({ start, end, text: written, key, kind, capital, item })
    }
    start = end
  }
  return words
}

const [blanks, digits, letters, accents, marks] = [1, 2, 3, 4, 5]

/** The sort of each character of the first plane, found out when it is first met. */
const sorts = new Uint8Array(65_536)

const sortOf = (code: number): number => {
  if (code > 0xffff) return sortedAnew(code)
  const known = sorts[code] as number
  if (known > 0) return known
  const sort = sortedAnew(code)
  sorts[code] = sort
  return sort
}

const sortedAnew = (code: number): number => {
  const character = String.fromCodePoint(code)
  // What has no shape, as a zero-width space has none, is no mark either.
  if (/[\s\p{Cf}]/u.test(character)) return blanks
  if (/\d/.test(character)) return digits
  if (/\p{L}/u.test(character)) return letters
  return /\p{M}/u.test(character) ? accents : marks
}

const goesOn = (sort: number, next: number): boolean => next === sort || (sort === letters && next === accents)

/** A pair that the end cuts in two is read as its first half. */
const codeAt = (text: string, at: number, to: number): number => {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00 && at + 1 < to ? (text.codePointAt(at) as number) : code
}
const widthOf = (code: number): number => (code > 0xffff ? 2 : 1)

/**
 * The spelling last met for each hash, in whatever document: most words of a text are among the first thousands of the
 * language. Long ones are not kept, since an engine may hold a whole text for the sake of a slice of it.
 */
const met: (Spelling | undefined)[] = new Array(65_536).fill(undefined)
const longestMet = 12

const spellingAt = (text: string, start: number, end: number, sort: number, hash: number): Spelling => {
  const slot = (hash ^ (hash >>> 15)) & (met.length - 1)
  const last = met[slot]
  if (last && stands(last.text, text, start, end)) return last
  const spelling = spelt(text.slice(start, end), sort)
  if (end - start <= longestMet) met[slot] = spelling
  return spelling
}

const stands = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

const spelt = (text: string, sort: number): Spelling => {
  const capital = sort === letters && text.slice(0, 1) !== text.slice(0, 1).toLowerCase()
  if (sort === letters) return { text, key: interned(keyOf(text)), kind: 'letter', capital, item: 'word' }
  if (sort === digits) return { text, key: text, kind: 'number', capital, item: 'number' }
  const key = text === '–' || text === '—' || text === '‑' ? '-' : interned(text)
  return { text, key, kind: 'mark', capital, item: interned(`mark${key}`) }
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
