import { type Html, html, nothing } from './html.ts'

/** Where nothing is to be seen, the page says why, and what helps. */
export const emptyState = (cause: string, cure?: string | Html): Html =>
  html`<div class="empty"><p>${cause}</p>${cure ? html`<p class="cure">${cure}</p>` : nothing}</div>`
