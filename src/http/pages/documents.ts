import type { Page, Route } from '../frame/page.ts'
import { paged } from '../frame/paging.ts'
import { dateOf } from '../html/date.ts'
import { emptyState } from '../html/empty.ts'
import { html, nothing } from '../html/html.ts'
import { pager } from '../html/pager.ts'
import { quoted } from '../html/quote.ts'
import { table, type Width } from '../html/table.ts'
import { whyHref } from '../html/value.ts'
import { type DocumentRow, titleOf } from '../rows/document.ts'

const widths: readonly Width[] = ['text', 'key', 'date', 'narrow', 'narrow']

export const documents: Route = {
  says: 'Every document with what it yielded, newest in the log first.',
  async make(reading) {
    const { words, link } = reading
    const view = await reading.view('documents')
    await view.open()
    const found = [...view.rows()]
      .map(([sha256, row]) => {
        const document = row as DocumentRow
        return {
          sha256,
          row: document,
          claims: Object.values(document.claims).reduce((sum, count) => sum + count, 0),
          at: view.lineage(sha256)[0] ?? -1,
        }
      })
      .sort((a, b) => b.at - a.at)
    const heads = [words.fields.title, words.fields.publisher, words.fields.published, words.fields.claims, words.fields.uncoded]
    return {
      title: words.documents.title,
      json: () => ({ documents: found.map(({ sha256, row, claims }) => ({ sha256, ...row, uncoded: undefined, claimsTotal: claims })) }),
      table: () => ({
        columns: ['sha256', 'name', 'title', 'publisher', 'published', 'claims', 'uncoded', 'uri'],
        rows: found.map(({ sha256, row, claims }) => [
          sha256,
          row.name,
          row.title,
          row.publisher,
          row.published,
          claims,
          row.uncodedTotal,
          row.uri,
        ]),
      }),
      body: () =>
        found.length === 0
          ? emptyState(words.documents.none, words.documents.noneCure)
          : html`${table(
              words.documents.title,
              heads.map((head, at) => ({ head, figures: at > 2, width: widths[at] as Width })),
              paged(reading, found).items.map(({ sha256, row, claims }) => {
                const why = (field: string) => whyHref(reading, { view: view.name, key: sha256 }, [field])
                return {
                  id: `d-${sha256.slice(0, 12)}`,
                  cells: [
                    html`<a href="${link(['documents', sha256])}">${quoted(titleOf(row, sha256))}</a>${row.withdrawn === null ? nothing : html` <small>${words.documents.withdrawn}</small>`}`,
                    html`<a class="why" href="${why('publisher')}">${row.publisher === null ? words.dates.unknown : quoted(row.publisher)}</a>`,
                    dateOf(row.published, words, {}, why('published')),
                    html`<a class="why figure" href="${why('claims')}">${claims}</a>`,
                    html`<a class="why figure" href="${why('uncodedTotal')}">${row.uncodedTotal ?? words.dates.unknown}</a>`,
                  ],
                }
              }),
            )}${pager(reading, paged(reading, found))}`,
    } satisfies Page
  },
}
