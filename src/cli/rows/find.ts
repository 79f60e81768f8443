import levenshtein from 'fastest-levenshtein'
import { foldText } from '../../kernel/ids.ts'

/** A row that somebody may mean, and the name under which it was found. */
export interface Candidate {
  readonly key: string
  readonly name: string
}

/** How a row was found, or why none was. */
export type Found =
  | { readonly how: 'exactly' | 'by-name' | 'nearly'; readonly row: Candidate }
  | { readonly how: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly how: 'not' }

/**
 * Finds the row that people mean: its key, then the key or a name in any case and without marks, then the beginning or
 * the words of one, then a near spelling, then a name that stands deeper in the row. The first of these that fits any
 * row decides; when it fits several, all of them are the answer, and nothing is guessed.
 */
export const findRow = (wanted: string, rows: Iterable<readonly [key: string, row: unknown]>): Found => {
  const sought = wordsOf(wanted)
  if (sought.length === 0) return { how: 'not' }
  const known = [...rows].map(([key, row]) => ({ key, names: [key, ...namesIn(row, 1)], row }))
  const exact = known.find(({ key }) => key === wanted)
  if (exact) return { how: 'exactly', row: { key: exact.key, name: exact.key } }
  for (const [how, fits] of ways) {
    const candidates = known.flatMap(({ key, names, row }) => {
      const name = (how === 'deeply' ? namesIn(row, 4) : names).find((each) => fits(sought, wordsOf(each)))
      return name === undefined ? [] : [{ key, name: name === key ? (names[1] ?? key) : name }]
    })
    const [only] = candidates
    if (only && candidates.length === 1) return { how: how === 'nearly' ? 'nearly' : 'by-name', row: only }
    if (only) return { how: 'ambiguous', candidates }
  }
  return { how: 'not' }
}

type Fits = (sought: readonly string[], name: readonly string[]) => boolean

const everyWord =
  (fits: (sought: string, word: string) => boolean): Fits =>
  (sought, name) =>
    sought.every((word) => name.some((other) => fits(word, other)))

const isPrefix = (sought: string, word: string): boolean => word.startsWith(sought)

/** One slip in four letters; short words must fit. A surname alone is a question, never an answer: several are listed. */
const isNear = (sought: string, word: string): boolean => {
  const slips = Math.floor(Math.min(sought.length, word.length) / 4)
  return sought === word || (slips > 0 && levenshtein.distance(sought, word) <= slips)
}

const ways: readonly (readonly ['same' | 'words' | 'prefix' | 'nearly' | 'deeply', Fits])[] = [
  ['same', (sought, name) => sought.join(' ') === name.join(' ')],
  ['same', (sought, name) => [...sought].sort().join(' ') === [...name].sort().join(' ')],
  ['prefix', (sought, name) => name.join(' ').startsWith(sought.join(' '))],
  ['words', everyWord((word, other) => word === other)],
  ['words', everyWord(isPrefix)],
  ['nearly', everyWord(isNear)],
  ['deeply', everyWord(isPrefix)],
]

/** Words of a name, folded: `Võ Văn Thưởng` → vo van thuong, `KZ-VN` → kz vn. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}@]+/gu) ?? []

/** What a row calls itself: texts under `name`, `names`, `title`, down to a depth. */
export const namesIn = (value: unknown, depth: number): string[] => {
  if (typeof value !== 'object' || value === null || depth < 0) return []
  return Object.entries(value).flatMap(([key, part]) => {
    if (/^(name|title|as)$/.test(key) && typeof part === 'string') return [part]
    if (/^(names|titles)$/.test(key)) return textsOf(part)
    return namesIn(part, depth - 1)
  })
}

/** A list of texts, of objects with a name, or a record whose keys are the names. */
const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'string' ? [item] : namesIn(item, 0)))
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}
