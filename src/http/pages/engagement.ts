import { Fault } from '../../kernel/fault.ts'
import type { Why } from '../../ledger.ts'
import type { Page, Route } from '../frame/page.ts'
import { numberIn, type Reading } from '../frame/reading.ts'
import { correctionMenu } from '../html/correction-menu.ts'
import { country, countryName } from '../html/country.ts'
import { dateOf } from '../html/date.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { legend } from '../html/legend.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'
import { isReported, type Reported } from '../html/shapes.ts'
import { labelOf, personValue, reportedValue, shownValue, termOf, type Whence, whyHref } from '../html/value.ts'
import { type EngagementRow, isExpected } from '../rows/engagement.ts'
import { findEngagement } from '../rows/find-engagement.ts'
import { type ReadingRule, readBy, readingRuleOf, readingRules } from '../rows/reading-rules.ts'
import { bareEngagement } from './bare-engagement.ts'
import { whyEvent } from './why-event.ts'

export const engagement: Route = {
  says: 'One visit, meeting, agreement, forum or change of relations: who, where, when, which documents report it, where they differ.',
  query: {
    limit: 'so many reports are told, the latest ones of them; at most 200',
    read: 'how differing dates are read: sources, exact, earliest or latest; the ledger’s rule when absent',
  },
  async make(reading) {
    const id = reading.segments.slice(1).join('/')
    const found = await findEngagement(reading, id)
    if (!found) {
      const bare = await bareEngagement(reading, id)
      if (bare) return bare
      throw new Fault('no-such-row', {
        attempted: `open the engagement ${id.slice(0, 60)}`,
        found: 'no such engagement',
        expected: 'an id such as 0123456789ab/v@130',
        cure: 'Search: /search',
      })
    }
    if (found.id !== id) return { elsewhere: reading.link(['engagements', ...found.id.split('/')], { was: id }) }
    const { whence, path, row } = found
    const limit = numberIn(reading, 'limit', reading.format === 'html' ? 50 : 200, { least: 1, most: 200 })
    const tree = await reading.ledger.why(
      whence.view,
      whence.key,
      path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      { limit, ...(reading.asOf === undefined ? {} : { asOf: String(reading.position) }) },
    )
    return {
      title: titleOf(reading, row),
      json: () => ({
        id,
        view: whence.view,
        key: whence.key,
        ...row,
        read: readingOf(reading, row),
        reports: tree.events.map(({ event }) => event),
      }),
      table: () => ({
        columns: ['position', 'type', 'document', 'quote', 'start', 'end', 'rule'],
        rows: tree.events.flatMap(({ event, document, quotes }) =>
          quotes.map((quote) => [event.position, event.type, document.sha256, quote.quote, quote.start, quote.end, event.rule]),
        ),
      }),
      body: () => bodyOf(reading, id, row, { whence, path, tree }),
    } satisfies Page
  },
}

/** The dates under the rule that the address asks for. */
const readingOf = ({ query }: Reading, row: EngagementRow) => {
  const rule = readingRuleOf(query.get('read'))
  return { rule, what: readBy(rule, row, 'what'), when: readBy(rule, row, 'when'), until: readBy(rule, row, 'until') }
}

interface Behind {
  readonly whence: Whence
  readonly path: readonly string[]
  readonly tree: Why
}

