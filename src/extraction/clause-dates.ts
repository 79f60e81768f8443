import type { WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { leadingDate } from './dates-before.ts'
import { closingDate, followingDate } from './dates-behind.ts'
import { isDay, partsOf, shifted } from './days.ts'
import type { ReadDocument } from './document.ts'
import { type Moment, noMoment } from './moments.ts'
import { type Reach, travels } from './reach.ts'
import type { Drafted } from './run-rules.ts'

/** The date of a draft: that of its rule, else the one that its clause gives it; and the first day before the verb where only the last is told behind. */
export const momentOf = (document: ReadDocument, drafted: Drafted, own: readonly Item[], reach: Reach): Moment => {
  const moment = toldOf(document, drafted, own, reach)
  if (reach !== 'clause' || !moment.end || moment.start) return moment
  const lead = leadingDate(drafted.sentence.items, drafted.match.at, reach)
  const first = lead && document.moments.of(lead)
  return first && first.end === null ? { ...moment, start: first.start } : moment
}

const toldOf = (document: ReadDocument, drafted: Drafted, own: readonly Item[], reach: Reach): Moment => {
  const of = (item: Item | null): Moment | null => (item ? document.moments.of(item) : null)
  const underWay = isUnderWay(drafted.sentence.items, drafted.match.at)
  if (underWay && own.length === 1 && document.moments.of(own[0] as Item).end === null) return noMoment
  if (own.length > 0 && !isTour(drafted.sentence.items, drafted.match.at + 1))
    return (
      duringVisit(
        drafted.sentence.items[drafted.match.at],
        own
          .map((item) => document.moments.of(item))
          .reduce((a, b) => ({
            start: a.start ?? b.start,
            end: a.end ?? b.end,
            dayPart: a.dayPart ?? b.dayPart,
            direction: a.direction ?? b.direction,
            relative: a.relative ?? b.relative,
          })),
      ) ?? noMoment
    )
  const { items } = drafted.sentence
  const { at, to } = drafted.match
  if (items[at]?.kind === 'n.visit') {
    const bound = boundOf(document, items, at, to)
    if (bound) return bound
    if (isTour(items, to)) return noMoment
  }
  const after = followingDate(items, at, to, reach)
  if (underWay && (after?.value as WhenMention | undefined)?.end === null) return noMoment
  if (reach === 'own') return duringVisit(items[at], of(after)) ?? period(document, items, leadingDate(items, at, reach), at) ?? noMoment
  const fits = (moment: Moment | null): moment is Moment => moment !== null && !(reach === 'event' && moment.start && moment.end)
  const following = of(after)
  if (fits(following) || (following && reach === 'event' && items[at]?.kind !== 'n.visit')) return following
  const lead = isSpokenOf(items, at, to) ? null : leadingDate(items, at, reach)
  const leading = of(lead)
  if (fits(leading) || (leading && lead && spans(items, items.indexOf(lead), at))) return leading
  const closing = underWay ? null : of(closingDate(items, at))
  return fits(closing) ? closing : noMoment
}

/** “thảo luận về cuộc gặp sắp tới”: what is spoken of on a day is to come. */
const isSpokenOf = (items: readonly Item[], at: number, to: number): boolean =>
  items[at]?.kind.startsWith('n.') === true && items.slice(at + 1, to + 1).some(({ kind }) => kind === 'asp.next')

/** “trong hai ngày 1 và 2/3 đã hội kiến A”, “sẽ đến Moscow từ 11-12/4 để hội đàm với B”: days of what is told, not of a visit beside it. */
const spans = (items: readonly Item[], i: number, at: number): boolean => {
  const between = items.slice(i + 1, at)
  return between.every(({ kind }) => /^(?:asp\.(?:past|future|now)|person|pair|mark,|v\.begin)/.test(kind)) || between[0]?.key === 'để'
}

/** “Ngày 12/7, ngày cuối cùng trong chuyến thăm …”, “ngày đầu tiên của chuyến thăm (5/3)”: a day that opens or closes a visit, or follows on the first. */
const boundOf = (document: ReadDocument, items: readonly Item[], at: number, to: number): Moment | null => {
  let i = at - 1
  if (/^(?:trong|của|tại)$/.test(items[i]?.key ?? '')) i--
  const bound = items[i]?.key ?? ''
  const first = bound === 'đầu tiên' || bound === 'thứ nhất'
  const second = bound === 'thứ hai'
  if (!first && !second && bound !== 'cuối cùng') return null
  while (i > 0 && items[i]?.key !== 'ngày' && at - i < 6) i--
  if (items[i]?.key !== 'ngày') return null
  const before = items[i - 1]?.kind === 'mark,' || items[i - 1]?.key === 'là' ? items[i - 2] : items[i - 1]
  const enclosed = items.slice(to, to + 4).find(({ kind }, j, all) => kind === 'when' && all[j - 1]?.kind === 'mark(')
  const day = before?.kind === 'when' ? before : enclosed
  const moment = day ? document.moments.of(day) : null
  if (!moment || moment.end !== null) return null
  if (second) return isDay(moment.start) ? { ...moment, start: shifted(moment.start, -1) } : null
  return first ? moment : { ...moment, start: null, end: moment.start }
}

/**
 * “Năm 2016, trong chuyến thăm Lào, …”: a year or a month that opens a clause is that of the visit too; a day is that of what
 * happened on it, “hồi tháng 6 cho biết chuyến thăm …” tells when it was said, and what comes after a visit may be long after it.
 */
const period = ({ moments }: ReadDocument, items: readonly Item[], date: Item | null, at: number): Moment | null => {
  if (!date) return null
  const i = items.indexOf(date)
  const moment = moments.of(date)
  if (!moment.start || moment.end !== null || partsOf(moment.start).day !== null) return null
  const beside = i === at - 2 && items[at - 1]?.kind === 'frame.within'
  const opens = i <= 1 || items[i - 1]?.kind.startsWith('mark') || items[i - 1]?.kind === 'conj'
  const told = items.slice(i + 1, at).some(({ kind, key }) => kind === 'v.say' && !agreements.has(key))
  return (beside || opens) && !told && items[at - 1]?.kind !== 'asp.after' ? moment : null
}

/** What two sides do on a visit, rather than what somebody says of one. */
const agreements = new Set(['nhất trí', 'thống nhất', 'đồng ý', 'cam kết', 'thảo luận', 'trao đổi về'])

/** “trong chuyến thăm hôm nay”: today is a day of the visit, not its first one. */
const duringVisit = (head: Item | undefined, moment: Moment | null): Moment | null =>
  moment && head?.kind === 'n.visit' && moment.relative !== null && moment.end === null ? { ...moment, start: null } : moment

/** “đang có chuyến thăm Washington ngày 7/7”: so is a day on which somebody is there. */
const isUnderWay = (items: readonly Item[], at: number): boolean =>
  travels.test(items[at]?.kind ?? '') &&
  items.slice(Math.max(0, at - 3), at).some(({ kind, key }) => kind === 'asp.now' || key === 'tiếp tục')

/** “chuyến công du châu Á từ ngày 3 đến 14/11”: the days are those of several visits. */
const isTour = (items: readonly Item[], to: number): boolean => {
  const [next, second] = [items[to]?.key ?? '', items[to + 1]?.key ?? '']
  return (
    next === 'châu' ||
    second === 'nước' ||
    second === 'quốc gia' ||
    (/^(?:trung|đông|nam|bắc|tây)$/.test(next) && /^(?:đông|âu|á|mỹ|phi|nam)$/.test(second))
  )
}

/** The date of one country among several of a tour: days belong to the first, a range to none, months and years to all. */
export const momentOfLeg = (moment: Moment, leg: number): Moment => {
  if (moment.start && moment.end) return { ...noMoment, direction: moment.direction }
  if (leg > 0 && partsOf(moment.start ?? moment.end).day !== null) return { ...noMoment, direction: moment.direction }
  return { ...moment, end: null }
}
