import type { Reading } from '../frame/reading.ts'
import { dateInWords } from '../words/dates.ts'
import { country, isCountryCode } from './country.ts'
import { dateOf, unknown } from './date.ts'
import { type Html, html, nothing } from './html.ts'
import { number } from './number.ts'
import { quoted } from './quote.ts'
import {
  type Count,
  isCount,
  isDate,
  isDerived,
  isDocumentStream,
  isEngagementId,
  isEventId,
  isPeople,
  isRecord,
  isReported,
  type Reported,
  type Somebody,
} from './shapes.ts'

/** Where a value stands, so that it opens why: `path` leads from the row to it. */
export interface Whence {
  readonly view: string
  readonly key: string
}

export type Shown = Pick<Reading, 'words' | 'link'>

export const whyHref = ({ link }: Shown, { view, key }: Whence, path: readonly string[]): string => link(['why', view, key, ...path])

/** Any value of any row. Every figure, date and name in it is a link to its reasons. */
export const shownValue = (shown: Shown, value: unknown, whence: Whence, path: readonly string[] = []): Html => {
  const href = whyHref(shown, whence, path)
  const { words } = shown
  if (value === undefined) return nothing
  if (value === null) return html`<a class="why" href="${href}">${unknown(words)}</a>`
  if (typeof value === 'number') return html`<a class="why figure" href="${href}">${number(value, words)}</a>`
  if (typeof value === 'boolean') return html`<a class="why" href="${href}">${value ? words.counts.yes : words.counts.no}</a>`
  if (typeof value === 'string') return textValue(shown, value, href)
  if (Array.isArray(value)) return listValue(shown, value, whence, path)
  return recordValue(shown, value as Record<string, unknown>, whence, path)
}

/** The same in the room of a cell: a record of records is told by its size, and its link opens the whole of it. */
export const cellValue = (shown: Shown, value: unknown, whence: Whence, path: readonly string[]): Html => {
  if (isReported(value) && Object.keys(value).length === 1) return soleValue(shown, value, whence, path)
  const isLarge =
    isRecord(value) && !isCount(value) && !isDerived(value) && !isReported(value) && !isPeople(value) && Object.keys(value).length > 0
  const isLong =
    (isRecord(value) && Object.keys(value).length > 6 && !isCount(value)) ||
    (Array.isArray(value) && (value.length > 3 || value.some(isRecord)))
  if (!isLarge && !isLong) return shownValue(shown, value, whence, path)
  const size = Array.isArray(value) ? value.length : Object.keys(value as object).length
  return html`<a class="why figure" href="${whyHref(shown, whence, path)}">${shown.words.counts.entries(String(size))}</a>`
}

const textValue = (shown: Shown, value: string, href: string): Html => {
  const { words, link } = shown
  if (isDate(value)) return dateOf(value, words, {}, href)
  if (isCountryCode(value)) return html`<a class="why" href="${href}">${country(value, words)}</a>`
  const term = termOf(value, shown)
  if (term) return html`<a class="why" href="${href}">${term}</a>`
  if (isDocumentStream(value)) return html`<a href="${link(['documents', value.slice(9)])}"><code>${value.slice(9, 21)}</code></a>`
  if (isEngagementId(value)) return html`<a href="${link(['engagements', ...value.split('/')])}"><code>${value}</code></a>`
  if (isEventId(value)) return html`<a href="${link(['log'], { event: value })}"><code>${value.slice(0, 8)}</code></a>`
  return html`<a class="why" href="${href}">${quoted(value)}</a>`
}

/** A word of the vocabulary in the reader's language. */
export const termOf = (value: string, { words }: Shown): string | undefined =>
  ownWord(words.status, value) ?? ownWord(words.terms, value) ?? ownWord(words.kinds, value)

const ownWord = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const listValue = (shown: Shown, list: readonly unknown[], whence: Whence, path: readonly string[]): Html => {
  if (list.length === 0) return html`<span class="quiet">${shown.words.counts.none}</span>`
  const items = list.map((item, at) => shownValue(shown, item, whence, [...path, String(at)]))
  if (list.length > 6 || list.some(isRecord)) return folded(shown, list.length, items)
  return html`${items.map((item, at) => html`${at > 0 ? ', ' : nothing}${item}`)}`
}

