import type { Item, Match } from '../kernel/rule.ts'
import type { Element, Pattern } from './pattern.ts'

/** Runs one pattern at one anchor. Bounded: every element takes a limited number of items, and tries are counted. */
export const matchAt = (items: readonly Item[], at: number, pattern: Pattern): Match | null => {
  const anchor = items[at] as Item
  if (!accepts(pattern.anchor, anchor)) return null
  const reading: Reading = { items, slots: null, left: 400 }
  if (pattern.anchor.slot) put(reading, pattern.anchor.slot, [anchor])
  const to = walk(reading, at + 1, 1, pattern.after, 0)
  if (to === null) return null
  const from = walk(reading, at - 1, -1, pattern.before, 0)
  if (from === null) return null
  const { slots } = reading
  return { items, at, from: from + 1, to, slot: (name) => slots?.get(name) ?? [] }
}

/** One attempt at a pattern. Slots keep what the successful way took. */
interface Reading {
  readonly items: readonly Item[]
  slots: Map<string, readonly Item[]> | null
  /** Tries that are left. */
  left: number
}

/** Nothing taken: the slot is as if it had never been met. */
const put = (reading: Reading, slot: string, taken: readonly Item[] | undefined): void => {
  reading.slots ??= new Map()
  if (taken) reading.slots.set(slot, taken)
  else reading.slots.delete(slot)
}

/** Reads elements from `pos` in one direction; answers where it ended, or null. */
const walk = (reading: Reading, pos: number, step: 1 | -1, elements: readonly Element[], k: number): number | null => {
  if (--reading.left < 0) return null
  const element = elements[k]
  if (!element) return pos
  const { items } = reading
  if (element.test === 'gap' || element.test === 'reach') {
    const passable = element.test === 'gap' ? isLoose : isWithinClause
    for (let n = 0, p = pos; n <= element.most; n++, p += step) {
      const end = walk(reading, p, step, elements, k + 1)
      if (end !== null) return end
      const item = items[p]
      if (!item || !passable(item)) return null
    }
    return null
  }
  if (element.most === 1 && element.test === 'classes') {
    const item = items[pos]
    const end = item && accepts(element, item) ? walkPast(reading, pos + step, step, elements, k, [item]) : null
    return end ?? (element.least === 0 ? walk(reading, pos, step, elements, k + 1) : null)
  }
  const first = take(items, pos, step, element)
  if (!first) return element.least === 0 ? walk(reading, pos, step, elements, k + 1) : null
  const ends: { to: number; taken: Item[] }[] = [{ to: pos, taken: [] }, first]
  while (ends.length <= element.most) {
    const last = ends[ends.length - 1] as { to: number; taken: Item[] }
    const next = take(items, last.to, step, element)
    if (!next) break
    ends.push({ to: next.to, taken: step === 1 ? [...last.taken, ...next.taken] : [...next.taken, ...last.taken] })
  }
  for (let n = ends.length - 1; n >= element.least; n--) {
    const { to, taken } = ends[n] as { to: number; taken: Item[] }
    const end = walkPast(reading, to, step, elements, k, taken)
    if (end !== null) return end
  }
  return null
}

/** Goes on after what an element took; where that leads nowhere, its slot is as it was. */
const walkPast = (
  reading: Reading,
  to: number,
  step: 1 | -1,
  elements: readonly Element[],
  k: number,
  taken: readonly Item[],
): number | null => {
  const slot = (elements[k] as Element).slot
  if (!slot || taken.length === 0) return walk(reading, to, step, elements, k + 1)
  const before = reading.slots?.get(slot)
  put(reading, slot, before ? [...before, ...taken] : taken)
  const end = walk(reading, to, step, elements, k + 1)
  if (end === null) put(reading, slot, before)
  return end
}

const take = (items: readonly Item[], pos: number, step: 1 | -1, element: Element): { to: number; taken: Item[] } | null => {
  const item = items[pos]
  if (!item) return null
  if (element.test === 'people') return row(items, pos, step, isPerson)
  if (element.test === 'places') return row(items, pos, step, isPlace)
  return accepts(element, item) ? { to: pos + step, taken: [item] } : null
}

const accepts = ({ keys, classes }: Element, { key, kind }: Item): boolean => {
  for (const own of keys) if (key === own) return true
  for (const name of classes) if (kind === name || isBelow(kind, name)) return true
  return false
}

const dot = 46
const isBelow = (kind: string, name: string): boolean => kind.charCodeAt(name.length) === dot && kind.startsWith(name)

