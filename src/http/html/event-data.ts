import type { Reading } from '../frame/reading.ts'
import { country, isCountryCode } from './country.ts'
import { dateOf, unknown } from './date.ts'
import { type Html, html, nothing } from './html.ts'
import { number } from './number.ts'
import { quoted } from './quote.ts'
import { isDate, isDocumentStream, isEngagementId, isEventId, isRecord } from './shapes.ts'
import { labelOf, termOf } from './value.ts'

/** The data of an event as people read it: what a claim says, field by field. */
export const eventData = (reading: Reading, data: unknown): Html =>
  isRecord(data)
    ? html`<dl class="facts">${Object.entries(data).map(([field, value]) => html`<dt>${labelOf(field, reading)}</dt><dd>${plain(reading, value)}</dd>`)}</dl>`
    : plain(reading, data)

/** One value of an event's data. */
export const eventValue = (reading: Reading, value: unknown): Html => plain(reading, value)

const plain = (reading: Reading, value: unknown): Html => {
  const { words } = reading
  if (value === null) return unknown(words)
  if (value === undefined) return nothing
  if (typeof value === 'number') return html`${number(value, words)}`
  if (typeof value === 'boolean') return html`${value ? words.counts.yes : words.counts.no}`
  if (typeof value === 'string') return text(reading, value)
  if (Array.isArray(value)) {
    if (value.length > 100) return html`${words.counts.entries(number(value.length, words))}`
    return html`<ul class="inline">${value.map((item) => html`<li>${plain(reading, item)}</li>`)}</ul>`
  }
  if (isRecord(value) && typeof value.id === 'string' && 'name' in value) return person(reading, value)
  return eventData(reading, value)
}

const text = (reading: Reading, value: string): Html => {
  const { words, link } = reading
  if (isDate(value)) return dateOf(value, words)
  if (isCountryCode(value)) return country(value, words)
  if (isDocumentStream(value)) return html`<a href="${link(['documents', value.slice(9)])}"><code>${value.slice(9, 21)}</code></a>`
  if (isEngagementId(value)) return html`<a href="${link(['engagements', ...value.split('/')])}"><code>${value}</code></a>`
  if (isEventId(value)) return html`<a href="${link(['log'], { event: value })}"><code>${value.slice(0, 8)}</code></a>`
  return termOf(value, reading) ? html`${termOf(value, reading)}` : quoted(value)
}

const person = ({ words, link }: Reading, value: Record<string, unknown>): Html => {
  const { id, name, office, country: code } = value as { id: string; name: string | null; office?: string; country?: string }
  return html`<a href="${link(['leaders', id])}">${name === null ? words.counts.unnamed : quoted(name)}</a>${office ? html` <small>${quoted(office)}</small>` : nothing}${code ? html` ${country(code, words)}` : nothing}`
}
