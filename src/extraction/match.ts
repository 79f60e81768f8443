import type { Item, Match } from '../kernel/rule.ts'
import type { Element, Pattern } from './pattern.ts'

/** Runs one pattern at one anchor. Bounded: every element takes a limited number of items, and tries are counted. */
export const matchAt = (items: readonly Item[], at: number, pattern: Pattern): Match | null => {
  if (!accepts(pattern.anchor, items[at] as Item)) return null
  const slots = new Map<string, Item[]>()
  if (pattern.anchor.slot) slots.set(pattern.anchor.slot, [items[at] as Item])
  const budget = { left: 400 }
  const to = walk(items, at + 1, 1, pattern.after, 0, slots, budget)
  if (to === null) return null
  const from = walk(items, at - 1, -1, pattern.before, 0, slots, budget)
  if (from === null) return null
  return { items, at, from: from + 1, to, slot: (name) => slots.get(name) ?? [] }
}

type Slots = Map<string, Item[]>

/** Reads elements from `pos` in one direction; answers where it ended, or null. Slots keep what the successful way took. */
const walk = (
  items: readonly Item[],
  pos: number,
  step: 1 | -1,
  elements: readonly Element[],
  k: number,
  slots: Slots,
  budget: { left: number },
): number | null => {
  if (--budget.left < 0) return null
  const element = elements[k]
  if (!element) return pos
  if (element.test === 'gap' || element.test === 'reach') {
    const passable = element.test === 'gap' ? isLoose : isWithinClause
    for (let n = 0, p = pos; n <= element.most; n++, p += step) {
      const end = walk(items, p, step, elements, k + 1, slots, budget)
      if (end !== null) return end
      const item = items[p]
      if (!item || !passable(item)) return null
    }
    return null
  }
  if (element.most === 1 && element.test === 'classes') return walkOne(items, pos, step, elements, k, slots, budget)
  const ends: { to: number; taken: Item[] }[] = [{ to: pos, taken: [] }]
  while (ends.length <= element.most) {
    const last = ends[ends.length - 1] as { to: number; taken: Item[] }
    const next = take(items, last.to, step, element)
    if (!next) break
    ends.push({ to: next.to, taken: step === 1 ? [...last.taken, ...next.taken] : [...next.taken, ...last.taken] })
  }
  for (let n = ends.length - 1; n >= element.least; n--) {
    const { to, taken } = ends[n] as { to: number; taken: Item[] }
    const before = element.slot ? slots.get(element.slot) : undefined
    if (element.slot && taken.length > 0) slots.set(element.slot, [...(before ?? []), ...taken])
    const end = walk(items, to, step, elements, k + 1, slots, budget)
    if (end !== null) return end
    if (element.slot) {
      if (before) slots.set(element.slot, before)
      else slots.delete(element.slot)
    }
  }
  return null
}

/** An element that takes one item, or none where it may be absent: what most are. */
const walkOne = (
  items: readonly Item[],
  pos: number,
  step: 1 | -1,
  elements: readonly Element[],
  k: number,
  slots: Slots,
  budget: { left: number },
): number | null => {
  const { slot, least } = elements[k] as Element
  const item = items[pos]
  if (item && accepts(elements[k] as Element, item)) {
    const before = slot ? slots.get(slot) : undefined
    if (slot) slots.set(slot, before ? [...before, item] : [item])
    const end = walk(items, pos + step, step, elements, k + 1, slots, budget)
    if (end !== null) return end
    if (slot && before) slots.set(slot, before)
    else if (slot) slots.delete(slot)
  }
  return least === 0 ? walk(items, pos, step, elements, k + 1, slots, budget) : null
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
    if (!joint || !isJoint(joint)) break
    if (step === 1 && joint.kind === 'mark,' && opensClause(afterAdverbs(items, p + 2))) break
    p += step
    if (items[p] && isJoint(items[p] as Item) && (items[p] as Item).kind === 'conj') p += step
  }
  if (taken.length === 0) return null
  return { to: end, taken: step === 1 ? taken : taken.reverse() }
}

const isPerson = (item: Item): boolean => item.kind === 'person'
const isPlace = (item: Item): boolean => item.kind === 'country' || item.kind === 'place'
const isJoint = (item: Item): boolean => item.kind === 'mark,' || item.kind === 'conj' || item.kind === 'prep.with' || item.kind === 'mark/'
const isCompanion = (item: Item): boolean => item.kind === 'companion' || item.kind === 'delegation'
/** “bốn lãnh đạo cấp cao gồm: A, B, C và D”: the list stands for the group. */
const listAfterGroup = (items: readonly Item[], p: number): number => {
  const item = items[p]
  if (item?.kind !== 'person' || (item.value as { form?: string }).form !== 'group') return p
  for (let i = p + 1; i < Math.min(items.length, p + 8); i++) {
    const next = items[i] as Item
    if (next.kind === 'person') return i > p + 1 && items.slice(p + 1, i).some(({ key }) => lists.has(key)) ? i : p
    if (
      !lists.has(next.key) &&
      next.kind !== 'mark,' &&
      next.kind !== 'mark:' &&
      next.kind !== 'number' &&
      next.key !== 'đó' &&
      next.key !== 'là'
    )
      return p
  }
  return p
}
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
  'delegation',
  'companion',
])

/** Stands between a verb and its complement, however long it is: “thảo luận về tình hình Syria với …”. */
const isWithinClause = ({ kind, key }: Item): boolean =>
  !/^(?:person|pair|v\.(?!begin|attend|exchange)|mark[;:.!?])/.test(kind) && key !== 'mà'
