import type { Span } from '../kernel/span.ts'

/** The most that is shown before and after a quote, in UTF-16 units. */
const reach = 400

/** An end of a sentence: a stop after a word of two letters or more (not an initial), then a space; or a line break. */
const end = /(?<=[\p{L}\p{N}\p{M}”"’)\]]{2}[.!?…]+[”"’)\]]?)\s+(?=[\p{Lu}\p{N}“"‘([])|\s*\n\s*/gu

/** The sentence, or the sentences, that a quote stands in: for reading only, no claim depends on where they end. */
export const sentenceAround = (text: string, { start, end: last }: Span): { start: number; end: number; text: string } => {
  const from = Math.max(0, start - reach)
  const before = text.slice(from, start)
  const after = text.slice(last, last + reach)
  let begins = from
  for (const match of before.matchAll(end)) begins = from + match.index + match[0].length
  const [next] = after.matchAll(end)
  const ends = next ? last + next.index : Math.min(text.length, last + reach)
  return { start: begins, end: ends, text: text.slice(begins, ends) }
}
