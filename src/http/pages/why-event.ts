import type { Why } from '../../ledger.ts'
import { kindOfType } from '../evidence/kind-of.ts'
import type { Reading } from '../frame/reading.ts'
import { correctionMenu } from '../html/correction-menu.ts'
import { dateOf } from '../html/date.ts'
import { eventData } from '../html/event-data.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { markedSentence } from '../html/marked-sentence.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'

export type WhyEvent = Why['events'][number]

/** One event behind a value: quote ▸ claim ▸ decisions ▸ corrections ▸ proof. The quote is in sight, the rest one step away. */
export const whyEvent = (reading: Reading, told: WhyEvent, isFirst: boolean): Html => {
  const { words, link } = reading
  const { event, document, quotes, effect, changes } = told
  const type = (words.types as Record<string, string>)[event.type] ?? event.type
  return html`<li class="step"${isFirst ? html` data-first` : nothing}>
<h2><a href="${link(['log'], { at: event.position })}">${type}</a> <small class="effect ${effect}">${words.why.effects[effect]}</small></h2>
${quotesOf(reading, told)}
<p class="meta">${document.sha256 ? html`<a href="${link(['documents', document.sha256], {}, quotes[0] ? `${quotes[0].start}-${quotes[0].end}` : undefined)}" class="open">${words.why.open}</a> · ` : nothing}${event.rule ? html`${words.why.rule} <code>${event.rule}</code> · ` : nothing}${event.by} · <time datetime="${event.recorded}">${event.recorded.slice(0, 10)}</time> · ${words.why.at} <a href="${link(['log'], { at: event.position })}">${number(event.position, words)}</a></p>
${(event.doubt ?? []).map((code) => html`<p class="doubt">${words.documents.doubt}: ${(words.doubtCodes as Record<string, string>)[code] ?? code}</p>`)}
<details><summary>${words.log.data}</summary>${eventData(reading, told.corrected ?? event.data)}</details>
${changes.length === 0 ? nothing : html`<details class="changes"><summary>${words.why.changes}</summary><ul>${changes.slice(0, 50).map(({ path, before, after }) => html`<li><code>${path}</code> ${short(before)} → ${short(after)}</li>`)}</ul></details>`}
${decisionsOf(reading, told)}
${correctionsOf(reading, told)}
<div class="proof"${attributes({ 'data-position': event.position })}></div>
${correctionMenu(reading, { event: event.id })}
</li>`
}

/** The words that carry it, each sentence once with all its spans. */
export const quotesOf = ({ words, link }: Reading, { quotes, document, event }: WhyEvent): Html => {
  if (quotes.length === 0) return nothing
  const sentences = new Map<string, { start: number; text: string; spans: { start: number; end: number }[] }>()
  const bare: WhyEvent['quotes'][number][] = []
  for (const quote of quotes) {
    const { sentence } = quote
    if (!sentence) bare.push(quote)
    else {
      const known = sentences.get(String(sentence.start)) ?? { start: sentence.start, text: sentence.text, spans: [] }
      known.spans.push(quote)
      if (sentence.text.length > known.text.length) known.text = sentence.text
      sentences.set(String(sentence.start), known)
    }
  }
  const anchor = ({ start, end }: { start: number; end: number }) => `${start}-${end}`
  return html`${[...sentences.values()].map(({ start, text, spans }) => {
    const first = spans[0] as { start: number; end: number }
    const opens = document.sha256 ? link(['documents', document.sha256], {}, anchor(first)) : undefined
    return html`<blockquote${opens ? html` cite="${opens}"` : nothing}>${markedSentence(text, start, spans, kindOfType(event.type))}${opens ? html` <a class="span" href="${opens}">[${anchor(first)}]</a>` : nothing}</blockquote>`
  })}${bare.map((quote) => html`<blockquote><mark>${quoted(quote.quote)}</mark> <span class="quiet">[${anchor(quote)}] ${words.documents.withdrawn}</span></blockquote>`)}`
}

const decisionsOf = (reading: Reading, { identity }: WhyEvent): Html => {
  if (identity.length === 0) return nothing
  const { words, link } = reading
  return html`<details class="decisions"><summary>${words.why.decisions} (${identity.length})</summary><ul>${identity.map(
    ({ id, standsFor, event }) => {
      const data = event.data as {
        basis?: { rule: string; says: string; features?: { feature: string; a: string; b: string; verdict: string }[] }
        because?: string
        when?: string
        field?: string
      }
      return html`<li><b>${(words.types as Record<string, string>)[event.type] ?? event.type}</b>: <code>${id}</code>${standsFor === id ? nothing : html` → <code>${standsFor}</code>`}${data.when ? html` ${dateOf(data.when, words, { derived: true })}` : nothing}<br>
${data.basis?.says ?? data.because ?? ''} ${data.basis ? html`<code>${data.basis.rule}</code>` : nothing} · ${event.by} · <a href="${link(['log'], { at: event.position })}">${words.why.at} ${event.position}</a>
${data.basis?.features ? html`<table class="basis"><tbody>${data.basis.features.map(({ feature, a, b, verdict }) => html`<tr><th scope="row">${feature}</th><td>${quoted(a)}</td><td>${quoted(b)}</td><td>${verdict}</td></tr>`)}</tbody></table>` : nothing}
${correctionMenu(reading, { event: event.id })}</li>`
    },
  )}</ul></details>`
}

const correctionsOf = ({ words, link }: Reading, { corrections }: WhyEvent): Html =>
  corrections.length === 0
    ? nothing
    : html`<details class="corrections" open><summary>${words.why.corrections}</summary><ul>${corrections.map(({ event, inForce }) => {
        const because = (event.data as { because?: string }).because ?? ''
        const line = html`<a href="${link(['log'], { at: event.position })}">${(words.types as Record<string, string>)[event.type] ?? event.type}</a>: ${because} · ${event.by}`
        return html`<li>${inForce ? line : html`<del>${line}</del>`}</li>`
      })}</ul></details>`

const short = (value: unknown): Html => {
  const said = value === undefined ? '' : JSON.stringify(value)
  return html`<code>${said.length > 120 ? `${said.slice(0, 120)}…` : said}</code>`
}
