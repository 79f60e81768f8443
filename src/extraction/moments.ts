import type { Sentence, WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'

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
  const mentions = sentences.flatMap(({ items }) => items.filter(({ kind }) => kind === 'when'))
  const line = mentions.find(({ value }) => (value as WhenMention).relative === 0 && (value as WhenMention).start)
  const beside = mentions.find(({ value }) => (value as WhenMention).relative !== null && (value as WhenMention).start)
  const lead = sentences.slice(0, 6)
  const days = lead.flatMap(({ items }) => items.filter(({ kind }) => kind === 'when'))
  const told = (): string | null => {
    const days = mentions.map(({ value }) => (value as WhenMention).relative)
    if (!days.includes(0) && !days.includes(-1)) return null
    const sentence = lead.find(({ items }) => items.some(isSingleDay) && !items.some(({ kind }) => toCome.test(kind)))
    const day = (sentence?.items.find(isSingleDay)?.value as WhenMention | undefined)?.start ?? null
    // Who writes of yesterday and of no today writes of the day before.
    return day && !days.includes(0) ? shifted(day, 1) : day
  }
  const today = line
    ? ((line.value as WhenMention).start as string)
    : beside
      ? shifted((beside.value as WhenMention).start as string, -((beside.value as WhenMention).relative as number))
      : isDay(published)
        ? published
        : (told() ?? dayOfVisit(sentences))
  const day = today ?? dayTold(lead)
  const main = day ?? days.map(({ value }) => (value as WhenMention).start).find(isDay) ?? null
  const unanchored: Item[] = []
  const byItem = new Map<Item, Moment>()
  const years = statedYears(mentions)
  let last: string | null = null
  for (const item of mentions) {
    const when = item.value as WhenMention
    let start = dated(when.start, years)
    if (start === null && when.relative !== null) {
      start = today ? shifted(today, when.relative) : null
      if (start === null) unanchored.push(item)
    } else if (start === null && when.same) start = last
    else if (start === null && when.months !== undefined) start = monthFrom(day, when.months)
    const [from, to] = oneYear(start, dated(when.end, years))
    byItem.set(item, { start: from, end: to, dayPart: when.dayPart, direction: when.direction, relative: when.relative })
    if (isDay(start) && (when.end === null || last === null)) last = start
  }
  return { today, main, of: (item) => byItem.get(item) ?? noMoment, unanchored }
}

/** The first single day of the opening that is not one to come: “từ ngày 29/5”, “sẽ thăm Lào ngày 3/6” are no days of a report. */
const dayTold = (lead: readonly Sentence[]): string | null => {
  for (const { items } of [...lead.filter(({ caption }) => !caption), ...lead.filter(({ caption }) => caption)]) {
    const told = items.find((item, i) => isSingleDay(item) && (announces(items, i) || !isToCome(items, i)))
    if (told) return (told.value as WhenMention).start
  }
  return null
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

export const isDay = (when: string | null | undefined): when is string =>
  when !== undefined && when !== null && /^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(when)

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

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day later or earlier, with or without a year. The end of February without a year is not guessed. */
export const shifted = (day: string, days: number): string | null => {
  if (days === 0) return day
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date) + days]
  const two = (n: number): string => String(n).padStart(2, '0')
  if (year !== 'XXXX') return new Date(Date.UTC(Number(year), m - 1, d)).toISOString().slice(0, 10)
  if (d >= 1 && d <= (lengths[m - 1] as number)) return m === 2 && d === 29 ? null : `XXXX-${month}-${two(d)}`
  if (d < 1) return m === 3 ? null : `XXXX-${two(m === 1 ? 12 : m - 1)}-${two(lengths[(m + 10) % 12] as number)}`
  return m === 2 ? null : `XXXX-${two(m === 12 ? 1 : m + 1)}-01`
}

/** Year, month and day of a date, null where it says nothing. */
export const partsOf = (when: string | null): { year: number | null; month: number | null; day: number | null } => {
  const match = when ? /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?/.exec(when) : null
  return {
    year: match && match[1] !== 'XXXX' ? Number(match[1]) : null,
    month: match?.[2] ? Number(match[2]) : null,
    day: match?.[3] ? Number(match[3]) : null,
  }
}

/** Whether two dates can be one: what both say is the same. */
export const compatible = (a: string | null, b: string | null): boolean => {
  const [x, y] = [partsOf(a), partsOf(b)]
  const same = (p: number | null, q: number | null): boolean => p === null || q === null || p === q
  return same(x.year, y.year) && same(x.month, y.month) && same(x.day, y.day)
}

/** The two compatible dates as one, with all that either says. */
export const joined = (a: string | null, b: string | null): string | null => {
  if (!a || !b) return a ?? b
  const [x, y] = [partsOf(a), partsOf(b)]
  const [year, month, day] = [x.year ?? y.year, x.month ?? y.month, x.day ?? y.day]
  const two = (n: number): string => String(n).padStart(2, '0')
  if (month === null) return year === null ? null : String(year)
  return `${year ?? 'XXXX'}-${two(month)}${day === null ? '' : `-${two(day)}`}`
}

/** Before, on or after a day of the same year; null when they cannot be compared. */
export const order = (when: string | null, main: string | null): 'before' | 'same' | 'after' | null => {
  const [x, y] = [partsOf(when), partsOf(main)]
  if (x.year !== null && y.year !== null && x.year !== y.year) return x.year < y.year ? 'before' : 'after'
  if (x.month === null || y.month === null) return null
  const distance = ((x.month - y.month + 18) % 12) - 6
  if (distance !== 0) return distance < 0 ? 'before' : 'after'
  if (x.day === null || y.day === null) return null
  return x.day < y.day ? 'before' : x.day > y.day ? 'after' : 'same'
}
