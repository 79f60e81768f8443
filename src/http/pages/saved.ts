import { Fault } from '../../kernel/fault.ts'
import type { Page, Route } from '../frame/page.ts'
import { type Reading, segment } from '../frame/reading.ts'
import { emptyState } from '../html/empty.ts'
import { type Html, html, nothing } from '../html/html.ts'

/** Every view that was saved under a name. */
export const savedList: Route = {
  says: 'Views that were saved under a name: addresses of this server, kept in views.json beside the log.',
  light: true,
  async make(reading) {
    const { words } = reading
    const { views, trouble } = reading.saved
    return {
      title: words.saved.title,
      json: () => ({ views }),
      table: () => ({ columns: ['name', 'address', 'says'], rows: views.map(({ name, address, says }) => [name, address, says]) }),
      body: () => html`<p class="lead">${words.saved.says}</p>
${trouble ? html`<p class="note">${trouble.facts.found} · ${trouble.facts.cure}</p>` : nothing}
${views.length === 0 ? emptyState(words.saved.none, words.saved.noneCure) : savedLinks(reading)}`,
    } satisfies Page
  },
}

/** One saved view by its name: leads to its address, at the point of the log and in the language of the reader. */
export const saved: Route = {
  says: 'Leads to the view that was saved under this name.',
  light: true,
  async make(reading) {
    const name = segment(reading, 1, 'open a saved view')
    const found = reading.saved.views.find((view) => view.name === name)
    if (!found)
      throw new Fault('no-such-path', {
        attempted: `open the saved view ${name.slice(0, 100)}`,
        found: 'no view of that name',
        expected:
          reading.saved.views
            .map((view) => view.name)
            .join(', ')
            .slice(0, 300) || 'a name in views.json',
        cure: 'See them all: /saved',
      })
    return { elsewhere: addressOf(reading, found.address) }
  },
}

/** The saved views as links, each under its name. */
export const savedLinks = ({ saved: { views }, link }: Reading): Html =>
  html`<ul class="plain saved">${views.map(({ name, says }) => html`<li><a href="${link(['saved', name])}">${name}</a>${says ? html` <span class="quiet">${says}</span>` : nothing}</li>`)}</ul>`

/** With the format that was asked for: `/saved/x.json` is the view as JSON. */
const addressOf = ({ format, query }: Reading, address: string): string => {
  const url = new URL(address, 'http://room')
  if (format !== 'html') url.pathname = `${url.pathname === '/' ? '/index' : url.pathname}.${format}`
  for (const name of ['asOf', 'lang']) {
    const value = query.get(name)
    if (value) url.searchParams.set(name, value)
  }
  return url.pathname + url.search
}
