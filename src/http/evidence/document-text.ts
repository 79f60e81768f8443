import type { Span } from '../../kernel/span.ts'
import { type Html, html, trusted } from '../html/html.ts'
import { textOf } from '../html/quote.ts'
import type { Claim } from '../rows/claims.ts'
import type { Words } from '../words/words.ts'
import { kindOfType } from './kind-of.ts'
import { type Named, stretches } from './marking.ts'

type Mark = { readonly claim: Claim; readonly first: boolean } | { readonly uncoded: string } | { readonly sought: true }

/** What is marked in a text: claims with their evidence, sentences passed over, and the span that the address asks for. */
export interface Marked {
  readonly claims: readonly Claim[]
  readonly uncoded: readonly (Span & { readonly trigger: string })[]
  readonly sought: Span | null
}

/**
 * The stored text as markup, `from` to `to`. Its `textContent` is that text, unit for unit: numbers of claims are
 * drawn by the style sheet, so that copying, searching and offsets cannot drift.
 */
export const documentText = (text: string, { from, to }: { from: number; to: number }, marked: Marked, words: Words): Html => {
  const spans: Named<Mark>[] = [
    ...marked.uncoded.map(({ start, end, trigger }) => ({ start, end, name: { uncoded: trigger } })),
    ...marked.claims.flatMap((claim) => evidenceOf(claim).map(({ start, end }, at) => ({ start, end, name: { claim, first: at === 0 } }))),
    ...(marked.sought ? [{ ...marked.sought, name: { sought: true } as const }] : []),
  ]
  const anchors = new Set<string>()
  const parts: string[] = []
  for (const { start, end, under, begins } of stretches(to, spans, from)) {
    for (const mark of begins) {
      const span = spans.find(({ name }) => name === mark) as Named<Mark>
      const id = `${span.start}-${span.end}`
      const anchor = anchors.has(id) || 'uncoded' in mark ? undefined : id
      if (anchor) anchors.add(anchor)
      parts.push(String(handleOf(mark, anchor, words)))
    }
    parts.push(String(stretchOf(textOf(text.slice(start, end)), under)))
  }
  return trusted(parts.join(''))
}

/** The same words may carry several fields of a claim; they are marked once. */
const evidenceOf = ({ event: { evidence = [] } }: Claim): Span[] => {
  const seen = new Map<string, Span>()
  for (const { start, end } of evidence) seen.set(`${start}-${end}`, { start, end })
  return [...seen.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Where a span begins: its anchor, and for a claim a numbered link to its card. Neither holds any text. */
const handleOf = (mark: Mark, anchor: string | undefined, words: Words): Html => {
  const id = anchor === undefined ? trusted('') : html` id="${anchor}"`
  if ('uncoded' in mark)
    return html`<span class="passed" data-note="${words.documents.uncodedTrigger(mark.uncoded)}" role="note" aria-label="${words.documents.uncodedTrigger(mark.uncoded)}"></span>`
  if ('sought' in mark || !mark.first) return anchor === undefined ? trusted('') : html`<span class="anchor"${id}></span>`
  const { number, event } = mark.claim
  const what = (words.types as Record<string, string>)[event.type] ?? event.type
  return html`<a class="handle ${kindOfType(event.type)}"${id} href="#claim-${number}" data-number="${number}" aria-label="${words.documents.claim(String(number), what)}"></a>`
}

const stretchOf = (text: Html, under: readonly Mark[]): Html => {
  const claims = under.flatMap((mark) => ('claim' in mark ? [mark.claim] : []))
  const uncoded = under.some((mark) => 'uncoded' in mark)
  const sought = under.some((mark) => 'sought' in mark)
  const inner = uncoded ? html`<span class="uncoded">${text}</span>` : text
  if (claims.length === 0) return sought ? html`<mark class="sought">${inner}</mark>` : inner
  const last = claims.at(-1) as Claim
  const kinds = [
    kindOfType(last.event.type),
    ...(claims.length > 1 ? ['several'] : []),
    ...(sought ? ['sought'] : []),
    ...(claims.every(({ decided }) => decided?.retraction) ? ['retracted'] : []),
  ]
  return html`<mark class="${kinds.join(' ')}" data-claims="${[...new Set(claims.map(({ number }) => number))].join(' ')}">${inner}</mark>`
}
