import { type Html, html, nothing } from './html.ts'

/** How wide a column is where widths are given: `narrow` for figures and codes … */
export type Width = 'narrow' | 'id' | 'word' | 'date' | 'key' | 'people' | 'text'

export interface Column {
  readonly head: string | Html
  /** Figures stand to the right. */
  readonly figures?: boolean
  readonly sorted?: 'ascending' | 'descending'
  readonly width?: Width
}

export interface Row {
  readonly cells: readonly (Html | string)[]
  readonly id?: string
  /** Attributes for scripts, already escaped. */
  readonly data?: Html
}

/**
 * A real table: every row is there, so that find-in-page and Tab reach the last. The first cell of a row is its head.
 * A table whose columns all have widths is `long`: its rows are laid out only when they come into sight, which needs
 * boxes that are no table's, so the roles are said.
 */
export const table = (caption: string, columns: readonly Column[], rows: readonly Row[], kind = ''): Html => {
  const long = columns.every(({ width }) => width)
  const role = (name: string): Html => (long ? html` role="${name}"` : nothing)
  const cells = columns.map((column) => classOf(column))
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${kind}${long ? ' long' : ''}"${role('table')}>
<caption class="aloud">${caption}</caption>
<thead${role('rowgroup')}><tr${role('row')}>${columns.map(({ head, sorted }, at) => html`<th scope="col"${role('columnheader')}${cells[at]}${sorted ? html` aria-sort="${sorted}"` : nothing}>${head}</th>`)}</tr></thead>
<tbody${role('rowgroup')}>
${rows.map(
  (
    row,
  ) => html`<tr${role('row')}${row.id ? html` id="${row.id}"` : nothing}${row.data ?? nothing}>${row.cells.map((cell, at) => (at === 0 ? html`<th scope="row"${role('rowheader')}${cells[at]}>${cell}</th>` : html`<td${role('cell')}${cells[at]}>${cell}</td>`))}</tr>
`,
)}</tbody>
</table></div>`
}

const classOf = ({ figures, width }: Column): Html => {
  const names = [figures ? 'figures' : '', width ? `w-${width}` : ''].filter(Boolean)
  return names.length > 0 ? html` class="${names.join(' ')}"` : nothing
}
