import type { PlaceMention, Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Span } from '../kernel/span.ts'
import type { ReadDocument } from './document.ts'
import { type Moment, noMoment } from './moments.ts'
import type { Drafted } from './run-rules.ts'

/** The date of a clause: its own, else the one that opens the sentence, else the one right after. */
export const momentOf = (document: ReadDocument, drafted: Drafted, own: readonly Item[], reach: 'own' | 'clause'): Moment => {
  const moments = own.map((item) => document.moments.of(item))
  if (moments.length > 0)
    return moments.reduce((a, b) => ({
      start: a.start ?? b.start,
      end: a.end ?? b.end,
      dayPart: a.dayPart ?? b.dayPart,
      direction: a.direction ?? b.direction,
      relative: a.relative ?? b.relative,
    }))
  if (reach === 'own') return noMoment
  const { items } = drafted.sentence
  const { at, to } = drafted.match
  for (let i = to; i < Math.min(items.length, to + 7); i++) {
    const item = items[i] as Item
    if (item.kind === 'when') return document.moments.of(item)
    if (/^(?:v\.(?!begin)|n\.|mark[;:.])/.test(item.kind) || item.kind === 'asp.then') break
  }
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i] as Item
    if (item.kind === 'when' && !belongsElsewhere(items, i, at)) return document.moments.of(item)
    if (item.kind === 'mark;') break
  }
  return noMoment
}

/** A date that belongs to another verb or to a visit named before: “nhân chuyến thăm ngày 5/3, hội đàm với…”. */
const belongsElsewhere = (items: readonly Item[], i: number, at: number): boolean => {
  if (i <= 2) return false
  const lead = items[i - 1] as Item
  if (lead.kind === 'country' || lead.kind === 'place' || lead.kind.startsWith('n.') || lead.kind.startsWith('instrument'))
    return (
      items.slice(0, i).some(({ kind }) => kind.startsWith('v.') || kind.startsWith('n.')) &&
      items[i + 1]?.kind !== 'mark,' &&
      !items.slice(i, at).every(({ kind }) => !kind.startsWith('n.'))
    )
  return items.slice(i + 1, at).some(({ kind }) => kind === 'v.say')
}

/** “tại Phủ Chủ tịch”, “ở Hà Nội”: where a meeting took place, as written. */
export const placeOf = (document: ReadDocument, drafted: Drafted): string | null => {
  const { items } = drafted.sentence
  const { at, to, from } = drafted.match
  for (let i = to; i < Math.min(items.length, to + 9); i++) {
    const place = placeAt(document.view, items, i)
    if (place) return place
    if (/^(?:v\.(?!begin)|mark[;:])/.test((items[i] as Item).kind)) break
  }
  for (let i = Math.max(0, from - 14); i < at; i++) {
    const place = placeAt(document.view, items, i)
    if (place && !items.slice(i, at).some(({ kind }) => kind === 'mark;' || kind === 'v.say')) return place
  }
  return null
}

const placeAt = (view: string, items: readonly Item[], i: number): string | null => {
  const item = items[i] as Item
  if (item.key !== 'tại' && item.key !== 'ở') return null
  const first = items[i + 1]
  if (!first) return null
  if (first.kind === 'place') return (first.value as PlaceMention).text
  if (first.kind === 'country') return (first.value as PlaceMention).type === 'country' ? (first.value as PlaceMention).text : null
  if (first.kind !== 'n.venue') return null
  let last = first
  for (let j = i + 2; j < Math.min(items.length, i + 10); j++) {
    const next = items[j] as Item
    if (
      next.kind !== 'word' &&
      next.kind !== 'country' &&
      next.kind !== 'place' &&
      next.kind !== 'n.venue' &&
      next.kind !== 'portfolio' &&
      next.kind !== 'office' &&
      next.kind !== 'conj'
    )
      break
    if (
      next.kind === 'word' &&
      !/^[\p{Lu}]/u.test(next.text) &&
      last.kind !== 'n.venue' &&
      !(/^[\p{Lu}]/u.test(last.text) && /^[\p{Lu}]/u.test(items[j + 1]?.text ?? ''))
    )
      break
    last = next
  }
  return view.slice(first.start, last.end)
}

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
  if (!head || head.kind !== 'word' || sentence.items[1]?.kind !== 'v.say' || at < 2) return null
  return /^[A-Z]{2,8}$/.test(head.text) ? head.text : null
}
