import type { Page, Route } from '../frame/page.ts'
import { paged } from '../frame/paging.ts'
import { country } from '../html/country.ts'
import { emptyState } from '../html/empty.ts'
import { html, nothing } from '../html/html.ts'
import { pager } from '../html/pager.ts'
import { quoted } from '../html/quote.ts'
import { table, type Width } from '../html/table.ts'
import { whyHref } from '../html/value.ts'
import type { LeaderRow } from '../rows/leader.ts'

const widths: readonly Width[] = ['key', 'narrow', 'text', 'narrow']

export const leaders: Route = {
  says: 'Everybody who took part in an engagement, most active first.',
  async make(reading) {
    const { words, link } = reading
    const view = await reading.view('leader-histories')
    await view.open()
    const people = [...view.rows()]
      .map(([id, row]) => ({ id, row: row as LeaderRow }))
      .sort((a, b) => Object.keys(b.row.engagements).length - Object.keys(a.row.engagements).length || (a.id < b.id ? -1 : 1))
    const heads = [words.fields.name, words.fields.country, words.leaders.offices, words.leaders.engagements]
    return {
      title: words.leaders.title,
      json: () => ({
        leaders: people.map(({ id, row: { name, country: code, offices, engagements } }) => ({
          id,
          name,
          country: code,
          offices: Object.keys(offices),
          engagements: Object.keys(engagements).length,
        })),
      }),
      table: () => ({
        columns: ['id', 'name', 'country', 'offices', 'engagements'],
        rows: people.map(({ id, row }) => [id, row.name, row.country, Object.keys(row.offices), Object.keys(row.engagements).length]),
      }),
      body: () =>
        people.length === 0
          ? emptyState(words.leaders.none, words.leaders.noneCure)
          : html`${table(
              words.leaders.title,
              heads.map((head, at) => ({ head, figures: at === 3, width: widths[at] as Width })),
              paged(reading, people).items.map(({ id, row }) => {
                const why = (...path: string[]) => whyHref(reading, { view: view.name, key: id }, path)
                const offices = Object.keys(row.offices)
                return {
                  id: `p-${id}`,
                  cells: [
                    html`<a href="${link(['leaders', id])}">${row.name === null ? words.counts.unnamed : quoted(row.name)}</a> <a class="why go" href="${why('name')}" aria-label="${words.why.title}: ${row.name ?? id}">?</a>`,
                    row.country === null ? nothing : html`<a class="why" href="${why('country')}">${country(row.country, words)}</a>`,
                    html`${offices.slice(0, 3).map((office, at) => html`${at > 0 ? ' · ' : nothing}<a class="why" href="${why('offices', office)}">${quoted(office)}</a>`)}${offices.length > 3 ? html` <a class="quiet" href="${link(['leaders', id], {}, 'offices')}">+${offices.length - 3}</a>` : nothing}`,
                    html`<a class="why figure" href="${why('engagements')}">${Object.keys(row.engagements).length}</a>`,
                  ],
                }
              }),
            )}${pager(reading, paged(reading, people))}`,
    } satisfies Page
  },
}
