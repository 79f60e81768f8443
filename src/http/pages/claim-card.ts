import type { Span } from '../../kernel/span.ts'
import { kindOfType } from '../evidence/kind-of.ts'
import type { Reading } from '../frame/reading.ts'
import { correctionMenu } from '../html/correction-menu.ts'
import { eventData } from '../html/event-data.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { quoted } from '../html/quote.ts'
import { type Claim, engagementOf } from '../rows/claims.ts'

/**
 * A claim beside the text: what it says, its words as links into the text, and what became of it. `elsewhere`: the digest
 * of the document, when its text is on another page. `verbs`: what can be done to it, where that is more than a menu.
 */
export const claimCard = (reading: Reading, { number, event, decided }: Claim, elsewhere?: string, verbs?: Html): Html => {
  const { words, link } = reading
  const type = (words.types as Record<string, string>)[event.type] ?? event.type
  const retracted = decided?.retraction
  const amended = decided?.amendment?.data as { data: unknown; because: string } | undefined
  const title = html`<a href="${link(['log'], { at: event.position })}">${type}</a>`
  const first = event.evidence?.[0]
  const place = ({ start, end }: Span) => (elsewhere ? link(['documents', elsewhere], {}, `${start}-${end}`) : `#${start}-${end}`)
  const engagement = engagementOf(event.data)
  return html`<li id="claim-${number}" class="card ${kindOfType(event.type)}${retracted ? ' retracted' : ''}" value="${number}">
<h3>${first ? html`<a class="number" href="${place(first)}" aria-label="${words.documents.text}: ${words.documents.claim(String(number), type)}">${number}</a> ` : nothing}${retracted ? html`<del>${title}</del>` : title}${engagement ? html` <a class="go" href="${link(['engagements', ...engagement.split('/')])}" aria-label="${words.fields.engagements}: ${engagement}">↗</a>` : nothing}</h3>
${quotesOf(distinct(event.evidence ?? []), place)}
${retracted ? decisionOf(reading, words.documents.retracted, retracted.by, (retracted.data as { because: string }).because) : nothing}
${amended ? decisionOf(reading, words.documents.amended, decided?.amendment?.by ?? '', amended.because) : nothing}
${(decided?.reviews ?? []).map((review) => decisionOf(reading, `${words.documents.reviewed}: ${words.correct[(review.data as { verdict: 'right' | 'wrong' | 'unsure' }).verdict]}`, review.by, (review.data as { because: string }).because))}
${(event.doubt ?? []).map((code) => html`<p class="doubt">${words.documents.doubt}: ${(words.doubtCodes as Record<string, string>)[code] ?? code}</p>`)}
<details><summary>${words.log.data}</summary>${eventData(reading, amended?.data ?? event.data)}<p class="meta">${event.rule ? html`${words.why.rule} <code>${event.rule}</code> · ` : nothing}${event.by}${event.attribution ? html` · ${quoted(event.attribution)}` : nothing}</p></details>
${verbs ?? correctionMenu(reading, { event: event.id })}
</li>`
}

/** The first words that carry it are in sight; the others one step away. */
const quotesOf = (quotes: readonly (Span & { readonly quote: string })[], place: (span: Span) => string): Html => {
  const item = ({ start, end, quote }: Span & { readonly quote: string }, at: number) =>
    html`${at > 0 ? ' · ' : nothing}<a href="${place({ start, end })}" class="evidence-link">${quoted(quote)}</a>`
  const rest = quotes.slice(quotesShown)
  return html`<p class="quotes">${quotes.slice(0, quotesShown).map(item)}</p>${rest.length === 0 ? nothing : html`<details class="more"><summary>+ ${rest.length}</summary><p class="quotes">${rest.map(item)}</p></details>`}`
}
const quotesShown = 2

const decisionOf = ({ words }: Reading, what: string, by: string, because: string): Html =>
  html`<p class="decision">${what} ${words.documents.by} ${by} ${words.documents.because} “${quoted(because)}”</p>`

const distinct = <Quote extends { readonly start: number; readonly end: number }>(quotes: readonly Quote[]): Quote[] => [
  ...new Map(quotes.map((quote) => [`${quote.start}-${quote.end}`, quote])).values(),
]
