import { Fault, isFault } from '../../kernel/fault.ts'
import { documentStream } from '../../kernel/ids.ts'
import type { Span } from '../../kernel/span.ts'
import { documentText } from '../evidence/document-text.ts'
import type { Page, Route } from '../frame/page.ts'
import { numberIn, type Reading, segment } from '../frame/reading.ts'
import { dateOf } from '../html/date.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'
import { whyHref } from '../html/value.ts'
import { type Recorded, recordedOf } from '../rows/claims.ts'
import { type DocumentRow, titleOf } from '../rows/document.ts'
import { claimCard } from './claim-card.ts'

export const document: Route = {
  says: 'One document: its text with the evidence of every claim, the claims, and the sentences that were passed over. Any unique prefix of the digest finds it.',
  query: { at: 'a span to show, start-end in UTF-16 units of the stored text', part: 'of a very long text, from 1' },
  async make(reading) {
    const given = segment(reading, 1, 'open a document')
    const stream = await reading.ledger.document(given)
    const sha256 = stream.slice(documentStream('').length)
    if (sha256 !== given)
      return {
        elsewhere: reading.link(
          ['documents', sha256],
          Object.fromEntries([...reading.query].filter(([name]) => !['asOf', 'lang'].includes(name))),
        ),
      }
    const row = (await reading.view('documents')).row(sha256) as DocumentRow | undefined
    if (!row)
      throw new Fault('no-such-document', {
        attempted: `open the document ${sha256.slice(0, 12)}`,
        found: reading.words.documents.notReadYet,
        cure: 'Read at a later point of the log.',
      })
    const recorded = await recordedOf(reading, stream)
    const text = await textOrWhy(reading, sha256)
    return {
      title: titleOf(row, sha256),
      json: () => ({
        sha256,
        ...row,
        text: typeof text === 'string' ? text : null,
        claims: recorded.claims.map(({ number: claim, event, decided }) => ({
          number: claim,
          retracted: decided?.retraction !== undefined,
          ...event,
        })),
      }),
      table: () => ({
        columns: ['number', 'type', 'start', 'end', 'quote', 'field', 'rule', 'retracted'],
        rows: recorded.claims.flatMap(({ number: claim, event, decided }) =>
          (event.evidence ?? []).map((quote) => [
            claim,
            event.type,
            quote.start,
            quote.end,
            quote.quote,
            quote.field,
            event.rule,
            decided?.retraction !== undefined,
          ]),
        ),
      }),
      body: () => bodyOf(reading, sha256, row, recorded, text),
    } satisfies Page
  },
}

/** The stored text, or why it cannot be shown. */
export const textOrWhy = async ({ ledger }: Reading, sha256: string): Promise<string | Fault> => {
  try {
    return await ledger.archive.text(sha256)
  } catch (error) {
    if (isFault(error, 'text-withdrawn', 'no-such-document', 'corrupt-log')) return error
    throw error
  }
}

const bodyOf = (reading: Reading, sha256: string, row: DocumentRow, recorded: Recorded, text: string | Fault): Html => {
  const { words } = reading
  return html`${factsOf(reading, sha256, row)}
<div class="evidence">
<section class="reading" aria-labelledby="text"><h2 id="text">${words.documents.text}</h2>
${evidenceText(reading, text, row, recorded)}
</section>
<section class="claims" aria-labelledby="claims" data-live="claims"><h2 id="claims">${words.documents.claims} <span class="quiet">${recorded.claims.length}</span></h2>
${recorded.claims.length === 0 ? html`<p class="empty">${words.documents.noClaims}</p>` : html`<ol class="cards">${recorded.claims.map((claim) => claimCard(reading, claim))}</ol>`}
${passedOver(reading, row, text)}
</section></div>`
}

/** The text with its evidence and the way through it. */
export const evidenceText = (reading: Reading, text: string | Fault, row: DocumentRow, recorded: Recorded): Html => {
  const { words } = reading
  return html`<p class="quiet legend-line">${words.documents.legend}</p>
<p class="walk needs-script" hidden><button type="button" data-walk="-1" aria-keyshortcuts="p">${words.documents.previousEvidence}</button> <button type="button" data-walk="1" aria-keyshortcuts="n">${words.documents.nextEvidence}</button></p>
${text instanceof Fault ? html`<div class="empty"><p>${words.documents.withdrawn}</p><p class="cure">${words.documents.withdrawnCure}</p></div>` : textParts(reading, text, row, recorded)}`
}

const factsOf = (reading: Reading, sha256: string, row: DocumentRow): Html => {
  const { words } = reading
  const why = (field: string) => whyHref(reading, { view: 'documents', key: sha256 }, [field])
  const safe = row.uri !== null && /^https?:\/\//.test(row.uri)
  return html`<p class="lead">${row.publisher === null ? nothing : html`<a class="why" href="${why('publisher')}">${quoted(row.publisher)}</a> · `}${dateOf(row.published, words, {}, why('published'))} · <a class="why figure" href="${why('units')}">${words.documents.units(number(row.units ?? 0, words))}</a> · <code title="${sha256}">${sha256.slice(0, 16)}</code>${row.extractor ? html` · ${words.documents.readBy} <code>${row.extractor}</code>` : nothing}</p>
${row.uri === null ? nothing : html`<p class="quiet">${words.documents.original}: ${safe ? html`<a href="${row.uri}" rel="noreferrer noopener external">${row.uri}</a>` : html`<code>${row.uri}</code>`}</p>`}`
}

/** Very long texts come in parts; the part with the sought span is shown first. */
const textParts = (reading: Reading, text: string, row: DocumentRow, { claims }: Recorded): Html => {
  const { words, limits, link } = reading
  const sought = soughtIn(reading, text.length)
  const parts = Math.max(1, Math.ceil(text.length / limits.text))
  const part = Math.min(parts, numberIn(reading, 'part', sought ? Math.floor(sought.start / limits.text) + 1 : 1, { least: 1 }))
  const from = (part - 1) * limits.text
  const to = Math.min(text.length, from + limits.text)
  const marked = { claims, uncoded: row.uncoded ?? [], sought }
  const step = (label: string, target: number) => html`<a href="${link(reading.segments, { part: target })}">${label}</a>`
  const steps =
    parts === 1
      ? nothing
      : html`<p class="pager">${words.documents.part(String(part), String(parts))} ${part > 1 ? step(words.documents.previous, part - 1) : nothing} ${part < parts ? step(words.documents.next, part + 1) : nothing}</p>`
  return html`${steps}<div class="text" lang="${row.language ?? 'vi'}" data-from="${from}" data-sha256="${reading.segments[1]}" data-live-keep>${documentText(text, { from, to }, marked, words)}</div>${steps}`
}

const soughtIn = ({ query }: Reading, length: number): Span | null => {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(query.get('at') ?? '')
  if (!match) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end && end <= length ? { start, end } : null
}

const passedOver = (reading: Reading, row: DocumentRow, text: string | Fault): Html => {
  const { words, link, segments } = reading
  if (!row.uncoded || row.uncoded.length === 0) return nothing
  return html`<details class="passed-over" open><summary>${words.documents.uncoded} <span class="quiet">${row.uncodedTotal ?? row.uncoded.length}</span></summary><p class="quiet">${words.documents.uncodedSays}</p><ul>${row.uncoded.map(({ start, end, trigger }) => html`<li><a href="${link(segments, { at: `${start}-${end}` }, `${start}-${end}`)}">${quoted(trigger)}</a>: ${text instanceof Fault ? nothing : quoted(text.slice(start, Math.min(end, start + 160)))}</li>`)}</ul></details>`
}
