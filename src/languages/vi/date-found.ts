import type { WhenMention } from '../../kernel/reading.ts'

/** A date among the words of a sentence: how many words it takes, and what they tell. */
export interface DateFound {
  readonly length: number
  readonly value: WhenMention
}

export const found = (at: number, to: number, told: Partial<WhenMention>): DateFound => ({ length: to - at, value: whenMention(told) })

/** What is told of a date; the rest is unknown. Made here alone, so that all have one shape, which engines read fastest. */
const whenMention = (told: Partial<WhenMention>): WhenMention => {
  const { start = null, end = null, dayPart = null, relative = null, same = false, direction = null, later, months } = told
  const when = { start, end, dayPart, relative, same, direction }
  if (later !== undefined) return { ...when, later }
  return months !== undefined ? { ...when, months } : when
}
