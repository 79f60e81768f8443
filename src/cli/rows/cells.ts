import { compareWhen, isEdtf } from '../../kernel/edtf.ts'
import { dateInCell, dateInWords } from '../dates.ts'
import { visible } from '../text/visible.ts'
import type { Words } from '../words/words.ts'
import { type Count, isCount, isObject, isPerson, isReported, isSources, itemsOf, type Person } from './shapes.ts'

/** How much room a value has: a cell of a table, or a line of its own. */
export type Room = 'cell' | 'line'

/** Any value of any row, for people. `–` is null: no document says. Nothing at all is a field that does not apply. */
export const inWords = (value: unknown, words: Words, room: Room = 'cell'): string => {
  if (value === undefined || value === '') return ''
  if (value === null) return words.dates.unknown
  if (typeof value === 'number') return numberInWords(value, words)
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return textInWords(value, words, room)
  if (isSources(value)) return sourcesInWords(value, words, room)
  if (isReported(value)) return reportedInWords(value, words, room)
  if (isCount(value)) return countInWords(value, words)
  if (isPerson(value)) return personInWords(value, words, room)
  return Array.isArray(value) ? listInWords(value, words, room) : objectInWords(value as Record<string, unknown>, words, room)
}

/** Whether a text is a date, and not a number or a name that looks like one. */
export const isDate = (text: string): boolean =>
  /^(?:(?:\d{4}|XXXX)-[\dX]{2}|[[{]|\d{4}[~?%]|\d{4}\/|\/\d{4}|\d{3}X$)/.test(text) && isEdtf(text)

/** `7`, or `at least 10`. */
export const countInWords = ({ atLeast, exact }: Count, words: Words): string =>
  exact ? numberInWords(atLeast, words) : words.counts.atLeast(numberInWords(atLeast, words))

/** `Thủ tướng Nguyễn Tấn Dũng (VN)`: the office as written, before the name, as documents do; in a cell, the name. */
export const personInWords = ({ name, office, offices, country, number }: Person, { counts }: Words, room: Room): string => {
  const title = office ?? (isObject(offices) ? Object.keys(offices)[0] : undefined)
  const named = name ?? (number === 'group' ? (title ? '' : counts.group) : title ? '' : counts.unnamed)
  if (room === 'cell') return visible(named || (title ?? ''))
  const both = [title, named].filter(Boolean).join(' ')
  return visible(country ? `${both} (${country})` : both)
}

const numberInWords = (value: number, { tag }: Words): string => {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, tag === 'vi' ? '.' : ',') : whole
  return fraction === undefined ? grouped : `${grouped}${tag === 'vi' ? ',' : '.'}${fraction}`
}

const textInWords = (value: string, words: Words, room: Room): string => {
  if (!isDate(value)) return visible(value)
  return room === 'cell' ? dateInCell(value, words.dates) : dateInWords(value, words.dates)
}

const sourcesInWords = (sources: readonly string[], { counts }: Words, room: Room): string => {
  const count = counts.sources(sources.length)
  return room === 'cell' ? count : `${count}: ${sources.map((stream) => stream.slice(9, 21)).join(', ')}`
}

/** `7 (2 sources) · at least 10 (1 source)`: side by side, nothing averaged, nothing hidden. */
const reportedInWords = (reported: Readonly<Record<string, readonly string[]>>, words: Words, room: Room): string => {
  const values = Object.entries(reported)
  if (values.length === 1 || room === 'cell') return values.map(([value]) => textInWords(value, words, room)).join(' · ')
  return values.map(([value, sources]) => `${textInWords(value, words, room)} (${words.counts.sources(sources.length)})`).join(' · ')
}

const listInWords = (list: readonly unknown[], words: Words, room: Room): string => {
  if (list.length === 0) return words.dates.unknown
  const whole = list.every((item) => !isObject(item) || isPerson(item) || isCount(item))
  return whole ? list.map((item) => inWords(item, words, room)).join(', ') : words.view.entries(list.length)
}

const objectInWords = (value: Record<string, unknown>, words: Words, room: Room): string => {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined && part !== null)
  if (entries.length === 0) return words.dates.unknown
  if (entries.every(([, part]) => isPerson(part))) return entries.map(([, part]) => inWords(part, words, room)).join(', ')
  const figures = figuresIn(value)
  if (figures.length > 0) return latestInWords(figures, words)
  if (itemsOf(value))
    return entries.every(([key]) => isWording(key)) ? entries.map(([key]) => visible(key)).join(' · ') : words.view.entries(entries.length)
  return entries
    .map(([key, part]) => `${visible(words.fields[key] ?? key)} ${inWords(part, words, room)}`)
    .join(room === 'cell' ? '; ' : ' · ')
}

interface Figure {
  readonly measure: string
  readonly when: string | null
  readonly value: number | null
  readonly unit: string | null
}

const isFigure = (item: unknown): item is Figure => isObject(item) && ['measure', 'when', 'value', 'unit'].every((field) => field in item)

const figuresIn = (value: Record<string, unknown>): readonly Figure[] => {
  const items = Object.values(value)
  return items.every(isFigure) ? items : []
}

/** Of many figures the latest, and how many there are. */
const latestInWords = (figures: readonly Figure[], words: Words): string => {
  const dated = figures.filter(({ when }) => when !== null)
  const [latest] = [...(dated.length > 0 ? dated : figures)].sort((a, b) => compareWhen(b.when, a.when)) as [Figure]
  const { measure, when, value, unit } = latest
  const told = `${visible(measure)} ${dateInCell(when, words.dates)}: ${[inWords(value, words), visible(unit ?? '')].filter(Boolean).join(' ')}`
  return figures.length === 1 ? told : `${told} · ${words.view.entries(figures.length)}`
}

/** Whether a key is words of a document rather than an id or a code. */
export const isWording = (key: string): boolean => /[\s\p{Lu}]|[^\x20-\x7e]/u.test(key) && !/[@/]/.test(key)
