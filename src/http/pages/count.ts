import { boundsOf } from '../../kernel/edtf.ts'
import type { Page, Route } from '../frame/page.ts'
import { type Paged, paged } from '../frame/paging.ts'
import { type Reading, segment } from '../frame/reading.ts'
import { dateOf } from '../html/date.ts'
import type { Company } from '../html/engagements.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { pager } from '../html/pager.ts'
import { quoted } from '../html/quote.ts'
import { isDate } from '../html/shapes.ts'
import { table } from '../html/table.ts'
import { labelOf, termOf, whyHref } from '../html/value.ts'
import { viewTitle } from '../html/view-title.ts'
import { allEngagements } from '../rows/all-engagements.ts'
import { companyIn } from '../rows/company.ts'
import { type EngagementRow, isExpected } from '../rows/engagement.ts'
import { type Entry, select } from '../rows/selection.ts'

/**
 * Where a total comes from: what was counted, under which conditions, and each thing that was counted with the way to
 * its reasons. The number of items is the total, by construction: it is their number.
 */
export const count: Route = {
  says: 'Why a total is what it is: everything that was counted, each with its reasons. `engagements`, or a view with its filters.',
  query: {
    kind: 'of engagements: visit, meeting, agreement, forum, relationship',
    month: 'of engagements: those that certainly fell into it, 2009-09; – for those without a certain month',
    country: 'of engagements: those of the row of this country',
  },
  reads: ['timeline', 'visits', 'meetings'],
  async make(reading) {
    const of = segment(reading, 1, 'tell why a total is what it is')
    const items = of === 'engagements' ? await engagementsCounted(reading) : await rowsCounted(reading, of)
    const { words } = reading
    return {
      title: `${words.why.title}: ${of === 'engagements' ? words.fields.engagements : viewTitle(of, words)}`,
      json: () => ({
        of,
        conditions: conditionsOf(reading),
        total: items.length,
        items: items.map(({ key, href }) => ({ key, why: href })),
      }),
      table: () => ({ columns: ['key', 'why'], rows: items.map(({ key, href }) => [key, href]) }),
      body: () => bodyOf(reading, of, items),
    } satisfies Page
  },
}

interface Counted {
  readonly key: string
  /** Where the reasons of this one are. */
  readonly href: string
  /** Its own page. */
  readonly page: string
  readonly says: () => Html
  readonly when: () => Html
  readonly events: number | null
}

const engagementsCounted = async (reading: Reading): Promise<Counted[]> => {
  const { words, query, link } = reading
  const [kind, month] = [query.get('kind'), query.get('month')]
  const all = await allEngagements(reading)
  const company = await companyIn(reading)
  return all
    .filter(({ engagement }) => (!kind || engagement.type === kind) && (!month || monthOf(engagement.when) === month))
    .map(({ id, engagement, key }) => {
      const whence = { view: 'timeline', key }
      return {
        key: id,
        href: whyHref(reading, whence, ['engagements', id]),
        page: link(['engagements', ...id.split('/')]),
        says: () => html`${kindOf(reading, engagement)} ${whoOf(company(id)) ?? html`<span class="quiet">${key}</span>`}`,
        when: () =>
          dateOf(
            engagement.when,
            words,
            { derived: engagement.derived !== null, expected: isExpected(engagement) },
            whyHref(reading, whence, ['engagements', id, 'when']),
          ),
        events: null,
      }
    })
}

/** `visit: state visit`. */
const kindOf = (reading: Reading, { type, what }: EngagementRow): string => {
  const kind = (reading.words.kinds as Record<string, string>)[type ?? ''] ?? type ?? ''
  const said = what === null ? '' : (termOf(what, reading) ?? what)
  return said === '' || said === kind ? kind : `${kind}: ${said}`
}

/** Who took part, and where they went. */
const whoOf = (company: Company | null): Html | null => {
  const names = Object.values(company?.people ?? {}).flatMap(({ name }) => name ?? [])
  if (!company || names.length === 0) return null
  return html`<span class="quiet">${names.slice(0, 3).map((name, at) => html`${at > 0 ? ' – ' : nothing}${quoted(name)}`)}${names.length > 3 ? ' …' : ''}${company.host ? ` → ${company.host}` : ''}</span>`
}

/** The month into which a date certainly falls, `–` when none is certain. */
export const monthOf = (when: string | null): string => {
  const { earliest, latest } = boundsOf(when)
  const month = earliest?.slice(0, 7)
  return month !== undefined && month === latest?.slice(0, 7) ? month : '–'
}

const rowsCounted = async (reading: Reading, name: string): Promise<Counted[]> => {
  const view = await reading.view(name)
  return select(view, reading.query).entries.map(([key, row]: Entry) => ({
    key,
    href: whyHref(reading, { view: name, key }, []),
    page: reading.link(['views', name, key]),
    says: () => html`${nameOf(row) ?? ''}`,
    when: () =>
      'when' in row ? dateOf(row.when as string | null, reading.words, {}, whyHref(reading, { view: name, key }, ['when'])) : nothing,
    events: view.lineage(key).length,
  }))
}

const nameOf = (row: Readonly<Record<string, unknown>>): string | undefined =>
  [row.name, row.title].find((value) => typeof value === 'string') as string | undefined

const conditionsOf = ({ query }: Reading): Record<string, string> =>
  Object.fromEntries([...query].filter(([name, value]) => value !== '' && !['asOf', 'lang', 'page', 'limit', 'why'].includes(name)))

const bodyOf = (reading: Reading, of: string, items: readonly Counted[]): Html => {
  const { words, link } = reading
  const conditions = Object.entries(conditionsOf(reading))
  const shown: Paged<Counted> = paged(reading, items)
  const source = of === 'engagements' ? link(['views', 'timeline']) : link(['views', of], Object.fromEntries(conditions))
  return html`<p class="value"><span class="quiet">${words.count.says}</span> <strong>${number(items.length, words)}</strong></p>
<p>${words.count.is(of === 'engagements' ? words.fields.engagements.toLowerCase() : viewTitle(of, words))}${conditions.map(([name, value]) => html` · <b>${labelOf(name, reading)}</b> ${termOf(value, reading) ?? (isDate(value) ? dateOf(value, words) : value)}`)} · <a href="${source}">${words.count.open}</a></p>
${table(
  words.count.says,
  [
    { head: words.fields.key, width: 'key' },
    { head: words.fields.what, width: 'text' },
    { head: words.fields.when, width: 'date' },
    { head: words.why.title, width: 'word' },
  ],
  shown.items.map(({ key, href, page, says, when, events }) => ({
    id: `c-${key}`,
    cells: [
      html`<a href="${page}"><code>${key.length > 40 ? `${key.slice(0, 12)}…` : key}</code></a>`,
      says(),
      when(),
      html`<a class="why" href="${href}">${events === null ? words.why.title : words.counts.events(String(events))}</a>`,
    ],
  })),
)}${pager(reading, shown)}`
}
