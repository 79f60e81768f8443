import { Fault } from '../../kernel/fault.ts'
import type { Why } from '../../ledger.ts'
import { pointerOf } from '../frame/links.ts'
import type { Page, Route } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import { carried } from '../html/carried.ts'
import { eventValue } from '../html/event-data.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { quoted } from '../html/quote.ts'
import { labelOf } from '../html/value.ts'
import { type DocumentRow, titleOf } from '../rows/document.ts'
import { findEngagement } from '../rows/find-engagement.ts'
import { quotesOf, type WhyEvent } from './why-event.ts'

/** Two documents side by side on one engagement: what each says in its words, and where they differ. */
export const compare: Route = {
  says: 'What two documents say of one engagement, side by side, and in which fields they agree, differ, or one is silent.',
  query: { a: 'digest of the first document', b: 'digest of the second' },
  async make(reading) {
    const { words, link } = reading
    const id = reading.segments.slice(1).join('/')
    const found = await findEngagement(reading, id)
    if (!found)
      throw new Fault('no-such-row', {
        attempted: `compare reports of ${id.slice(0, 60)}`,
        found: 'no such engagement',
        expected: 'an id such as 0123456789ab/v@130',
      })
    const past = reading.asOf === undefined ? {} : { asOf: String(reading.position) }
    const reports = reportsOf(await reading.ledger.why(found.whence.view, found.whence.key, pointerOf(found.path), past))
    const [a, b] = sidesOf(reading, [...reports.keys()])
    const fields = fieldsOf(reports.get(a) ?? [], reports.get(b) ?? [])
    const documents = await reading.view('documents')
    const titles = new Map([...reports.keys()].map((sha256) => [sha256, titleOf((documents.row(sha256) ?? {}) as DocumentRow, sha256)]))
    return {
      title: words.compare.title,
      json: () => ({ id, a, b, documents: [...titles].map(([sha256, title]) => ({ sha256, title })), fields }),
      table: () => ({
        columns: ['field', 'verdict', 'a', 'b'],
        rows: fields.map(({ field, verdict, a: x, b: y }) => [field, verdict, x, y]),
      }),
      body: () => html`<p class="lead"><a href="${link(['engagements', ...found.id.split('/')])}">${words.compare.back}</a> · <code>${found.id}</code></p>
${titles.size < 2 ? html`<p class="note">${words.compare.single}</p>` : html`${chooser(reading, titles, [a, b])}${verdicts(reading, fields, [a, b], titles)}`}
<div class="sides">${[a, b].filter(Boolean).map((sha256) => sideOf(reading, sha256, titles.get(sha256) ?? '', reports.get(sha256) ?? []))}</div>`,
    } satisfies Page
  },
}

type Reports = ReadonlyMap<string, readonly WhyEvent[]>

/** Claims by the document that makes them. */
const reportsOf = ({ events }: Why): Reports => {
  const reports = new Map<string, WhyEvent[]>()
  for (const told of events) {
    const { sha256 } = told.document
    if (sha256 && told.quotes.length > 0) reports.set(sha256, [...(reports.get(sha256) ?? []), told])
  }
  return reports
}

/** The two that the address names, by any prefix; else the two first ones. */
const sidesOf = ({ query }: Reading, all: readonly string[]): [a: string, b: string] => {
  const named = (name: string) => {
    const given = query.get(name)
    return given ? all.find((sha256) => sha256.startsWith(given)) : undefined
  }
  const a = named('a') ?? all.find((sha256) => sha256 !== named('b')) ?? ''
  return [a, named('b') ?? all.find((sha256) => sha256 !== a) ?? '']
}

interface Compared {
  readonly field: string
  readonly verdict: 'same' | 'differs' | 'silent'
  readonly a: readonly unknown[]
  readonly b: readonly unknown[]
}

/** Not what the document says, but how the ledger names it. */
const ownIds = new Set(['visit', 'meeting', 'forum', 'agreement', 'relationship', 'figure'])

const fieldsOf = (a: readonly WhyEvent[], b: readonly WhyEvent[]): Compared[] => {
  const said = (events: readonly WhyEvent[]) => {
    const fields = new Map<string, Map<string, unknown>>()
    for (const { event, corrected } of events)
      for (const [field, value] of Object.entries({ type: event.type, ...((corrected ?? event.data) as object) })) {
        if (ownIds.has(field)) continue
        const values = fields.get(field) ?? new Map()
        fields.set(field, values.set(JSON.stringify(value), value))
      }
    return fields
  }
  const [left, right] = [said(a), said(b)]
  const order = { differs: 0, silent: 1, same: 2 }
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((field): Compared => {
      const [x, y] = [left.get(field), right.get(field)]
      const same = x && y && x.size === y.size && [...x.keys()].every((value) => y.has(value))
      return { field, verdict: !x || !y ? 'silent' : same ? 'same' : 'differs', a: [...(x?.values() ?? [])], b: [...(y?.values() ?? [])] }
    })
    .sort((x, y) => order[x.verdict] - order[y.verdict])
}

const chooser = (reading: Reading, titles: ReadonlyMap<string, string>, [a, b]: readonly [string, string]): Html => {
  const { words, segments } = reading
  const choice = (name: string, chosen: string) =>
    html`<label>${words.compare[name === 'a' ? 'left' : 'right']} <select name="${name}">${[...titles].map(([sha256, title]) => html`<option value="${sha256}"${attributes({ selected: sha256 === chosen })}>${title.slice(0, 80)} (${sha256.slice(0, 8)})</option>`)}</select></label>`
  return html`<form class="filters" action="/${segments.join('/')}">${carried(reading)}${choice('a', a)}${choice('b', b)}<button>${words.compare.go}</button></form>`
}

const verdicts = (
  reading: Reading,
  fields: readonly Compared[],
  [a, b]: readonly [string, string],
  titles: ReadonlyMap<string, string>,
): Html => {
  const { words } = reading
  const cell = (values: readonly unknown[]) =>
    values.length === 0
      ? html`<span class="unknown">${words.dates.unknown}</span>`
      : html`${values.map((value, at) => html`${at > 0 ? html`<br>` : nothing}${typeof value === 'string' && Object.hasOwn(words.types, value) ? (words.types as Record<string, string>)[value] : eventValue(reading, value)}`)}`
  return html`<table class="compared"><caption class="aloud">${words.compare.title}</caption>
<thead><tr><th scope="col">${words.compare.field}</th><th scope="col">${words.compare.verdict}</th><th scope="col">${quoted(titles.get(a) ?? '–')}</th><th scope="col">${quoted(titles.get(b) ?? '–')}</th></tr></thead>
<tbody>${fields.map(
    ({ field, verdict, a: x, b: y }) =>
      html`<tr class="${verdict}"><th scope="row">${field === 'type' ? words.compare.claim : labelOf(field, reading)}</th><td class="verdict">${words.compare.verdicts[verdict]}</td><td>${cell(x)}</td><td>${cell(y)}</td></tr>`,
  )}</tbody></table>`
}

const sideOf = (reading: Reading, sha256: string, title: string, events: readonly WhyEvent[]): Html => {
  const { words, link } = reading
  return html`<section aria-label="${title}"><h2><a href="${link(['documents', sha256])}">${quoted(title)}</a></h2>
${events.map((told) => html`<p class="meta">${(words.types as Record<string, string>)[told.event.type] ?? told.event.type}${told.event.rule ? html` · <code>${told.event.rule}</code>` : nothing}</p>${quotesOf(reading, told)}`)}</section>`
}