const recordValue = (shown: Shown, value: Record<string, unknown>, whence: Whence, path: readonly string[]): Html => {
  if (isCount(value)) return countValue(shown, value, whyHref(shown, whence, path))
  if (isDerived(value)) return dateOf(value.when, shown.words, { derived: true }, whyHref(shown, whence, path))
  if (isReported(value)) return reportedValue(shown, value, whence, path)
  if (isPeople(value)) return peopleValue(shown, value, whence, path)
  const entries = Object.entries(value)
  if (entries.length === 0) return html`<span class="quiet">${shown.words.counts.none}</span>`
  const items = entries.map(([key, part]) => html`<b>${labelOf(key, shown)}</b> ${shownValue(shown, part, whence, [...path, key])}`)
  return entries.length > 4 || entries.some(([, part]) => isRecord(part))
    ? folded(shown, entries.length, items)
    : html`${items.map((item) => html`<span class="part">${item}</span> `)}`
}

/** `7`, or `at least 10`. */
const countValue = ({ words }: Shown, { atLeast, exact }: Count, href: string): Html => {
  const said = exact === true || exact === atLeast ? number(atLeast, words) : words.counts.atLeast(number(atLeast, words))
  return html`<a class="why figure" href="${href}">${said}</a>`
}

/** `7 (2 sources) · more than 10 (1 source)`: nothing is averaged, nothing is hidden; each part opens its quotes. */
export const reportedValue = (shown: Shown, reported: Reported, whence: Whence, path: readonly string[]): Html => {
  const parts = Object.entries(reported).sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  return html`<span class="reported">${parts.map(([value, sources], at) => html`${at > 0 ? html` <span class="between">·</span> ` : nothing}${textValue(shown, value, whyHref(shown, whence, [...path, value]))} <a class="why quiet" href="${whyHref(shown, whence, [...path, value])}">(${shown.words.counts.sources(sources.length)})</a>`)}</span>`
}

/** One value, with the number of its sources: nothing differs, so one link is enough. */
const soleValue = (shown: Shown, reported: Reported, whence: Whence, path: readonly string[]): Html => {
  const [[value, sources]] = Object.entries(reported) as [[string, readonly string[]]]
  const said = isDate(value)
    ? dateInWords(value, shown.words.dates)
    : isCountryCode(value)
      ? value
      : (termOf(value, shown) ?? quoted(value))
  return html`<a class="why" href="${whyHref(shown, whence, [...path, value])}">${said} (${shown.words.counts.sources(sources.length)})</a>`
}

const peopleValue = (shown: Shown, people: Readonly<Record<string, Somebody>>, whence: Whence, path: readonly string[]): Html =>
  html`${Object.entries(people).map(([id, one], at) => html`${at > 0 ? '; ' : nothing}${personValue(shown, id, one, whence, [...path, id])}`)}`

/** The name opens why; the arrow beside it leads to the person's page. */
export const personValue = (shown: Shown, id: string, { name, country: code }: Somebody, whence: Whence, path: readonly string[]): Html => {
  const { words, link } = shown
  const said = name === null ? html`${words.counts.unnamed}` : quoted(name)
  const page = html`<a class="go" href="${link(['leaders', id])}" aria-label="${words.nav.leaders}: ${name ?? id}">↗</a>`
  return html`<span class="person"><a class="why" href="${whyHref(shown, whence, [...path, 'name'])}">${said}</a>${code ? html` <a class="why" href="${whyHref(shown, whence, [...path, 'country'])}">${country(code, words)}</a>` : nothing}${page}</span>`
}

/** Long lists stay closed, so that a long cell never hides the next row; find-in-page opens them. */
const folded = ({ words }: Shown, count: number, items: readonly Html[]): Html =>
  html`<details class="folded"><summary>${words.counts.entries(String(count))}</summary><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></details>`

/** A field's name in the reader's language; a field of somebody's own view under its own name. */
export const labelOf = (field: string, { words }: Pick<Shown, 'words'>): string =>
  ownWord(words.fields, field) ?? field.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('-', ' ')
