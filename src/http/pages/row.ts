import { Fault } from '../../kernel/fault.ts'
import type { Page, Route } from '../frame/page.ts'
import { segment } from '../frame/reading.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { isRecord } from '../html/shapes.ts'
import { labelOf, shownValue } from '../html/value.ts'
import { viewTitle } from '../html/view-title.ts'
import { suggest } from '../search/suggest.ts'

export const row: Route = {
  says: 'One row of a view, whole. Any id of a group finds its row.',
  async make(reading) {
    const { words, link } = reading
    const name = segment(reading, 1, 'open a view')
    const given = reading.segments.slice(2).join('/')
    const view = await reading.view(name)
    const key = view.keyOf(given)
    if (key === undefined) {
      const near = suggest(given, view.keys())
      throw new Fault('no-such-row', {
        attempted: `open the row ${given} of ${name}`,
        found: 'no row of that key',
        ...(view.projection.keyed ? { expected: view.projection.keyed } : {}),
        cure: near.length > 0 ? `Did you mean: ${near.join(', ')}?` : `See all rows: /views/${name}`,
      })
    }
    if (key !== given) return { elsewhere: link(['views', name, key]) }
    const found = view.row(key) as Record<string, unknown>
    const lineage = view.lineage(key)
    return {
      title: `${viewTitle(name, words)}: ${key}`,
      json: () => ({ view: name, version: view.version, key, why: link(['why', name, key]), lineage, row: found }),
      table: () => ({ columns: ['field', 'value'], rows: Object.entries(found) }),
      body: () => html`<p><a href="${link(['views', name])}">${viewTitle(name, words)}</a> · <a class="why" href="${link(['why', name, key])}">${words.views.lineage}: ${lineage.length}</a></p>
<dl class="facts row" data-live="row">${Object.entries(found).map(([field, value]) => html`<dt id="${field}">${labelOf(field, reading)}</dt><dd>${whole(reading, value, { view: name, key }, [field])}</dd>`)}</dl>`,
    } satisfies Page
  },
}

/** Records open, entry by entry: this is the page that hides nothing. */
const whole = (
  reading: Parameters<typeof shownValue>[0],
  value: unknown,
  whence: { view: string; key: string },
  path: readonly string[],
): Html => {
  if (!isRecord(value) || Object.keys(value).length === 0 || !Object.values(value).some(isRecord))
    return shownValue(reading, value, whence, path)
  return html`<ul class="entries">${Object.entries(value).map(([key, part]) => html`<li><a class="why" href="${reading.link(['why', whence.view, whence.key, ...path, key])}"><code>${key}</code></a> ${isRecord(part) ? html`<dl class="facts">${Object.entries(part).map(([field, inner]) => html`<dt>${labelOf(field, reading)}</dt><dd>${shownValue(reading, inner, whence, [...path, key, field])}</dd>`)}</dl>` : nothing}</li>`)}</ul>`
}