/** “A, B và C”; a spouse or a delegation in the row is passed over. */
const row = (items: readonly Item[], pos: number, step: 1 | -1, fits: (item: Item) => boolean): { to: number; taken: Item[] } | null => {
  const taken: Item[] = []
  let p = pos
  let end = pos
  while (taken.length < 12) {
    const listed = step === 1 ? listAfterGroup(items, p) : p
    p = listed
    if (step === 1 && fits === isPlace && items[p]?.kind === 'rel.country' && items[p + 1]?.kind === 'country') p++
    const item = items[p]
    if (item && fits(item)) {
      taken.push(item)
      end = p + step
      p = end
    } else if (item && taken.length > 0 && isCompanion(item)) {
      end = p + step
      p = end
    } else break
    const joint = items[p]
    if (!joint || !(isJoint(joint) || (step === 1 && goesOnListed(items, p, fits)))) break
    if (step === 1 && joint.kind === 'mark,' && opensClause(afterAdverbs(items, p + 2))) break
    p += step
    if (items[p] && isJoint(items[p] as Item) && (items[p] as Item).kind === 'conj') p += step
    if (step === 1 && items[p]?.kind === 'asp.then' && fits === isPlace) p += items[p + 1]?.key === 'là' ? 2 : 1
  }
  if (taken.length === 0) return null
  return { to: end, taken: step === 1 ? taken : taken.reverse() }
}

const isPerson = (item: Item): boolean => item.kind === 'person'
const isPlace = (item: Item): boolean => item.kind === 'country' || item.kind === 'place'
/** “với A; B và C”: a semicolon joins where a list goes on behind it, or ends its sentence. */
const goesOnListed = (items: readonly Item[], p: number, fits: (item: Item) => boolean): boolean => {
  const [member, joint, last] = [items[p + 1], items[p + 2], items[p + 3]]
  if (items[p]?.kind !== 'mark;' || !member || !fits(member)) return false
  return !joint || joint.kind === 'mark.' || (/^(?:conj|mark[;,])$/.test(joint.kind) && last !== undefined && fits(last))
}
const isJoint = (item: Item): boolean => item.kind === 'mark,' || item.kind === 'conj' || item.kind === 'prep.with' || item.kind === 'mark/'
const isCompanion = (item: Item): boolean => item.kind === 'companion' || item.kind === 'delegation'
/** “bốn lãnh đạo cấp cao gồm: A, B, C và D”, “các quan chức khác của bộ này như A và B”: the list stands for the group. */
const listAfterGroup = (items: readonly Item[], p: number): number => {
  const item = items[p]
  if (item?.kind !== 'person' || (item.value as { form?: string }).form !== 'group') return p
  let opened = false
  for (let i = p + 1; i < Math.min(items.length, p + 14); i++) {
    const next = items[i] as Item
    if (next.kind === 'person') return opened ? i : p
    if (lists.has(next.key) || next.kind === 'mark:') opened = true
    else if (opened ? !/^(?:mark,|number)$/.test(next.kind) && !['đó', 'là', 'cựu'].includes(next.key) : !describes(next)) return p
  }
  return p
}
/** Tells more of a group before its list opens: no verb of what they do, no new clause. */
const describes = ({ kind }: Item): boolean => /^(?:word|country|place|number|portfolio|prep\.of|num\.qual|mark,|kind.*)$/.test(kind)
const lists = new Set(['gồm', 'bao gồm', 'trong đó', 'có', 'như'])

/** “…với Thủ tướng A, Thủ tướng nhấn mạnh…”: who stands before it is a subject, not one more of the row. */
const opensClause = (item: Item | undefined): boolean =>
  item !== undefined && /^(?:v\.say|asp\.(?:past|future|now|wish|not)|v\.(?:talks|meet|visit|call|receive|sign))$/.test(item.kind)
const adverbs = new Set(['cũng', 'đều', 'vẫn', 'lại', 'còn', 'chỉ'])
/** “…, Ngoại trưởng B cũng sẽ đến Lào”: what the adverbs before a verb hide. */
export const afterAdverbs = (items: readonly Item[], i: number): Item | undefined =>
  adverbs.has(items[i]?.key ?? '') ? items[i + 1] : items[i]

/** Carries no weight of its own: may stand between the parts of a construction. */
const isLoose = ({ kind }: Item): boolean => loose.has(kind) || kind.startsWith('asp.')

const loose = new Set([
  'word',
  'number',
  'portfolio',
  'kind.adj',
  'num.qual',
  'mark"',
  'mark“',
  'mark”',
  'conj',
  'v.begin',
  'v.end',
  'delegation',
  'companion',
])

/** Stands between a verb and its complement, however long it is: “thảo luận về tình hình Syria với …”. */
const isWithinClause = ({ kind, key }: Item): boolean =>
  !/^(?:person|pair|v\.(?!begin|attend|exchange)|mark[;:.!?])/.test(kind) && key !== 'mà'