/** `Visit, official: Kassym-Jomart Tokayev → Vietnam`. */
const titleOf = (reading: Reading, { type, what, host, visitors, participants }: EngagementRow): string => {
  const kind = type === null ? '' : ((reading.words.kinds as Record<string, string>)[type] ?? type)
  const said = what === null ? '' : (termOf(what, reading) ?? what)
  const named = Object.values(visitors ?? participants ?? {}).map(({ name }) => name ?? reading.words.counts.unnamed)
  const people = named.length > 3 ? `${named.slice(0, 3).join(' – ')} …` : named.join(' – ')
  const who = [people, host ? countryName(host, reading.words) : ''].filter(Boolean).join(' → ')
  const title = capital(said.includes(kind) ? said : [kind, said].filter(Boolean).join(', '))
  return who ? `${title}: ${who}` : title
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const bodyOf = (reading: Reading, id: string, row: EngagementRow, { whence, path, tree }: Behind): Html => {
  const { words, link, query } = reading
  const why = (...parts: string[]) => whyHref(reading, whence, [...path, ...parts])
  const was = query.get('was')
  const rule = readingRuleOf(query.get('read'))
  const isLedgers = rule === 'ledger'
  const read = (field: 'when' | 'until') => readBy(rule, row, field)
  const people = row.visitors ?? row.participants ?? {}
  const field = row.visitors ? 'visitors' : 'participants'
  return html`${was ? html`<p class="note">${words.leaders.moved(was)}</p>` : nothing}
<dl class="facts" data-live="facts">
<dt>${words.fields.when}</dt><dd>${dateOf(read('when'), words, { derived: isLedgers && row.derived !== null, expected: isExpected(row) }, why('when'))}${read('until') === null ? nothing : html` ${words.fields.until} ${dateOf(read('until'), words, { derived: isLedgers && Boolean(row.untilDerived) }, why('until'))}`}</dd>
<dt>${words.fields.status}</dt><dd>${shownValue(reading, row.status, whence, [...path, 'status'])}</dd>
${row.host === undefined ? nothing : html`<dt>${words.fields.host}</dt><dd>${row.host === null ? shownValue(reading, null, whence, [...path, 'host']) : html`<a class="why" href="${why('host')}">${country(row.host, words)}</a>`}</dd>`}
${Object.keys(people).length === 0 ? nothing : html`<dt>${labelOf(field, reading)}</dt><dd><ul class="plain">${Object.entries(people).map(([person, one]) => html`<li>${personValue(reading, person, one, whence, [...path, field, person])} ${officesOf(reading, one, whence, [...path, field, person, 'offices'])}</li>`)}</ul></dd>`}
${partOf(reading, row)}
<dt>${words.fields.sources}</dt><dd>${shownValue(reading, row.sources, whence, [...path, 'sources'])}</dd>
<dt>Id</dt><dd><code>${id}</code> · <a href="${link(['views', whence.view, whence.key])}">${words.views.openRow}</a></dd>
</dl>
${legend(words)}
${correctionMenu(reading, { engagement: id })}
<section aria-labelledby="differ" data-live="differ"><h2 id="differ">${words.engagement.differ}</h2>${row.sources > 1 ? rulesOf(reading, rule) : nothing}${differences(reading, row, whence, path)}</section>
${tree.events.some(({ document }) => document.sha256 !== tree.events[0]?.document.sha256) ? html`<p><a href="${link(['compare', ...id.split('/')])}">${words.compare.offer}</a></p>` : nothing}
<section aria-labelledby="reports" data-live="reports"><h2 id="reports">${words.engagement.reports} <span class="quiet">${number(tree.events.length + tree.earlier, words)}</span></h2>${tree.earlier > 0 ? html`<p class="note">${words.why.limited(number(tree.events.length, words), number(tree.events.length + tree.earlier, words))} <a href="${link(reading.segments, { limit: 200 }, 'reports')}">${words.why.all}</a></p>` : nothing}<ol class="derivation">${tree.events.map((event) => whyEvent(reading, event, false))}</ol></section>`
}

/** Which of differing values is read first: a choice, and each choice is an address. */
const rulesOf = ({ words, link, segments }: Reading, chosen: ReadingRule): Html =>
  html`<p class="rules">${words.rules.title}: ${readingRules.map((rule) => html`<a class="chip${rule === chosen ? ' on' : ''}"${rule === chosen ? html` aria-current="true"` : nothing} href="${link(segments, { read: rule === 'ledger' ? undefined : rule }, 'differ')}">${words.rules[rule]}</a> `)}</p>${chosen === 'ledger' ? nothing : html`<p class="note">${words.rules.only}</p>`}`

const officesOf = (reading: Reading, one: unknown, whence: Whence, path: readonly string[]): Html => {
  const { offices } = one as { offices?: unknown }
  return isReported(offices) ? html`<small>${reportedValue(reading, offices, whence, path)}</small>` : nothing
}

const partOf = ({ words, link }: Reading, { partOf: whole }: EngagementRow): Html =>
  whole.length === 0
    ? nothing
    : html`<dt>${words.fields.partOf}</dt><dd>${whole.map((id) => html`<a href="${link(['engagements', ...id.split('/')])}"><code>${id}</code></a> `)}</dd>`

/** Values side by side with who says so, and the rule by which one of them is read. */
const differences = (reading: Reading, row: EngagementRow, whence: Whence, path: readonly string[]): Html => {
  const { words } = reading
  const told = Object.entries(row.told).flatMap(([status, { what, when, until }]) =>
    (
      [
        ['what', what],
        ['when', when],
        ['until', until],
      ] as const
    ).map(([field, reported]) => ({
      label: `${(words.status as Record<string, string>)[status] ?? status}: ${labelOf(field, reading)}`,
      reported,
      path: ['told', status, field],
    })),
  )
  const others = ['hosts', 'places', 'receivers'].flatMap((field) => {
    const reported = (row as unknown as Record<string, unknown>)[field]
    return isReported(reported) ? [{ label: labelOf(field, reading), reported, path: [field] }] : []
  })
  const all = [...told, ...others].filter(({ reported }) => Object.keys(reported).length > 0)
  if (all.length === 0) return html`<p class="quiet">${quoted(words.engagement.agree, words.tag)}</p>`
  const differ = all.some(({ reported }) => Object.keys(reported).length > 1)
  return html`<p class="quiet">${differ ? words.engagement.differSays : words.engagement.agree}</p>
<dl class="facts">${all.map(({ label, reported, path: below }) => html`<dt${Object.keys(reported).length > 1 ? html` class="differs"` : nothing}>${label}</dt><dd>${reportedValue(reading, reported as Reported, whence, [...path, ...below])}</dd>`)}</dl>`
}
