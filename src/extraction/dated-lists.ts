import type { VisitDraft, WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { partsOf } from './days.ts'
import type { Drafted } from './run-rules.ts'

/**
 * A draft of a visit as the visits that its dates tell apart: “chuyến thăm của A năm 1993 và B năm 1997 và năm 2004”,
 * “A (7/2001), B (8/2012)”, “từng thăm Nga ba lần, lần đầu là năm 1958, lần thứ hai vào năm 1964”. Only years tell visits
 * apart: two days of one month may well be days of one visit.
 */
export const eachDated = (drafted: Drafted<VisitDraft>): Drafted<VisitDraft>[] => {
  const { draft, match, sentence } = drafted
  const { items } = sentence
  const others = placesOn(items, drafted)
  if (others.length > 0) return [drafted, ...others]
  const counted = severalTimes(items, match.to)
  if (counted >= 0) {
    const dates = items.slice(counted).filter(hasYear)
    if (dates.length > 1) return dates.map((when) => withDate(drafted, [when]))
  }
  const own = draft.when.length > 0 ? match.to : dateEnd(items, match.to)
  if (own < 0 || !(draft.when.length > 0 ? draft.when : items.slice(match.to, own)).some(hasYear)) return [drafted]
  const first = draft.when.length > 0 ? drafted : withDate(drafted, items.slice(match.to, own).filter(hasYear))
  return [first, ...listedFrom(items, own, drafted)]
}

/** “sẽ thăm Na Uy ngày 24-26/5 và Thuỵ Điển ngày 26-28/5”: each country with its own days. */
const placesOn = (items: readonly Item[], drafted: Drafted<VisitDraft>): Drafted<VisitDraft>[] => {
  const { draft, match } = drafted
  const found: Drafted<VisitDraft>[] = []
  if (draft.hosts.length !== 1 || draft.nominal) return found
  for (let i = match.to; items[i]?.kind === 'when' && found.length < 6; i += 3) {
    const [joint, host, when] = items.slice(i + 1, i + 4)
    if (!isJoint(joint) || host?.kind !== 'country' || when?.kind !== 'when') return found
    found.push({ ...drafted, match: { ...match, to: i + 4 }, draft: { ...draft, hosts: [host], when: [when] } })
  }
  return found
}

const withDate = (drafted: Drafted<VisitDraft>, when: readonly Item[], visitors = drafted.draft.visitors): Drafted<VisitDraft> => ({
  ...drafted,
  draft: { ...drafted.draft, when, visitors, cues: [...(drafted.draft.cues ?? []), 'dated-list'] },
})

/** What goes on after a date: “, B năm 1997”, “và năm 2004”, “) và C (2016)”. */
const listedFrom = (items: readonly Item[], from: number, drafted: Drafted<VisitDraft>): Drafted<VisitDraft>[] => {
  const found: Drafted<VisitDraft>[] = []
  let { visitors } = drafted.draft
  for (let i = from; found.length < 12; ) {
    const joint = i
    while (isJoint(items[i])) i++
    if (i === joint) return found
    if (items[i]?.kind === 'person') visitors = [items[i++] as Item]
    const end = dateEnd(items, i)
    if (end < 0 || !items.slice(i, end).some(hasYear)) return found
    found.push(withDate(drafted, items.slice(i, end).filter(hasYear), visitors))
    i = end
  }
  return found
}

const isJoint = (item: Item | undefined): boolean => item !== undefined && /^(?:conj|mark[,;)])$/.test(item.kind)

/** After a date that stands here, plain or in brackets; -1 where none does. */
const dateEnd = (items: readonly Item[], i: number): number => {
  const at = items[i]?.kind === 'mark(' ? i + 1 : i
  return items[at]?.kind === 'when' ? at + 1 : -1
}

const hasYear = ({ kind, value }: Item): boolean => kind === 'when' && partsOf((value as WhenMention).start).year !== null

/** “ba lần”: behind it stand the dates of each time. -1 where no times are counted. */
const severalTimes = (items: readonly Item[], from: number): number => {
  const at = items.findIndex(({ key }, i) => i > from && i < from + 4 && key === 'lần' && times.has(items[i - 1]?.key ?? ''))
  return at < 0 ? -1 : at + 1
}

const times = new Set(['hai', 'ba', 'bốn', 'năm', 'nhiều', '2', '3', '4', '5'])
