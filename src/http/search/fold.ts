import { foldText } from '../../kernel/ids.ts'

/**
 * A text without spelling (case, marks, đ ø ł ß …), with a way back: `at[i]` is the offset in the text of the i-th
 * folded unit, `at[length]` the text's end.
 */
export interface Folded {
  readonly text: string
  readonly at: Uint32Array
}

/** What people type: blanks of any kind and number are one. */
export const foldQuery = (query: string): string => foldText(query).replace(/\s+/g, ' ').trim()

export const foldWithMap = (text: string): Folded => {
  const parts: string[] = []
  const at: number[] = []
  let blank = false
  // A base letter and its marks fold together; marks alone fold to nothing and belong to what stands before.
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const isBlank = /^\s/.test(match[0])
    const folded = isBlank ? (blank ? '' : ' ') : foldText(match[0])
    blank = isBlank
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) at.push(match.index)
  }
  at.push(text.length)
  return { text: parts.join(''), at: Uint32Array.from(at) }
}

/** Every place where the folded words stand in the text: spans in its own units, marks included. */
export const placesOf = (query: string, { text, at }: Folded, most = 1_000): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = []
  if (query === '') return found
  for (let from = text.indexOf(query); from >= 0 && found.length < most; from = text.indexOf(query, from + query.length))
    found.push({ start: at[from] as number, end: at[from + query.length] as number })
  return found
}
