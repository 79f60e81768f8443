import { documentStream } from '../../kernel/ids.ts'
import type { Page, Route } from '../frame/page.ts'
import { type Paged, paged } from '../frame/paging.ts'
import { type Reading, segment } from '../frame/reading.ts'
import { emptyState } from '../html/empty.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { pager } from '../html/pager.ts'
import { quoted } from '../html/quote.ts'
import { readOnlyNote, reviewer } from '../html/reviewer.ts'
import { table } from '../html/table.ts'
import { amendForm } from '../review/amend-form.ts'
import { queueOf, type Waiting } from '../review/queue.ts'
import { type Claim, recordedOf } from '../rows/claims.ts'
import { type DocumentRow, titleOf } from '../rows/document.ts'
import type { EventIndex } from '../search/event-index.ts'
import { claimCard } from './claim-card.ts'
import { evidenceText, textOrWhy } from './document.ts'

/** The queue of documents that wait for a person. */
export const reviewsWith = (index: EventIndex): Route => ({
  says: 'Documents with claims that the reading was not sure of and that nobody has looked at, most doubtful first.',
  async make(reading) {
    const { words, link } = reading
    const queue = await queueOf(reading, index)
    const documents = await reading.view('documents')
    const title = (sha256: string) => titleOf((documents.row(sha256) ?? {}) as DocumentRow, sha256)
    const shown: Paged<Waiting> = paged(reading, queue)
    return {
      title: words.review.title,
      json: () => ({ total: queue.length, documents: queue }),
      table: () => ({ columns: ['sha256', 'claims', 'doubts'], rows: queue.map(({ sha256, claims, doubts }) => [sha256, claims, doubts]) }),
      body: () => html`<p class="lead">${words.review.says} <a href="${link(['review', 'identities'])}">${words.identities.title}</a></p>${readOnlyNote(reading)}
${
  queue.length === 0
    ? emptyState(words.review.none, words.doubts.noneCure)
    : html`<p class="count">${words.review.left(number(queue.length, words))}</p>${table(
        words.review.title,
        [
          { head: words.fields.document, width: 'text' },
          { head: words.fields.claims, figures: true, width: 'narrow' },
          { head: words.review.because, width: 'text' },
        ],
        shown.items.map(({ sha256, claims, doubts }) => ({
          id: `w-${sha256.slice(0, 12)}`,
          cells: [
            html`<a href="${link(['review', sha256])}">${quoted(title(sha256))}</a>`,
            html`<a class="figure" href="${link(['review', sha256])}">${claims}</a>`,
            html`${Object.entries(doubts).map(([code, times], at) => html`${at > 0 ? ' · ' : nothing}${(words.doubtCodes as Record<string, string>)[code] ?? code}${times > 1 ? ` (${times})` : ''}`)}`,
          ],
        })),
      )}${pager(reading, shown)}`
}`,
    } satisfies Page
  },
})

/** One document for review: its text with the evidence on the left, its claims with what can be done to them on the right. */
export const reviewWith = (index: EventIndex): Route => ({
  says: 'One document for review: its text with the evidence, and every claim to accept, retract or amend.',
  async make(reading) {
    const { words, link } = reading
    const given = segment(reading, 1, 'review a document')
    const stream = await reading.ledger.document(given)
    const sha256 = stream.slice(documentStream('').length)
    if (sha256 !== given) return { elsewhere: link(['review', sha256]) }
    const row = (await reading.view('documents')).row(sha256) as DocumentRow
    const recorded = await recordedOf(reading, stream)
    const text = await textOrWhy(reading, sha256)
    const queue = await queueOf(reading, index)
    const at = queue.findIndex((waiting) => waiting.sha256 === sha256)
    const next = queue[at + 1] ?? queue.find((waiting) => waiting.sha256 !== sha256)
    return {
      title: `${words.review.title}: ${titleOf(row, sha256)}`,
      json: () => ({ sha256, left: queue.length, next: next?.sha256 ?? null, claims: recorded.claims.map(({ event }) => event) }),
      table: () => ({
        columns: ['number', 'type', 'doubts', 'decided'],
        rows: recorded.claims.map(({ number: claim, event, decided }) => [claim, event.type, event.doubt ?? [], decided !== undefined]),
      }),
      body: () => html`<p class="lead">${words.review.left(number(queue.length, words))} · <a href="${link(['review'])}">${words.review.queue}</a>${next ? html` · <a href="${link(['review', next.sha256])}" rel="next" data-review-next aria-keyshortcuts="j">${words.review.next}</a>` : nothing} · <a href="${link(['documents', sha256])}">${words.fields.document}</a></p>
${readOnlyNote(reading)}${reviewer(reading, words.review)}
<div class="evidence review"${attributes({ 'data-review': sha256 })}>
<section class="reading" aria-labelledby="text"><h2 id="text">${words.documents.text}</h2>${evidenceText(reading, text, row, recorded)}</section>
<section class="claims" aria-labelledby="claims" data-live="claims"><h2 id="claims">${words.documents.claims} <span class="quiet">${recorded.claims.length}</span></h2>
${recorded.claims.length === 0 ? html`<p class="empty">${words.documents.noClaims}</p>` : html`<ol class="cards">${recorded.claims.map((claim) => claimCard(reading, claim, undefined, verbsOf(reading, claim)))}</ol>`}
</section></div>`,
    } satisfies Page
  },
})

/** Accept, retract, amend: each with its preview where rows would change. */
const verbsOf = (reading: Reading, { event, decided }: Claim): Html => {
  const { words, writable, asOf } = reading
  if (!writable || asOf !== undefined || decided?.retraction) return nothing
  const data = (decided?.amendment?.data as { data?: unknown } | undefined)?.data ?? event.data
  return html`<form class="verdicts needs-script" hidden data-claim="${event.id}">
<div class="buttons"><button type="button" data-verb="accept" aria-keyshortcuts="a">${words.review.accept}</button> <button type="button" data-verb="retract" aria-keyshortcuts="x">${words.correct.retract}</button> <button type="button" data-verb="amend" aria-expanded="false" aria-keyshortcuts="e">${words.correct.amend}…</button></div>
<div class="amendment" hidden>${amendForm(reading, event, data)}<button type="button" data-verb="preview">${words.correct.preview}</button></div>
<p class="says" role="status"></p></form>`
}
