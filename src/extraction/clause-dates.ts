import type { WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { ReadDocument } from './document.ts'
import { type Moment, noMoment, partsOf } from './moments.ts'
import type { Drafted } from './run-rules.ts'

/**
 * How far a draft looks for its date. `own`: only what stands with the noun (“chuyến thăm … diễn ra từ 5 đến 7/3”).
 * `clause`: what follows the verb, else what leads it, else what closes the sentence. `event` is a clause that is over
 * in a day: the range of a visit is not its date.
 */
export type Reach = 'own' | 'clause' | 'event'

/** The date of a draft: that of its rule, else the one that its clause gives it. */
export const momentOf = (document: ReadDocument, drafted: Drafted, own: readonly Item[], reach: Reach): Moment => {
  const of = (item: Item | null): Moment | null => (item ? document.moments.of(item) : null)
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
  if (after && isUnderWay(items, at) && (after.value as WhenMention).end === null) return noMoment
  if (reach === 'own') return duringVisit(items[at], of(after)) ?? period(document, items, leadingDate(items, at, reach), at) ?? noMoment
  const fits = (moment: Moment | null): moment is Moment => moment !== null && !(reach === 'event' && moment.start && moment.end)
  const following = of(after)
  if (fits(following) || (following && reach === 'event' && items[at]?.kind !== 'n.visit')) return following
  const lead = leadingDate(items, at, reach)
  const leading = of(lead)
  if (fits(leading) || (leading && lead && spans(items, items.indexOf(lead), at))) return leading
  const closing = of(closingDate(items, at))
  return fits(closing) ? closing : noMoment
}

/** “trong hai ngày 1 và 2/3 đã hội kiến A”, “sẽ đến Moscow từ 11-12/4 để hội đàm với B”: days of what is told, not of a visit beside it. */
const spans = (items: readonly Item[], i: number, at: number): boolean => {
  const between = items.slice(i + 1, at)
  return between.every(({ kind }) => /^(?:asp\.(?:past|future|now)|person|pair|mark,|v\.begin)/.test(kind)) || between[0]?.key === 'để'
}

/** “Ngày 12/7, ngày cuối cùng trong chuyến thăm …”, “ngày đầu tiên của chuyến thăm (5/3)”: a day that opens or closes a visit. */
const boundOf = (document: ReadDocument, items: readonly Item[], at: number, to: number): Moment | null => {
  let i = at - 1
  if (/^(?:trong|của|tại)$/.test(items[i]?.key ?? '')) i--
  const bound = items[i]?.key ?? ''
  const first = bound === 'đầu tiên' || bound === 'thứ nhất'
  if (!first && bound !== 'cuối cùng') return null
  while (i > 0 && items[i]?.key !== 'ngày' && at - i < 6) i--
  if (items[i]?.key !== 'ngày') return null
  const before = items[i - 1]?.kind === 'mark,' ? items[i - 2] : items[i - 1]
  const enclosed = items.slice(to, to + 4).find(({ kind }, j, all) => kind === 'when' && all[j - 1]?.kind === 'mark(')
  const day = before?.kind === 'when' ? before : enclosed
  const moment = day ? document.moments.of(day) : null
  if (!moment || moment.end !== null) return null
  return first ? moment : { ...moment, start: null, end: moment.start }
}

/**
 * “Năm 2016, trong chuyến thăm Lào, …”: a year or a month that opens a clause is that of the visit too; a day is that of what
 * happened on it, and “hồi tháng 6 cho biết chuyến thăm …” tells when it was said.
 */
const period = ({ moments }: ReadDocument, items: readonly Item[], date: Item | null, at: number): Moment | null => {
  if (!date) return null
  const i = items.indexOf(date)
  const moment = moments.of(date)
  if (!moment.start || moment.end !== null || partsOf(moment.start).day !== null) return null
  const opens = i <= 1 || items[i - 1]?.kind.startsWith('mark') || items[i - 1]?.kind === 'conj'
  return opens && !items.slice(i + 1, at).some(({ kind }) => kind === 'v.say') ? moment : null
}

/** “trong chuyến thăm hôm nay”: today is a day of the visit, not its first one. */
const duringVisit = (head: Item | undefined, moment: Moment | null): Moment | null =>
  moment && head?.kind === 'n.visit' && moment.relative !== null && moment.end === null ? { ...moment, start: null } : moment

/** “đang có chuyến thăm Washington ngày 7/7”: so is a day on which somebody is there. */
const isUnderWay = (items: readonly Item[], at: number): boolean =>
  travels.test(items[at]?.kind ?? '') && items.slice(Math.max(0, at - 3), at).some(({ kind }) => kind === 'asp.now')

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

const passable =
  /^(?:word|number|person|country|place|companion|delegation|mark\(|kind|num\.qual|prep|conj|n\.venue|portfolio|office|invite|rel\.country|frame\.within|v\.begin|v\.happen|asp\.(?:now|next)|hon|group|mark-)/

/** Words that open a clause of their own: what is dated after them is theirs. */
const leaves = new Set(['từ', 'mà', 'trước', 'sau', 'để', 'nhằm', 'vì', 'do', 'nhưng', 'nơi'])

/** “thăm Úc và dự Hội nghị cấp cao … từ ngày 14 đến 18/3”, “sang Singapore dự hội nghị vào tháng 11”: who comes for an event, comes for its days. */
const dateOfEvent = (items: readonly Item[], from: number): Item | null => {
  for (let i = from; i < Math.min(items.length, from + 34); i++) {
    const { kind, text, value } = items[i] as Item
    if (kind === 'when') return (value as WhenMention).end !== null || /^(?:từ|vào|trong|ngày)\s/i.test(text) ? (items[i] as Item) : null
    if (/^(?:v\.(?!happen|begin|attend)|person|pair|mark[;:.]|asp\.(?!next))/.test(kind)) return null
  }
  return null
}

const travels = /^(?:v\.(?:visit|arrive|depart)|n\.visit)$/

/** A date to the right, before anything else happens: “… tại Hà Nội, chiều 5/3”, “… theo lời mời của B từ 20 đến 23/5”. */
const followingDate = (items: readonly Item[], at: number, to: number, reach: Reach): Item | null => {
  let happens = false
  const comes = reach === 'clause' && travels.test(items[at]?.kind ?? '')
  if (comes && items[to - 1]?.kind === 'v.attend') return dateOfEvent(items, to)
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
    if (happens && item.kind === 'asp.then') continue
    if (item.kind === 'asp.future' && items.slice(i + 1, i + 4).some(({ kind, key }) => kind === 'v.happen' || happenings.has(key)))
      continue
    if (item.kind === 'mark,') {
      if (next?.key === 'bắt đầu' && items.slice(i + 2, i + 4).some(({ kind }) => kind === 'when')) continue
      if (next?.kind !== 'when' && !opensPlace(items, i + 1)) return null
      // “Trong chuyến thăm Lào, ngày 5/3, ông …”: the day opens the clause after it.
      if (reach === 'own' && next?.kind === 'when' && items[i + 2]?.kind === 'mark,') return null
    } else if (!passable.test(item.kind) && !(reach === 'event' && item.kind === 'forum')) return null
    else if (item.kind === 'conj' && next && /^(?:v\.|asp\.|n\.visit)/.test(next.kind)) return null
    else if (item.kind === 'word' && leaves.has(item.key)) return null
  }
  return null
}

const happenings = new Set(['bắt đầu', 'thực hiện'])

const opensPlace = (items: readonly Item[], i: number): boolean =>
  items[i]?.kind === 'place' ||
  ((items[i]?.key === 'tại' || items[i]?.key === 'ở') && /^(?:place|country|n\.venue)$/.test(items[i + 1]?.kind ?? ''))

/** A date to the left that leads the clause: “Chiều 5/3, tại Hà Nội, A hội đàm với B”. */
const leadingDate = (items: readonly Item[], at: number, reach: Reach): Item | null => {
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

const meets = /^v\.(?:receive|call|talks|meet|phone|welcome)$/

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

/** “phán quyết năm 2016 của tòa án”, “mục tiêu đến năm 2030”. */
const isOfNoun = (items: readonly Item[], i: number): boolean =>
  items[i + 1]?.kind === 'prep.of' || (i > 1 && items[i - 1]?.kind === 'v.arrive' && /năm \d{4}$/.test((items[i] as Item).text))

/** “hồi tháng 1 từng mời A thăm Anh”: the day of the invitation. */
const invites = (items: readonly Item[], i: number, at: number): boolean =>
  items.slice(i + 1, at).some(({ kind, key }) => kind === 'v.invite' || (kind === 'asp.wish' && key.endsWith('mời')))

/** “đã đến Tokyo hôm 5/10 và sẽ tới Bắc Kinh”, “dự lễ vào tối 15/7 trước khi bay sang Helsinki”: what comes after has a day of its own. */
const leadsOn = (items: readonly Item[], i: number, at: number): boolean => {
  const between = items.slice(i + 1, at)
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

/** The one date that closes the sentence of its first verb: “A tiếp B sang dự kỳ họp thứ 41 chiều 6/1.” */
const closingDate = (items: readonly Item[], at: number): Item | null => {
  if (at > 40 || items.length > at + 60) return null
  if (items.slice(0, at).some(({ kind }) => kind === 'when' || /^(?:v\.(?!begin)|n\.(?!venue)|asp\.ago)/.test(kind))) return null
  const dates = items.filter(({ kind }, i) => kind === 'when' && i > at)
  const [only] = dates
  if (!only || dates.length > 1) return null
  const i = items.indexOf(only)
  const tail = items[i + 1]
  if (tail && !/^mark[.,)"”-]$/.test(tail.kind)) return null
  if (items.slice(at, i).some(({ kind, key }) => /^(?:v\.say|mark[;:]|asp\.(?:ago|future|wish))/.test(kind) || key === 'mà')) return null
  return items[i - 1]?.kind === 'instrument' || /^(?:từ|đến|tới|trước|sau)\s/i.test(only.text) ? null : only
}

/** The date of one country among several of a tour: days belong to the first, a range to none, months and years to all. */
export const momentOfLeg = (moment: Moment, leg: number): Moment => {
  if (moment.start && moment.end) return { ...noMoment, direction: moment.direction }
  if (leg > 0 && partsOf(moment.start ?? moment.end).day !== null) return { ...noMoment, direction: moment.direction }
  return { ...moment, end: null }
}
