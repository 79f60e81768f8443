import type { WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { meets, type Reach, travels } from './reach.ts'

/** A date to the right, before anything else happens: “… tại Hà Nội, chiều 5/3”, “… theo lời mời của B từ 20 đến 23/5”. */
export const followingDate = (items: readonly Item[], at: number, to: number, reach: Reach): Item | null => {
  let happens = false
  const comes = reach === 'clause' && travels.test(items[at]?.kind ?? '')
  if (comes && items[to - 1]?.kind === 'v.attend') return dateOfEvent(items, to)
  // “nhân chuyến thăm Lào dự hội nghị từ 5 đến 7/3”
  if (reach === 'own' && items[to]?.kind === 'v.attend') return rangeOfEvent(items, to + 1)
  if (reach === 'own' && /^(?:v\.arrive|prep\.to)$/.test(items[to]?.kind ?? '')) return dateAtGoal(items, to + 1)
  for (let i = to; i < Math.min(items.length, to + 16); i++) {
    const item = items[i] as Item
    const next = items[i + 1]
    if (item.kind === 'when') {
      const { start, end } = item.value as WhenMention
      const enclosed = items[i - 1]?.kind === 'mark('
      return reach !== 'own' || happens || enclosed || i === to || (start && end) ? item : null
    }
    if (comes && (item.kind === 'v.attend' || (item.kind === 'conj' && next?.kind === 'v.attend'))) return dateOfEvent(items, i + 1)
    if (item.kind === 'v.happen' || happenings.has(item.key)) happens = true
    // “tiệc do B chủ trì tại Hà Nội tối 5/3”
    if (item.kind === 'v.attend' && items[i - 1]?.kind === 'person' && items[i - 2]?.kind === 'prep.by') continue
    if (happens && item.kind === 'asp.then') continue
    // “chuyến thăm của A dự kiến vào tháng 11 tới”
    if (item.kind === 'asp.future' && next?.kind === 'when') {
      happens = true
      continue
    }
    if (item.kind === 'asp.future' && items.slice(i + 1, i + 4).some(({ kind, key }) => kind === 'v.happen' || happenings.has(key)))
      continue
    if (item.kind === 'mark,') {
      if (next?.kind === 'v.happen' || (next?.kind === 'asp.future' && items[i + 2]?.kind === 'v.happen')) continue
      // “thăm Lào, điểm dừng chân thứ hai trong chuyến công du, từ ngày 5/3”
      const stop = next?.kind === 'n.stop' ? items.findIndex(({ kind }, j) => j > i && kind === 'mark,') : -1
      if (stop > i && stop < i + 14 && items[stop + 1]?.kind === 'when') return items[stop + 1] as Item
      if (next?.key === 'bắt đầu' && items.slice(i + 2, i + 4).some(({ kind }) => kind === 'when')) continue
      if (next?.kind !== 'when' && !opensPlace(items, i + 1)) return null
      // “Trong chuyến thăm Lào, ngày 5/3, ông …”: the day opens the clause after it.
      if (reach === 'own' && next?.kind === 'when' && opensClause(items, i + 2) && (next.value as WhenMention).end === null) return null
    } else if (!passable.test(item.kind) && !(reach === 'event' && item.kind === 'forum')) return null
    else if (comes && item.kind === 'conj' && next && meets.test(next.kind)) return rangeBehind(items, i + 2)
    else if (item.kind === 'conj' && next && /^(?:v\.|asp\.|n\.visit)/.test(next.kind)) return null
    else if (item.kind === 'word' && leaves.has(item.key)) return null
  }
  return null
}

/** The one date that closes the sentence of its first verb: “A tiếp B sang dự kỳ họp thứ 41 chiều 6/1.” */
export const closingDate = (items: readonly Item[], at: number): Item | null => {
  if (at > 40 || items.length > at + 60) return null
  if (items.slice(0, at).some(({ kind }) => kind === 'when' || /^(?:v\.(?!begin)|n\.(?!venue)|asp\.ago)/.test(kind))) return null
  const dates = items.filter(({ kind }, i) => kind === 'when' && i > at)
  const [only] = dates
  if (!only || dates.length > 1) return null
  const i = items.indexOf(only)
  const tail = items[i + 1]
  if (tail && !/^mark[.,)"”-]$/.test(tail.kind)) return null
  if (items.slice(at, i).some(({ kind, key }) => /^(?:v\.say|mark[;:]|asp\.(?:ago|future|wish|plan|after))/.test(kind) || key === 'mà'))
    return null
  return items[i - 1]?.kind === 'instrument' || /^(?:từ|đến|tới|trước|sau)\s/i.test(only.text) ? null : only
}

const passable =
  /^(?:word|number|person|country|place|companion|delegation|mark\(|kind|num\.qual|prep|conj|n\.venue|portfolio|office|invite|rel\.country|frame\.within|v\.begin|v\.happen|asp\.(?:now|next)|hon|group|mark-)/

/** Words that open a clause of their own: what is dated after them is theirs. */
const leaves = new Set(['từ', 'mà', 'trước', 'sau', 'để', 'nhằm', 'vì', 'do', 'nhưng', 'nơi'])

/** “thăm Úc và dự Hội nghị cấp cao … từ ngày 14 đến 18/3”, “sang Singapore dự hội nghị vào tháng 11”: who comes for an event, comes for its days. */
const dateOfEvent = (items: readonly Item[], from: number): Item | null => {
  for (let i = from; i < Math.min(items.length, from + 34); i++) {
    const { kind, text, value } = items[i] as Item
    if (kind === 'when') return (value as WhenMention).end !== null || /^(?:từ|vào|trong|ngày)\s/i.test(text) ? (items[i] as Item) : null
    if (kind === 'person' && items[i - 1]?.kind === 'prep.with') continue
    if (kind === 'v.meet' && /thượng đỉnh$/i.test(text)) continue
    if (/^(?:v\.(?!happen|begin|attend)|person|pair|mark[;:.]|asp\.(?!next))/.test(kind)) return null
  }
  return null
}

const rangeOfEvent = (items: readonly Item[], from: number): Item | null => {
  const date = dateOfEvent(items, from)
  return date && (date.value as WhenMention).end !== null ? date : null
}

/** “chuyến thăm của A tới căn cứ ở ngoại ô Baghdad ngày 5/3”: the day stands behind where the visit went. */
const dateAtGoal = (items: readonly Item[], from: number): Item | null => {
  const at = items.findIndex(({ kind }, i) => i >= from && !/^(?:word|country|place|portfolio|n\.venue|prep\.(?:to|of)|mark-)$/.test(kind))
  return at > from && at < from + 14 && items[at]?.kind === 'when' && !items.slice(from, at).some(({ key }) => leaves.has(key))
    ? (items[at] as Item)
    : null
}

/** The comma behind a day, or behind “(giờ địa phương)”. */
const opensClause = (items: readonly Item[], i: number): boolean => {
  const close = items[i]?.kind === 'mark(' ? items.slice(i, i + 6).findIndex(({ kind }) => kind === 'mark)') : -1
  return items[close < 0 ? i : i + close + 1]?.kind === 'mark,'
}

/** “sẽ tới Bình Nhưỡng và gặp B từ ngày 2/9 đến 4/9”: the days of the journey, whoever is met on it. */
const rangeBehind = (items: readonly Item[], from: number): Item | null => {
  const i = items.findIndex(({ kind }, j) => j >= from && !/^(?:person|prep|pair|conj)/.test(kind))
  const item = items[i]
  if (item?.kind !== 'when') return null
  const { start, end } = item.value as WhenMention
  return start && end ? item : null
}

const happenings = new Set(['bắt đầu', 'thực hiện'])

const opensPlace = (items: readonly Item[], i: number): boolean =>
  items[i]?.kind === 'place' ||
  ((items[i]?.key === 'tại' || items[i]?.key === 'ở') && /^(?:place|country|n\.venue)$/.test(items[i + 1]?.kind ?? ''))
