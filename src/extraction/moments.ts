import type { Sentence, WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { isDay, partsOf, shifted } from './days.ts'
import { inYearTold } from './year-told.ts'

/** A date as a draft has it: EDTF, as far as the document itself supports it. */
export interface Moment {
  readonly start: string | null
  readonly end: string | null
  readonly dayPart: string | null
  /** Where it stands against today: only told, not computed. */
  readonly direction: 'past' | 'future' | null
  readonly relative: number | null
}

export const noMoment: Moment = { start: null, end: null, dayPart: null, direction: null, relative: null }

/** The dates of a document: its own day, the day that it is mainly about, and what each mention means. */
export interface Moments {
  /** “hôm nay”: of the date line, of the metadata, of the day that the report opens with, or null. */
  readonly today: string | null
  /** The first day that the document names: what is news happened around it. */
  readonly main: string | null
  of(item: Item): Moment
  /** A relative date that nothing anchors. */
  readonly unanchored: readonly Item[]
}

export const momentsOf = (sentences: readonly Sentence[], published: string | undefined): Moments => {
  const mentions = whensOf(sentences)
  const line = mentions.find(({ value }) => (value as WhenMention).relative === 0 && (value as WhenMention).start)
  const beside = mentions.find(({ value }) => (value as WhenMention).relative !== null && (value as WhenMention).start)
  const lead = sentences.slice(0, 6)
  const days = whensOf(lead)
  const told = (): string | null => {
    const days = mentions.map(({ value }) => (value as WhenMention).relative)
    if (!days.some((day) => day !== null)) return null
    const isOfNow = (item: Item): boolean => isSingleDay(item) && !isOfEarlierYear(item, mentions)
    const sentence = textFirst(lead).find(({ items }) => items.some(isOfNow) && !items.some(({ kind }) => toCome.test(kind)))
    const day = (sentence?.items.find(isOfNow)?.value as WhenMention | undefined)?.start ?? null
    // Who writes of yesterday and of no today writes of the day before.
    return day && days.includes(-1) && !days.includes(0) ? shifted(day, 1) : day
  }
  const today = line
    ? ((line.value as WhenMention).start as string)
    : beside
      ? shifted((beside.value as WhenMention).start as string, -((beside.value as WhenMention).relative as number))
      : isDay(published)
        ? published
        : (told() ?? dayOfVisit(sentences))
  const day = today ?? dayTold(lead)
  const main = inYearTold(day ?? days.map(({ value }) => (value as WhenMention).start).find(isDay) ?? null, mentions)
  const unanchored: Item[] = []
  const byItem = new Map<Item, Moment>()
  const years = statedYears(mentions)
  let last: string | null = null
  for (const { items } of sentences) {
    // “ngày 16/5 thông báo A sẽ tới Lào vào tháng tới”: the month after that of the word.
    let beside: string | null = null
    for (const item of items) {
      if (item.kind !== 'when') continue
      const when = item.value as WhenMention
      let start = dated(when.start, years)
      if (start === null && when.relative !== null) {
        start = today ? shifted(today, when.relative) : null
        if (start === null) unanchored.push(item)
      } else if (start === null && when.same) start = last && shifted(last, when.later ?? 0)
      else if (start === null && when.months !== undefined) start = monthFrom(beside ?? day, when.months)
      const [from, to] = oneYear(start, dated(when.end, years))
      byItem.set(item, { start: from, end: to, dayPart: when.dayPart, direction: when.direction, relative: when.relative })
      if (isSingleDay(item)) beside = start
      // “vào ngày mai (25/4)” looks ahead: “cùng ngày” behind it is the day before.
      const ahead = when.relative !== null && when.relative > 0
      if (isDay(start) && !ahead && (when.end === null || last === null)) last = start
    }
  }
  return { today, main, of: (item) => byItem.get(item) ?? noMoment, unanchored }
}

const whensOf = (sentences: readonly Sentence[]): Item[] => {
  const found: Item[] = []
  for (const { items } of sentences) for (const item of items) if (item.kind === 'when') found.push(item)
  return found
}

/** The first single day of the opening that is not one to come: “từ ngày 29/5”, “sẽ thăm Lào ngày 3/6” are no days of a report. */
const dayTold = (lead: readonly Sentence[]): string | null => {
  for (const { items } of textFirst(lead)) {
    const told = items.find((item, i) => isSingleDay(item) && (announces(items, i) || !isToCome(items, i)))
    if (told) return (told.value as WhenMention).start
  }
  return null
}

/** A picture may be of any day: what captions say counts after the text. */
const textFirst = (lead: readonly Sentence[]): Sentence[] => [
  ...lead.filter(({ caption }) => !caption),
  ...lead.filter(({ caption }) => caption),
]

/** “vào 7/1/1979” beside a day without a year, or of a later one: history. */
const isOfEarlierYear = ({ value }: Item, mentions: readonly Item[]): boolean => {
  const yearOf = (item: Item): number | null => partsOf((item.value as WhenMention).start).year
  const year = partsOf((value as WhenMention).start).year
  return year !== null && mentions.some((other) => isSingleDay(other) && (yearOf(other) ?? year + 1) > year)
}

const toCome = /^asp\.(?:future|plan|next|ago)$/

const isToCome = (items: readonly Item[], i: number): boolean =>
  items.slice(Math.max(0, i - 12), i + 6).some(({ kind }) => toCome.test(kind))

/** “Sáng 16/5, Bộ Ngoại giao thông báo A sẽ thăm …”: the day is that of the word, whatever it is about. */
const announces = (items: readonly Item[], i: number): boolean => i <= 2 && items.slice(i + 1, i + 7).some(({ kind }) => kind === 'v.say')

/**
 * “Hôm nay, A đến Hà Nội, bắt đầu chuyến thăm. Chuyến thăm diễn ra từ ngày 16 đến 19/10”: a report of the day on which a
 * visit begins, or ends, is of that day.
 */
const dayOfVisit = (sentences: readonly Sentence[]): string | null => {
  const range = sentences.flatMap(({ items }) => items.filter((item, i) => isRange(item) && ofVisit(items, i)))[0]?.value as
    | WhenMention
    | undefined
  if (!range) return null
  for (const { items } of sentences) {
    const today = items.some(({ kind, value }) => kind === 'when' && (value as WhenMention).relative === 0)
    if (!today || items.some(({ kind }) => toCome.test(kind) || kind === 'v.say')) continue
    const kinds = items.map(({ kind }) => kind)
    if (kinds.includes('v.end') || kinds.includes('v.home')) return range.end
    if (items.some(({ kind, key }) => kind === 'v.arrive' || kind === 'v.depart' || kind === 'v.welcome' || key === 'bắt đầu'))
      return range.start
  }
  return null
}

const isRange = ({ kind, value }: Item): boolean =>
  kind === 'when' && isDay((value as WhenMention).start) && isDay((value as WhenMention).end)

/** “thăm chính thức Lào từ ngày 16 đến 19/10”, “chuyến thăm diễn ra từ …”. */
const ofVisit = (items: readonly Item[], i: number): boolean => {
  for (let j = i - 1; j >= Math.max(0, i - 12); j--) {
    const { kind } = items[j] as Item
    if (kind === 'n.visit' || kind === 'v.visit') return true
    if (/^(?:v\.(?!happen|begin)|forum|mark[;:.])/.test(kind)) return false
  }
  return false
}

/** The month that lies so many months from that of a day. */
const monthFrom = (day: string | null, months: number): string | null => {
  const { year, month } = partsOf(day)
  if (month === null) return null
  const index = month - 1 + months
  const turned = Math.floor(index / 12)
  return `${year === null ? 'XXXX' : year + turned}-${String(index - 12 * turned + 1).padStart(2, '0')}`
}

/** One day, told as such: neither a range nor a bound of one. */
const isSingleDay = ({ kind, value, text }: Item): boolean =>
  kind === 'when' && isDay((value as WhenMention).start) && (value as WhenMention).end === null && !/^(?:từ|kể|đến|tới)\s/i.test(text)

/** “12/3/2019” once, “12/3” elsewhere: the year that a document states for a day holds for the day wherever it stands alone. */
const statedYears = (mentions: readonly Item[]): ReadonlyMap<string, string | null> => {
  const years = new Map<string, string | null>()
  for (const { value } of mentions)
    for (const day of [(value as WhenMention).start, (value as WhenMention).end]) {
      if (!isDay(day) || day.startsWith('XXXX')) continue
      const [year, known] = [day.slice(0, 4), years.get(day.slice(5))]
      years.set(day.slice(5), known === undefined || known === year ? year : null)
    }
  return years
}

const dated = (day: string | null, years: ReadonlyMap<string, string | null>): string | null => {
  const year = day?.startsWith('XXXX-') && isDay(day) ? years.get(day.slice(5)) : null
  return day && year ? `${year}${day.slice(4)}` : day
}

/** “từ 9/9/2017 đến 12/9”, “từ 9/9 đến 12/9/2017”: one year for both. */
const oneYear = (start: string | null, end: string | null): [string | null, string | null] => {
  if (!isDay(start) || !isDay(end) || end.slice(5) < start.slice(5)) return [start, end]
  const year = [start, end].map((day) => day.slice(0, 4)).find((each) => each !== 'XXXX') ?? 'XXXX'
  const withYear = (day: string): string => (day.startsWith('XXXX') ? `${year}${day.slice(4)}` : day)
  return [withYear(start), withYear(end)]
}
