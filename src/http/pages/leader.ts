import { Fault } from '../../kernel/fault.ts'
import type { Page, Route } from '../frame/page.ts'
import { type Reading, segment } from '../frame/reading.ts'
import { correctionMenu } from '../html/correction-menu.ts'
import { country, countryName } from '../html/country.ts'
import { dateOf } from '../html/date.ts'
import { type Company, engagementTable } from '../html/engagements.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { legend } from '../html/legend.ts'
import { quoted } from '../html/quote.ts'
import { reportedValue, whyHref } from '../html/value.ts'
import { companyIn } from '../rows/company.ts'
import type { LeaderRow } from '../rows/leader.ts'

export const leader: Route = {
  says: 'One leader: names as written, offices as reported, every engagement in order.',
  reads: ['leader-histories', 'visits', 'meetings', 'country-relations'],
  async make(reading) {
    const id = segment(reading, 1, 'open the page of a leader')
    const view = await reading.view('leader-histories')
    const key = view.keyOf(id)
    if (key === undefined)
      throw new Fault('no-such-row', {
        attempted: `open the page of ${id}`,
        found: 'nobody of that id',
        expected: 'an id such as karim-masimov.kz',
        cure: `Search: /search?q=${encodeURIComponent(id)}`,
      })
    if (key !== id) return { elsewhere: reading.link(['leaders', key], { was: id }) }
    const row = view.row(key) as LeaderRow
    const company = await companyIn(reading)
    const pairs = new Set((await reading.viewIfAny('country-relations'))?.keys() ?? [])
    return {
      title: row.name ?? reading.words.counts.unnamed,
      json: () => ({ id: key, ...row }),
      table: () => ({
        columns: ['id', 'type', 'as', 'what', 'when', 'until', 'derived', 'status', 'sources'],
        rows: Object.entries(row.engagements).map(([engagement, e]) => [
          engagement,
          e.type,
          e.as,
          e.what,
          e.when,
          e.until,
          e.derived?.when ?? null,
          e.status,
          e.sources,
        ]),
      }),
      body: () => bodyOf(reading, key, row, { company, pairs }),
    } satisfies Page
  },
}

interface Around {
  readonly company: (id: string) => Company | null
  /** Pairs that have a page. */
  readonly pairs: ReadonlySet<string>
}

const bodyOf = (reading: Reading, key: string, row: LeaderRow, { company, pairs }: Around): Html => {
  const { words, link, query } = reading
  const whence = { view: 'leader-histories', key }
  const why = (...path: string[]) => whyHref(reading, whence, path)
  const was = query.get('was')
  return html`${was ? html`<p class="note">${words.leaders.moved(was)}</p>` : nothing}
<p class="lead">${row.country === null ? nothing : html`<a class="why" href="${why('country')}">${country(row.country, words)}</a> ${countryName(row.country, words)} · `}<a class="why figure" href="${why('engagements')}">${Object.keys(row.engagements).length}</a> ${words.leaders.engagements.toLowerCase()} · <code>${key}</code></p>
<div class="columns wide">
<section aria-labelledby="names" data-live="names"><h2 id="names">${words.leaders.names}</h2><p>${reportedValue(reading, row.names, whence, ['names'])}</p></section>
<section aria-labelledby="offices" data-live="offices"><h2 id="offices">${words.leaders.offices}</h2>
<ul class="plain">${Object.entries(row.offices).map(([office, { when, until, sources }]) => html`<li><a class="why" href="${why('offices', office)}">${quoted(office)}</a> <small>${dateOf(when, words, {}, why('offices', office, 'when'))}${until === null || until === when ? nothing : html` – ${dateOf(until, words, {}, why('offices', office, 'until'))}`} · <a class="why" href="${why('offices', office, 'sources')}">${words.counts.sources(sources.length)}</a></small></li>`)}</ul></section>
</div>
<section aria-labelledby="engagements" data-live="engagements"><h2 id="engagements">${words.leaders.timeline}</h2>
${legend(words)}
<figure class="chart" data-chart="timeline" data-rows="engagements"></figure>
${engagementTable(reading, words.leaders.engagements, row.engagements, { whence, field: 'engagements', company })}
</section>
${mapOf(reading, row, { company, pairs })}
<section aria-labelledby="identity"><h2 id="identity">${words.leaders.identity}</h2>
<p><a class="why" href="${why('names')}">${words.why.lineage}</a> · <a href="${link(['views', 'people', key])}">${words.views.openRow}</a></p>
${correctionMenu(reading, { people: key })}
</section>`
}

/** Countries met, for the map and as a list. */
const mapOf = (reading: Reading, row: LeaderRow, { company, pairs }: Around): Html => {
  const met = new Map<string, number>()
  for (const id of Object.keys(row.engagements)) {
    const together = company(id)
    const codes = new Set([together?.host, ...Object.values(together?.people ?? {}).map(({ country: code }) => code)])
    for (const code of codes) if (code && code !== row.country) met.set(code, (met.get(code) ?? 0) + 1)
  }
  const counted = [...met].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  if (counted.length === 0) return nothing
  const { words, link } = reading
  const pair = (code: string) => [row.country ?? '', code].sort().join('-')
  return html`<section aria-labelledby="countries" data-live="countries"><h2 id="countries">${words.leaders.countries}</h2>
<ul class="tags">${counted.map(([code, count]) => html`<li>${pairs.has(pair(code)) ? html`<a href="${link(['pairs', pair(code)])}">${countryName(code, words)}</a>` : countryName(code, words)} <span class="quiet">${count}</span></li>`)}</ul>
<figure class="map"${attributes({ 'data-map': row.country ?? 'VN', 'data-places': JSON.stringify(Object.fromEntries(counted)) })}></figure></section>`
}
