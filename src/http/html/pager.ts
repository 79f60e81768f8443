import { queryOf } from '../frame/links.ts'
import type { Reading } from '../frame/reading.ts'
import { attributes, type Html, html, nothing } from './html.ts'

/**
 * Ways to the other pages of a long list. A way that leads nowhere stays in its place, switched off. `rest`: a script
 * may bring the rows of the further pages to this one, as long as they are not more than a page can hold.
 */
export const pager = (reading: Reading, { page, pages, total }: { page: number; pages: number; total?: number }): Html => {
  if (pages <= 1) return nothing
  const { words, query, segments } = reading
  const to = (target: number) => `/${segments.map(encodeURIComponent).join('/')}${queryOf({ ...Object.fromEntries(query), page: target })}`
  const step = (label: string, target: number, enabled: boolean) =>
    enabled ? html`<a href="${to(target)}">${label}</a>` : html`<span class="off" aria-disabled="true">${label}</span>`
  const rest = total !== undefined && page === 1 && total <= reading.limits.rows
  return html`<nav class="pager"${attributes({ 'data-rest': rest ? to(2) : undefined, 'data-pages': rest ? pages : undefined })} aria-label="${words.views.page(String(page), String(pages))}">${step(words.views.first, 1, page > 1)} ${step(words.views.previous, page - 1, page > 1)} <span>${words.views.page(String(page), String(pages))}</span> ${step(words.views.next, page + 1, page < pages)} ${step(words.views.last, pages, page < pages)}</nav>`
}
