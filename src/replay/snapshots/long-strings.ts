/**
 * Names of documents stand in rows again and again, and are most of what rows weigh. In a snapshot every long string
 * is written once, in a list of its own; where it stood there is its number.
 */
export interface LongStrings {
  /** In the order of their numbers. */
  readonly list: readonly string[]
  /** A replacer for `JSON.stringify`. */
  readonly shorten: (key: string, value: unknown) => unknown
}

const long = 30
/** Begins a number; a string of the row that begins with it has one more. */
const mark = '#'

export const longStrings = (): LongStrings => {
  const numbers = new Map<string, number>()
  const list: string[] = []
  const numberOf = (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, list.length)
    return list.push(text) - 1
  }
  return {
    list,
    shorten: (_, value) =>
      typeof value !== 'string' ? value : value.length > long ? `${mark}${numberOf(value)}` : value.startsWith(mark) ? mark + value : value,
  }
}

/** What a string of a snapshot's row stands for. */
export const lengthened =
  (list: readonly string[]) =>
  (text: string): string => {
    if (!text.startsWith(mark)) return text
    return text.startsWith(mark, 1) ? text.slice(1) : (list[Number(text.slice(1))] ?? text)
  }
