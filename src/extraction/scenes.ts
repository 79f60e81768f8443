import type { PlaceMention, Sentence, WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { isDay, order, partsOf } from './days.ts'
import type { Moments } from './moments.ts'

/**
 * Where and when a report stands at each of its sentences. News tells its day and its city once and goes on from there:
 * “Chiều 5/3, tại Hà Nội, A đón B. Sau lễ đón, hai bên hội đàm.” What a clause leaves out is that of the scene.
 */
export interface Scenes {
  /** The day that the sentence at an offset is on, null where the text has told none. */
  day(at: number, tense: Tense): string | null
  /** The last city of some countries told before an offset, else the first one between it and a later one. */
  city(at: number, until: number, countries: readonly (string | null)[]): string | null
}

export type Tense = 'told' | 'to come'

interface Mark<T> {
  readonly at: number
  readonly value: T
}

export const scenesOf = (sentences: readonly Sentence[], moments: Moments): Scenes => {
  const days: Record<Tense, Mark<string | null>[]> = { told: [], 'to come': [] }
  const cities = new Map<string, Mark<PlaceMention>[]>()
  for (const { items } of sentences) {
    const history = items.some((item) => tellsHistory(item, moments.main))
    items.forEach((item, i) => {
      if (item.kind === 'when' && !history) {
        const { start, end, relative } = moments.of(item)
        if (isDay(start) && end === null && setsDay(items, i))
          days[isToCome(items, i, start, moments.today) ? 'to come' : 'told'].push({ at: item.start, value: start })
        // “hôm qua” that nothing anchors: what goes on from it is on a day that nobody knows.
        else if (start === null && relative !== null && relative <= 0) days.told.push({ at: item.start, value: null })
      }
      if (item.kind === 'place' && !history && setsCity(items, i)) {
        const value = item.value as PlaceMention
        const known = cities.get(value.country) ?? []
        cities.set(value.country, known)
        known.push({ at: item.start, value })
      }
    })
  }
  return {
    day: (at, tense) => lastBefore(days[tense], at)?.value ?? null,
    city: (at, until, countries) => {
      const theirs = countries.flatMap((country) => {
        const marks = cities.get(country ?? '') ?? []
        const next = countBefore(marks, at)
        return [marks[next - 1], marks[next]].filter((mark) => mark !== undefined)
      })
      const before = theirs.filter((mark) => mark.at < at).sort((a, b) => b.at - a.at)[0]
      const after = theirs.filter((mark) => mark.at >= at && mark.at < until).sort((a, b) => a.at - b.at)[0]
      return (before ?? after)?.value.text ?? null
    },
  }
}

/** The last mark before an offset; marks are in the order of the text. */
const lastBefore = <T>(marks: readonly Mark<T>[], at: number): Mark<T> | null => marks[countBefore(marks, at) - 1] ?? null

const countBefore = <T>(marks: readonly Mark<T>[], at: number): number => {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle] as Mark<T>).at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** “hồi tháng 4”, “năm 1995”: the sentence is about another time. */
const tellsHistory = ({ kind, value }: Item, main: string | null): boolean => {
  if (kind === 'asp.ago') return true
  if (kind !== 'when') return false
  const { start, direction } = value as WhenMention
  const year = partsOf(start).year
  return direction === 'past' || (year !== null && partsOf(main).year !== year)
}

/** A date that belongs to a noun (“chuyến thăm ngày 5/3”) or to a period (“từ ngày 5/3”) sets no scene; “Tại hội đàm chiều 5/3” does. */
const setsDay = (items: readonly Item[], i: number): boolean => {
  const before = items[i - 1]
  const { text } = items[i] as Item
  if (/^(?:từ|đến|tới|trước|sau|kể)\s/i.test(text)) return false
  if (i <= 3 && /^n\.(?:talks|call|receive|meet)$/.test(before?.kind ?? '')) return true
  return !before || !(before.kind.startsWith('n.') || before.key === 'trước' || before.key === 'sau' || before.key === 'đến')
}

const isToCome = (items: readonly Item[], i: number, day: string, today: string | null): boolean =>
  order(day, today) === 'after' ||
  items.slice(Math.max(0, i - 8), i + 12).some(({ kind }) => kind === 'asp.future' || kind === 'asp.plan' || kind === 'asp.next')

const setsCity = (items: readonly Item[], i: number): boolean => {
  if (((items[i] as Item).value as PlaceMention).type !== 'city') return false
  const before = items[i - 1]
  return before !== undefined && (/^v\.(?:arrive|visit)$/.test(before.kind) || ['tại', 'ở', 'đến', 'tới', 'sang', ','].includes(before.key))
}
