import type { Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Span } from '../kernel/span.ts'
import type { Drafted } from './run-rules.ts'

/**
 * The clause of a match as evidence: from its subject, its date or the word that leads it, to the end of the match; at
 * most 490 units. What the text credits the report to belongs to it.
 */
export const evidenceOf = (sentence: Sentence, drafted: Drafted, subject?: Item, credited: string | null = null): Span => {
  const { items } = sentence
  const { match } = drafted
  const last = items[Math.max(match.at, match.to - 1)] as Item
  let first = items[leadOf(items, Math.max(0, match.from))] as Item
  const earlier = (item: Item | undefined): void => {
    if (item && item.start < first.start && last.end - item.start <= 480) first = item
  }
  earlier(subject)
  const opening = items[0]
  if (opening?.kind === 'when' && !items.slice(1, match.at).some(({ kind }) => kind === 'mark;' || kind === 'v.say')) earlier(opening)
  if (credited !== null) earlier(opening)
  return { start: first.start, end: Math.min(last.end, first.start + 490) }
}

const leading = /^(?:frame\.within|v\.begin|v\.end|v\.say|asp\.(?:past|now|future))$/

/** “kết quả”, “hoan nghênh”, “tại”: the word before a match shows how it is meant. */
const leadOf = (items: readonly Item[], from: number): number => {
  const before = items[from - 1]
  if (!before) return from
  if (leading.test(before.kind)) return from - 1
  return before.key === 'quả' && items[from - 2]?.key === 'kết' ? from - 2 : from
}

/** Whom a sentence credits: “TTXVN cho biết”. */
export const attributionOf = (sentence: Sentence, at: number): string | null => {
  const head = sentence.items[0]
  if (head?.kind !== 'word' || sentence.items[1]?.kind !== 'v.say' || at < 2) return null
  return /^[A-Z]{2,8}$/.test(head.text) ? head.text : null
}
