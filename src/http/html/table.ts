import { type Html, html, nothing } from './html.ts'

export interface Column {
  readonly head: string | Html
  /** Figures stand to the right. */
  readonly figures?: boolean
  readonly sorted?: 'ascending' | 'descending'
}

export interface Row {
  readonly cells: readonly (Html | string)[]
  readonly id?: string
  /** Attributes for scripts, already escaped. */
  readonly data?: Html
}

/** A real table: every row is there, so that find-in-page and Tab reach the last. The first cell of a row is its head. */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  kind = '',
): Html => html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${kind}">
<caption class="aloud">${caption}</caption>
<thead><tr>${columns.map(({ head, figures, sorted }) => html`<th scope="col"${figures ? html` class="figures"` : nothing}${sorted ? html` aria-sort="${sorted}"` : nothing}>${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${row.id ? html` id="${row.id}"` : nothing}${row.data ?? nothing}>${row.cells.map((cell, at) => cellOf(cell, at, columns[at]))}</tr>
`,
)}</tbody>
</table></div>`

const cellOf = (cell: Html | string, at: number, column: Column | undefined): Html => {
  const figures = column?.figures ? html` class="figures"` : nothing
  return at === 0 ? html`<th scope="row"${figures}>${cell}</th>` : html`<td${figures}>${cell}</td>`
}
