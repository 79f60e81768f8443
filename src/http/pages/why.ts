import type { Why } from '../../ledger.ts'
import { pointerOf } from '../frame/links.ts'
import type { Page, Route } from '../frame/page.ts'
import { numberIn, type Reading, segment } from '../frame/reading.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { isRecord } from '../html/shapes.ts'
import { shownValue } from '../html/value.ts'
import { viewTitle } from '../html/view-title.ts'
import { whyEvent } from './why-event.ts'

export const why: Route = {
  says: 'Where a value comes from: the events that set or confirmed it, their words in the documents, the decisions behind them.',
  query: { limit: 'so many events are told, the latest ones of them; at most 200' },
  async make(reading) {
    const view = segment(reading, 1, 'tell why')
    const key = segment(reading, 2, 'tell why')
    const path = pointerOf(reading.segments.slice(3).filter((part, at, all) => part !== '' || at < all.length - 1))
    const limit = numberIn(reading, 'limit', reading.format === 'html' ? told : mostTold, { least: 1, most: mostTold })
    const tree = await reading.ledger.why(view, key, path, {
      limit,
      ...(reading.asOf === undefined ? {} : { asOf: String(reading.position) }),
    })
    return {
      title: `${reading.words.why.title}: ${placeInWords(reading, tree)}`,
      json: () => tree,
      table: () => ({
        columns: ['position', 'type', 'effect', 'rule', 'by', 'recorded', 'document', 'start', 'end', 'quote'],
        rows: tree.events.flatMap(({ event, effect, document, quotes }) =>
          (quotes.length > 0 ? quotes : [null]).map((quote) => [
            event.position,
            event.type,
            effect,
            event.rule,
            event.by,
            event.recorded,
            document.sha256,
            quote?.start,
            quote?.end,
            quote?.quote,
          ]),
        ),
      }),
      body: () => treeOf(reading, tree),
    } satisfies Page
  },
}

/** Events that a page tells in full, and the most that are told on request: a long history is read in the log. */
const told = 50
const mostTold = 200

const placeInWords = (reading: Reading, { view, path }: Why): string =>
  [
    viewTitle(view, reading.words),
    ...path
      .split('/')
      .filter(Boolean)
      .map((part) => (reading.words.fields as Record<string, string>)[part] ?? part),
  ].join(' › ')

const treeOf = (reading: Reading, tree: Why): Html => {
  const { words, link } = reading
  const { view, key, path, value, events, earlier } = tree
  const parts =
    path === ''
      ? []
      : path
          .slice(1)
          .split('/')
          .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const first = events[0]
  return html`<p class="value"><span class="quiet"><a href="${link(['views', view])}">${viewTitle(view, words)}</a> › <a href="${link(['views', view, key])}">${key}</a>${parts.map((part, at) => html` › <a href="${link(['why', view, key, ...parts.slice(0, at + 1)])}">${(words.fields as Record<string, string>)[part] ?? part}</a>`)}</span>
${isRecord(value) && Object.keys(value).length > 12 ? html`<a href="${link(['views', view, key])}">${words.counts.entries(number(Object.keys(value).length, words))}</a>` : html`<strong>${shownValue(reading, value, { view, key }, parts)}</strong>`}</p>
${first ? nothing : html`<p class="empty">${words.why.nothing}</p>`}
${
  earlier > 0
    ? html`<p class="note">${words.why.limited(number(events.length, words), number(events.length + earlier, words))} ${events.length < mostTold ? html`<a href="${link(reading.segments, { limit: mostTold })}">${words.why.all}</a> · ` : nothing}<a href="${link(['views', view, key])}">${words.views.openRow}</a></p>`
    : nothing
}
<ol class="derivation">${events.map((event, at) => whyEvent(reading, event, at === 0))}</ol>`
}
