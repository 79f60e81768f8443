import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Page, Route } from '../frame/page.ts'
import { numberIn, type Reading } from '../frame/reading.ts'
import { correctionMenu } from '../html/correction-menu.ts'
import { emptyState } from '../html/empty.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { pager } from '../html/pager.ts'
import { quoted } from '../html/quote.ts'
import { decisionsAt } from '../rows/corrections.ts'
import type { EventIndex } from '../search/event-index.ts'

/** The page of doubts, over one index of them. */
export const doubtsWith = (index: EventIndex): Route => ({
  says: 'What the reading was not sure of, each with its words; settled doubts are left out.',
  query: { code: 'only doubts of this kind', page: 'from 1' },
  async make(reading) {
    const { words } = reading
    const all = await doubtsOf(reading, index)
    const code = reading.query.get('code') || undefined
    const shown = code ? all.filter((doubt) => doubt.code === code) : all
    return {
      title: words.doubts.title,
      json: () => ({
        total: shown.length,
        doubts: shown.map(({ code: kind, event: { position, id, type, stream, rule, evidence } }) => ({
          code: kind,
          position,
          event: id,
          type,
          stream,
          rule,
          evidence,
        })),
      }),
      table: () => ({
        columns: ['code', 'position', 'event', 'type', 'stream', 'rule', 'start', 'end', 'quote'],
        rows: shown.map(({ code: kind, event }) => [
          kind,
          event.position,
          event.id,
          event.type,
          event.stream,
          event.rule,
          event.evidence?.[0]?.start,
          event.evidence?.[0]?.end,
          event.evidence?.[0]?.quote,
        ]),
      }),
      body: () => bodyOf(reading, all, shown, code),
    } satisfies Page
  },
})

const pageSize = 300

interface Doubt {
  readonly code: string
  readonly event: RecordedEvent
}

/** Those that stand: not of a retracted event, nor of one that a person reviewed as right. */
const doubtsOf = async (reading: Reading, index: EventIndex): Promise<Doubt[]> => {
  const decided = await decisionsAt(reading)
  const found: Doubt[] = []
  for (const event of await index.upTo(reading.position)) {
    const about = decided.get(event.id)
    if (about?.retraction || about?.reviews.some(({ data }) => (data as { verdict: string }).verdict === 'right')) continue
    for (const code of event.doubt ?? []) found.push({ code, event })
  }
  return found
}

const bodyOf = (reading: Reading, all: readonly Doubt[], shown: readonly Doubt[], chosen: string | undefined): Html => {
  const { words, link } = reading
  const pages = Math.max(1, Math.ceil(shown.length / pageSize))
  const page = numberIn(reading, 'page', 1, { least: 1 })
  if (all.length === 0) return html`<p class="lead">${words.doubts.says}</p>${emptyState(words.doubts.none, words.doubts.noneCure)}`
  const counts = new Map<string, number>()
  for (const { code } of all) counts.set(code, (counts.get(code) ?? 0) + 1)
  const name = (code: string) => (words.doubtCodes as Record<string, string>)[code] ?? code
  const chips = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return html`<p class="lead">${words.doubts.says} <a href="${link(['review'])}">${words.review.title}</a> · <a href="${link(['review', 'identities'])}">${words.identities.title}</a></p>
<p class="facets" data-live="facets">${chips.map(([code, count]) => html`<a class="chip${code === chosen ? ' on' : ''}" href="${link(['doubts'], { code: code === chosen ? null : code })}">${name(code)} <span class="quiet">${count}</span></a> `)}</p>
<p class="count">${words.doubts.of(number(shown.length, words))}</p>
<ol class="log" data-live="doubts">${shown.slice((page - 1) * pageSize, page * pageSize).map(({ code, event }) => {
    const [quote] = event.evidence ?? []
    const sha256 = event.stream.startsWith('document/') ? event.stream.slice(9) : null
    return html`<li id="doubt-${event.position}-${code}"><p><b>${name(code)}</b> ${quote && sha256 ? html`<a class="quote" href="${link(['documents', sha256], {}, `${quote.start}-${quote.end}`)}">${quoted(quote.quote)}</a>` : nothing}</p>
<p class="meta"><a href="${link(['log'], { at: event.position })}">${(words.types as Record<string, string>)[event.type] ?? event.type}</a>${event.rule ? html` · <code>${event.rule}</code>` : nothing} · ${words.why.at} ${number(event.position, words)}</p>${correctionMenu(reading, { event: event.id })}</li>`
  })}</ol>${pager(reading, { page, pages })}`
}
