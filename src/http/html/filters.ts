import type { Reading } from '../frame/reading.ts'
import { type Facet, type Selection, unsaid } from '../rows/selection.ts'
import { countryName, isCountryCode } from './country.ts'
import { type Html, html, nothing } from './html.ts'
import { labelOf, termOf } from './value.ts'

/** Filters of a view: words, a time, and facets with counts; every state of them is an address. */
export const filterForm = (reading: Reading, selection: Selection, dated: boolean): Html => {
  const { words, query, segments, link } = reading
  const kept = [...query].filter(([name]) => !['q', 'from', 'to', 'page'].includes(name))
  const field = (name: string, label: string, placeholder: string) =>
    html`<label>${label} <input name="${name}" value="${query.get(name) ?? ''}" placeholder="${placeholder}" maxlength="200" size="10" autocomplete="off"></label>`
  const filtered = Object.keys(selection.chosen).length > 0 || ['q', 'from', 'to'].some((name) => query.get(name))
  return html`<form class="filters" role="search" aria-label="${words.views.filter}">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${field('q', words.views.text, 'hoi dam')}${dated ? html`${field('from', words.views.from, '2009-09')}${field('to', words.views.to, '2015')}` : nothing}
<button>${words.views.apply}</button>${filtered ? html` <a href="${link(segments)}">${words.views.clear}</a>` : nothing}
</form>
${selection.facets.length === 0 ? nothing : html`<details class="facets"${Object.keys(selection.chosen).length > 0 ? html` open` : nothing}><summary>${words.views.facets}</summary>${selection.facets.map((facet) => facetOf(reading, facet))}</details>`}`
}

const facetOf = (reading: Reading, { field, values }: Facet): Html => {
  const { query, segments, link, words } = reading
  const base = { ...Object.fromEntries(query), page: undefined, asOf: undefined, lang: undefined }
  const name = (value: string): string =>
    value === unsaid
      ? words.dates.noDocument
      : isCountryCode(value)
        ? `${countryName(value, words)} ${value}`
        : (termOf(value, reading) ?? value)
  return html`<p><b>${field === 'year' ? words.views.unknownYear : labelOf(field, reading)}</b> ${values.map(({ value, count, chosen }) =>
    chosen
      ? html`<a class="chip on" aria-current="true" href="${link(segments, { ...base, [field]: undefined })}">${name(value)} ${count} ×</a> `
      : html`<a class="chip" href="${link(segments, { ...base, [field]: value })}">${name(value)} <span class="quiet">${count}</span></a> `,
  )}</p>`
}
