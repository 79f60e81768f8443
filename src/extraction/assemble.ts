import { compatible, joined, order, partsOf } from './days.ts'
import type { MeetingMention, VisitMention } from './mentions.ts'
import type { Moment } from './moments.ts'

/** Mentions of one engagement, in the order of the text. */
export interface Engagement<M> {
  readonly mentions: M[]
  start: string | null
  end: string | null
}

/** Mentions of one visit: the same principal and host, dates that can be one, and not one told as past and one as to come. */
export const assembleVisits = (mentions: readonly VisitMention[], main: string | null): Engagement<VisitMention>[] => {
  const groups = new Map<string, Engagement<VisitMention>[]>()
  for (const mention of mentions) {
    const key = `${mention.host}:${(mention.visitors[0]?.index ?? -1).toString()}`
    const known = groups.get(key) ?? []
    groups.set(key, known)
    const moment = endOnly(mention)
    join(known, mention, moment, main, daysOfOneVisit)
  }
  return [...groups.values()].flat()
}

/** The day on which a visit ends is no start; a range with its end is that of the visit. */
const endOnly = ({ phase, moment }: VisitMention): Moment =>
  phase === 'end' && !(moment.start && moment.end) ? { ...moment, start: null, end: moment.end ?? moment.start } : moment

const channel = (form: string): string => (form === 'phone' || form === 'ceremony' ? form : 'in person')

/**
 * Mentions of one meeting: the same people, by the same channel, dates that can be one. A mere sign (a picture of the
 * two, say) comes after what is told of them, and adds no year or month to it: the picture is of another time.
 */
export const assembleMeetings = (mentions: readonly MeetingMention[], main: string | null): Engagement<MeetingMention>[] => {
  const groups = new Map<string, Engagement<MeetingMention>[]>()
  for (const mention of [...mentions.filter(({ weak }) => !weak), ...mentions.filter(({ weak }) => weak)]) {
    const people = mention.participants.map(({ index }) => index).sort((a, b) => a - b)
    const key = `${channel(mention.form)}:${people.join(',')}:${mention.other ? mention.scope : ''}`
    const known = groups.get(key) ?? []
    groups.set(key, known)
    join(known, mention, mention.moment, main, 0, isElsewhere)
  }
  const all = [...groups.values()].flat()
  for (const { mentions: own } of all) own.sort(inOrder)
  return all.sort((a, b) => inOrder(a.mentions[0] as MeetingMention, b.mentions[0] as MeetingMention))
}

/** Told of another country or as another one of a row. */
const isElsewhere = (a: MeetingMention, b: MeetingMention): boolean =>
  (a.land !== null && b.land !== null && a.land !== b.land) || (a.ordinal !== null && b.ordinal !== null && a.ordinal !== b.ordinal)

const inOrder = (a: MeetingMention, b: MeetingMention): number => a.evidence.start - b.evidence.start || a.anchor - b.anchor

const join = <M extends { readonly cues: readonly string[]; readonly weak?: boolean }>(
  known: Engagement<M>[],
  mention: M,
  moment: Moment,
  main: string | null,
  slack = 0,
  apart: (mention: M, other: M) => boolean = () => false,
): void => {
  const fitting = known.find((engagement) => {
    if (engagement.mentions.some((other) => apart(mention, other))) return false
    if (!datesFit(engagement, moment, main) && !isNear(engagement.start, moment.start, slack)) return false
    const tense = tenseOf(mention)
    const dated = engagement.start !== null || moment.start !== null
    const refers = mention.cues.includes('hostless') && engagement.start === null
    if (dated && !refers && yearly(mention.cues) !== engagement.mentions.some(({ cues }) => yearly(cues))) return false
    return (
      tense === null ||
      engagement.mentions.every((other) => {
        const before = tenseOf(other)
        return before === null || before === tense || (moment.start !== null && engagement.start === moment.start)
      })
    )
  })
  if (!fitting) {
    known.push({ mentions: [mention], start: moment.start, end: moment.end })
    return
  }
  fitting.mentions.push(mention)
  if (mention.weak && partsOf(moment.start).day === null) return
  fitting.start = firstDay(fitting, moment)
  fitting.end = joined(fitting.end, moment.end)
}

/** One date of two that can be one; of two days of one visit, the one that is told together with the last, else the first. */
const firstDay = (a: Days, b: Days): string | null => {
  if (compatible(a.start, b.start)) return joined(a.start, b.start)
  const [whole] = [a, b].filter(({ start, end }) => start !== null && end !== null)
  if (whole && (a.end === null || b.end === null)) return whole.start
  return order(b.start, a.start) === 'before' ? b.start : a.start
}

interface Days {
  readonly start: string | null
  readonly end: string | null
}

/** Nobody comes again within so many days: what was told of another day is a later day of the visit, or its eve. */
const daysOfOneVisit = 3

const isNear = (a: string | null, b: string | null, slack: number): boolean => {
  const [x, y] = [partsOf(a), partsOf(b)]
  if (x.day === null || y.day === null || x.month !== y.month || slack === 0) return false
  return Math.abs(x.day - y.day) <= slack && (x.year === null || y.year === null || x.year === y.year)
}

/** A date within the known range fits too: talks on the second day of a visit. */
const datesFit = (engagement: { start: string | null; end: string | null }, moment: Moment, main: string | null): boolean => {
  if (!moment.start) return !moment.end || compatible(engagement.end, moment.end)
  if (!engagement.start) return !engagement.end || order(moment.start, engagement.end) !== 'after'
  if (compatible(engagement.start, moment.start)) {
    const [a, b] = [partsOf(engagement.start).year, partsOf(moment.start).year]
    return a === b || a === null || b === null || main === null || partsOf(main).year === null || partsOf(main).year === (a ?? b)
  }
  return (
    engagement.end !== null &&
    order(moment.start, engagement.start) === 'after' &&
    order(moment.start, engagement.end) !== 'after' &&
    moment.end === null
  )
}

/** Told with a year of its own, other than that of the news. */
const yearly = (cues: readonly string[]): boolean => cues.includes('date:year')

/** Only what sets an engagement apart in time: “trước đó” and “sẽ” also stand with the one that the news is about. */
const past = new Set(['adj-past', 'date:past', 'date:year', 'lead:kể từ', 'lead:hồi'])
const future = new Set(['adj-future', 'clause:next', 'date:future', 'lead:trước thềm'])

const tenseOf = ({ cues }: { readonly cues: readonly string[] }): 'past' | 'future' | null => {
  const [isPast, isFuture] = [cues.some((cue) => past.has(cue)), cues.some((cue) => future.has(cue))]
  return isPast === isFuture ? null : isPast ? 'past' : 'future'
}
