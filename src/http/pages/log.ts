import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Page, Route } from '../frame/page.ts'
import { numberIn, type Reading } from '../frame/reading.ts'
import { carried } from '../html/carried.ts'
import { emptyState } from '../html/empty.ts'
import { eventData } from '../html/event-data.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'

export const log: Route = {
  says: 'Events as they lie in the log, newest first, or from a position or a date on.',
  query: {
    at: 'a position, a date or a time: that event is the first one shown',
    from: 'oldest: from the first event on; or a position from which the log is shown upwards',
    type: 'only events of this kind',
    stream: 'only events of this stream',
    event: 'the event with this id',
    limit: 'events of one page, 100 by default',
  },
  light: true,
  async make(reading) {
    const { words } = reading
    const shown = await stretchOf(reading)
    return {
      title: words.log.title,
      json: () => ({ events: shown.events, older: shown.older, newer: shown.newer }),
      table: () => ({
        columns: ['position', 'type', 'stream', 'revision', 'id', 'recorded', 'by', 'rule', 'data', 'evidence'],
        rows: shown.events.map((e) => [e.position, e.type, e.stream, e.revision, e.id, e.recorded, e.by, e.rule, e.data, e.evidence]),
      }),
      body: () => bodyOf(reading, shown),
    } satisfies Page
  },
}

interface Stretch {
  /** Highest position first. */
  readonly events: readonly RecordedEvent[]
  /** Positions to go on from, or null at an end. */
  readonly older: number | null
  readonly newer: number | null
}

const stretchOf = async (reading: Reading): Promise<Stretch> => {
  const { ledger, query, position } = reading
  const limit = numberIn(reading, 'limit', 100, { least: 1, most: 1_000 })
  const types = query.get('type') ? [query.get('type') as string] : undefined
  const stream = query.get('stream') || undefined
  const id = query.get('event')
  const located = id ? await ledger.store.locate?.(id) : undefined
  const at = query.get('at') ? await ledger.positionAt((query.get('at') as string).slice(0, 100)) : (located ?? null)
  const upwards = query.get('from') === 'oldest' ? 0 : query.get('from') ? numberIn(reading, 'from', 0) : null
  const fits = (event: RecordedEvent) =>
    event.position <= position && (!stream || event.stream === stream) && (!types || types.includes(event.type))
  const take = async (options: { from?: number; to?: number; backwards?: boolean }): Promise<RecordedEvent[]> => {
    const found: RecordedEvent[] = []
    if ((options.to ?? position) < 0) return found
    const chosen = stream ? { stream, backwards: options.backwards ?? false } : { ...options, ...(types ? { types } : {}) }
    for await (const event of ledger.store.read(chosen) as AsyncIterable<RecordedEvent>) {
      if (
        !fits(event) ||
        (options.from !== undefined && event.position < options.from) ||
        (options.to !== undefined && event.position > options.to)
      )
        continue
      found.push(event)
      if (found.length > limit) break
    }
    return found
  }
  if (upwards !== null) {
    const found = await take({ from: upwards, to: position })
    const events = found.slice(0, limit).reverse()
    return {
      events,
      newer: found.length > limit ? (events[0] as RecordedEvent).position + 1 : null,
      older: upwards > 0 && events.length > 0 ? (events.at(-1) as RecordedEvent).position - 1 : null,
    }
  }
  const start = Math.min(at ?? position, position)
  const found = await take({ from: 0, to: start, backwards: true })
  const events = found.slice(0, limit)
  return {
    events,
    older: found.length > limit ? (events.at(-1) as RecordedEvent).position - 1 : null,
    newer: start < position ? start + 1 : null,
  }
}

const bodyOf = (reading: Reading, { events, older, newer }: Stretch): Html => {
  const { words, link, query, position } = reading
  const kept = { type: query.get('type'), stream: query.get('stream') }
  const step = (label: string, cause: string, target: Readonly<Record<string, string | number>> | null) =>
    target
      ? html`<a href="${link(['log'], { ...kept, ...target })}">${label}</a>`
      : html`<span class="off" aria-disabled="true" title="${cause}">${label}</span>`
  const steps = html`<nav class="pager" aria-label="${words.log.title}">${step(words.log.newest, words.log.disabledNewest, newer === null ? null : {})} ${step(words.log.newer, words.log.disabledNewest, newer === null ? null : { from: newer })} ${step(words.log.older, words.log.disabledOldest, older === null ? null : { at: older })} ${step(words.log.oldest, words.log.disabledOldest, older === null ? null : { from: 'oldest' })}</nav>`
  return html`<p class="lead">${words.log.says}</p>
<form class="filters" aria-label="${words.views.filter}">
<label>${words.log.go} <input name="at" value="${query.get('at') ?? ''}" maxlength="40" size="12" placeholder="${position < 0 ? '0' : String(position)}"></label>
<label>${words.log.type} <select name="type"><option value="">${words.log.all}</option>${Object.entries(words.types).map(([type, name]) => html`<option value="${type}"${query.get('type') === type ? html` selected` : nothing}>${name}</option>`)}</select></label>
${query.get('stream') ? html`<label>${words.log.stream} <input name="stream" value="${query.get('stream') ?? ''}" size="20"></label>` : nothing}
${carried(reading)}
<button>${words.log.goButton}</button></form>
${steps}
<div data-live="events">${events.length === 0 ? (position < 0 ? emptyState(words.log.empty, words.overview.emptyCure) : emptyState(words.log.none, words.log.noneCure)) : html`<ol class="log events">${events.map((event) => eventItem(reading, event))}</ol>`}</div>
${steps}`
}

const eventItem = (reading: Reading, event: RecordedEvent): Html => {
  const { words, link } = reading
  const sha256 = event.stream.startsWith('document/') ? event.stream.slice(9) : null
  const quote = event.evidence?.[0]
  return html`<li id="at-${event.position}" class="event">
<p><a class="position" href="${link(['log'], { at: event.position })}">${number(event.position, words)}</a> <b>${(words.types as Record<string, string>)[event.type] ?? event.type}</b> ${quote && sha256 ? html`<a class="quote" href="${link(['documents', sha256], {}, `${quote.start}-${quote.end}`)}">${quoted(shortened(quote.quote))}</a>` : saysOf(event.data)}</p>
<p class="meta"><time datetime="${event.recorded}">${event.recorded.replace('T', ' ').slice(0, 19)}</time> · ${event.by} · <a href="${link(['log'], { stream: event.stream })}"><code>${event.stream.slice(0, 21)}</code></a> · <code>${event.id.slice(0, 8)}</code>${event.rule ? html` · <code>${event.rule}</code>` : nothing}</p>
<details><summary>${words.log.data}</summary>${eventData(reading, event.data)}</details></li>`
}

/** What a decision gives as its reason: a rule in English, a person in their own words. */
const saysOf = (data: unknown): Html => {
  const { basis, because } = data as { readonly basis?: { readonly rule?: string; readonly says?: string }; readonly because?: string }
  const isRule = basis !== undefined && basis.rule !== 'human'
  return html`<span class="quiet"${isRule ? html` lang="en"` : nothing}>${shortened(basis?.says ?? because ?? '')}</span>`
}

/** The beginning of a text in whole words. */
const shortened = (text: string): string => (text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`)
const most = 120
