import type { Item } from '../kernel/rule.ts'
import { meets, type Reach, travels } from './reach.ts'

/** A date to the left that leads the clause: “Chiều 5/3, tại Hà Nội, A hội đàm với B”. */
export const leadingDate = (items: readonly Item[], at: number, reach: Reach): Item | null => {
  for (let i = at - 1; i >= Math.max(0, at - 70); i--) {
    const item = items[i] as Item
    if (item.kind === 'when' && !belongsElsewhere(items, i, at) && !(reach === 'event' && opensRange(items, i))) return item
    if (item.kind === 'mark;') return null
  }
  return null
}

/** “bắt đầu chuyến thăm từ ngày 29/5, gặp A”, “hội đàm với A vào ngày 6/9 và hội kiến B”: the day is that of the verb before it. */
const opensRange = (items: readonly Item[], i: number): boolean =>
  (/^(?:từ|kể từ)\s/i.test((items[i] as Item).text) && items[i + 1]?.key !== 'để') ||
  (i > 2 &&
    items[i + 1]?.kind !== 'mark,' &&
    items.slice(Math.max(0, i - 8), i).some(({ kind }) => meets.test(kind)) &&
    items[i - 1]?.kind !== 'mark,')

/**
 * A date that belongs to another verb, or to a noun before it: “trong chuyến thăm ngày 5/3, A hội đàm với B”; “chiều
 * 5/3, A tiếp B đang thăm Việt Nam”; “ngày 5/3, Bộ Ngoại giao thông báo A sẽ thăm Lào”.
 */
const belongsElsewhere = (items: readonly Item[], i: number, at: number): boolean => {
  const said = items.slice(i + 1, at).findIndex(({ kind }) => kind === 'v.say')
  const told = said < 0 ? -1 : i + 1 + said
  if (told > 0 && items.slice(told, at).some(({ kind }) => kind === 'asp.future' || kind === 'asp.wish')) return true
  if (items[at]?.kind === 'v.visit' && items[at - 1]?.kind === 'asp.now') return true
  if (items[at]?.kind === 'v.visit' && modifiesObject(items, at) && items.slice(i, at).some(({ kind }) => meets.test(kind))) return true
  if (leadsOn(items, i, at) || isOfNoun(items, i) || (travels.test(items[at]?.kind ?? '') && invites(items, i, at))) return true
  if (isOccasion(items, i, at) || isSince(items, i, at)) return true
  if (i <= 2) return false
  const lead = items[i - 1] as Item
  if (/^(?:country|place|n\.|instrument)/.test(lead.kind))
    return (
      items.slice(Math.max(0, i - 40), i).some(({ kind }) => kind.startsWith('v.') || kind.startsWith('n.')) &&
      items[i + 1]?.kind !== 'mark,' &&
      !items.slice(i, at).every(({ kind }) => !kind.startsWith('n.'))
    )
  // “Ngày 5/3, A cho biết sau cuộc hội đàm với B”: word of a meeting on its day.
  if (told > 0 && items[at - 1]?.kind === 'asp.after' && /^[nv]\.(?:talks|meet|call|phone)$/.test(items[at]?.kind ?? '')) return false
  return told > 0
}

/** “ngày 26/10, A hội đàm với B nhân dịp bà thăm Việt Nam”, “chủ trì lễ đón A tới thăm Áo”: the day of what is done on the visit. */
const isOccasion = (items: readonly Item[], i: number, at: number): boolean => {
  if (items[at]?.kind !== 'v.visit') return false
  const met = items.slice(i, at).findIndex(({ kind }) => /^[nv]\.(?:receive|call|talks|meet|phone|welcome)$/.test(kind))
  return (
    met >= 0 &&
    items
      .slice(i + met + 1, at)
      .every(({ kind }) => /^(?:frame\.within|person|companion|conj|word|hon|prep|asp\.now|delegation)/.test(kind))
  )
}

/** “Kể từ khi nhậm chức ngày 20/1, A đã điện đàm với B”: the day from which on, not the day of the call. */
const isSince = (items: readonly Item[], i: number, at: number): boolean => {
  const since = items.slice(0, i).findLastIndex(({ kind, key }) => kind.startsWith('mark') || key.startsWith('kể từ'))
  return items[since]?.key.startsWith('kể từ') === true && items.slice(i + 1, at).some(({ kind }) => kind === 'mark,')
}

/** “phán quyết năm 2016 của tòa án”, “mục tiêu đến năm 2030”. */
const isOfNoun = (items: readonly Item[], i: number): boolean =>
  items[i + 1]?.kind === 'prep.of' || (i > 1 && items[i - 1]?.kind === 'v.arrive' && /năm \d{4}$/.test((items[i] as Item).text))

/** “hồi tháng 1 từng mời A thăm Anh”: the day of the invitation. */
const invites = (items: readonly Item[], i: number, at: number): boolean =>
  items.slice(i + 1, at).some(({ kind, key }) => kind === 'v.invite' || (kind === 'asp.wish' && key.endsWith('mời')))

/** “đã đến Tokyo hôm 5/10 và sẽ tới Bắc Kinh”, “dự lễ vào tối 15/7, sau đó bay sang Helsinki”: what comes after has a day of its own. */
const leadsOn = (items: readonly Item[], i: number, at: number): boolean => {
  const between = items.slice(i + 1, at)
  if (
    between.some(
      ({ kind, key }, j) =>
        kind === 'asp.after' && between[j - 1]?.key === 'ngày' && between[j - 2]?.key !== 'mark,' && key.startsWith('sau'),
    )
  )
    return true
  const goesOn = between.some(({ kind }, j) => kind === 'asp.then' && /^(?:conj|mark,)$/.test(between[j - 1]?.kind ?? ''))
  if (goesOn && travels.test(items[at]?.kind ?? '') && items.slice(0, i).some(({ kind }) => /^v\.(?!say)/.test(kind))) return true
  if (between[0]?.key === 'trước' || between.some(({ key }) => key === 'trước khi')) return true
  const done = items.slice(Math.max(0, i - 12), i).some(({ kind }, j, all) => kind === 'asp.past' && all[j + 1]?.kind.startsWith('v.'))
  return done && between.some(({ kind }, j) => kind === 'asp.future' && /^(?:conj|mark,)$/.test(between[j - 1]?.kind ?? ''))
}

/** “tiếp Bộ trưởng X đang thăm Việt Nam”: the visit is told of the object, not by the clause. */
const modifiesObject = (items: readonly Item[], at: number): boolean => {
  let i = at - 1
  while (i >= 0 && /^(?:asp\.now|companion|conj|v\.begin)$/.test((items[i] as Item).kind)) i--
  if (items[i]?.kind !== 'person' && items[i]?.kind !== 'delegation') return false
  while (i >= 0 && /^(?:person|delegation|hon)$/.test((items[i] as Item).kind)) i--
  return items[i]?.kind === 'prep.with' || meets.test(items[i]?.kind ?? '')
}
