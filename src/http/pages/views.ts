import type { Page, Route } from '../frame/page.ts'
import { html } from '../html/html.ts'
import { number } from '../html/number.ts'
import { table } from '../html/table.ts'
import { viewSays, viewTitle } from '../html/view-title.ts'

export const views: Route = {
  says: 'The views: what the events add up to.',
  async make(reading) {
    const { words, link } = reading
    const found = await Promise.all(
      reading.ledger.projections.map(async ({ name, version, says, keyed, events }) => ({
        name,
        version,
        says: says ?? '',
        keyed: keyed ?? '',
        reads: Object.keys(events),
        rows: (await reading.view(name)).size,
      })),
    )
    const heads = [words.views.name, words.views.rows, words.views.tells, words.views.keyed, words.views.version]
    return {
      title: words.views.title,
      json: () => ({ views: found }),
      table: () => ({
        columns: ['name', 'version', 'rows', 'keyed', 'says'],
        rows: found.map((view) => [view.name, view.version, view.rows, view.keyed, view.says]),
      }),
      body: () =>
        html`<p class="lead">${words.views.says} <a href="${link(['saved'])}">${words.saved.title}</a> <span class="quiet">${reading.saved.views.length}</span></p>${table(
          words.views.title,
          heads.map((head, at) => ({ head, figures: at === 1 || at === 4 })),
          found.map(({ name, rows, says, keyed, version }) => ({
            cells: [
              html`<a href="${link(['views', name])}">${viewTitle(name, words)}</a>`,
              html`<a class="why figure" href="${link(['count', name])}">${number(rows, words)}</a>`,
              viewSays(name, 'says', says, words),
              viewSays(name, 'keyed', keyed, words),
              String(version),
            ],
          })),
        )}`,
    } satisfies Page
  },
}
