import type { View } from '../../ledger.ts'
import type { Page, Route } from '../frame/page.ts'
import { type Paged, paged } from '../frame/paging.ts'
import { type Reading, segment } from '../frame/reading.ts'
import { dateOf } from '../html/date.ts'
import { emptyState } from '../html/empty.ts'
import { filterForm } from '../html/filters.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { legend } from '../html/legend.ts'
import { number } from '../html/number.ts'
import { pager } from '../html/pager.ts'
import { isCount, isDate, isEngagementId, isPeople, isRecord, isReported } from '../html/shapes.ts'
import { table, type Width } from '../html/table.ts'
import { cellValue, labelOf, type Whence, whyHref } from '../html/value.ts'
import { viewSays, viewTitle } from '../html/view-title.ts'
import { type Entry, type Selection, select } from '../rows/selection.ts'

export const view: Route = {
  says: 'The rows of a view. Any field of few values is a filter (?status=happened), – stands for what no document says.',
  query: {
    q: 'words that a row must contain, in any spelling',
    from: 'first day, month or year; rows that possibly fall into it are kept',
    to: 'last day, month or year',
    sort: 'a field, or -field',
    page: 'from 1',
    limit: 'rows of one page',
  },
  async make(reading) {
    const name = segment(reading, 1, 'open a view')
    const found = await reading.view(name)
    await found.open()
    const selection = select(found, reading.query)
    const shown = paged(reading, selection.entries)
    const { items: entries, page, pages } = shown
    const fields = fieldsOf(found, selection)
    return {
      title: viewTitle(name, reading.words),
      json: () => ({
        view: name,
        version: found.version,
        says: found.projection.says ?? null,
        keyed: found.projection.keyed ?? null,
        total: selection.entries.length,
        certain: selection.certain,
        page,
        pages,
        facets: selection.facets,
        rows: entries.map(([key, row]) => ({ key, why: reading.link(['why', name, key]), ...row })),
      }),
      table: () => ({
        columns: ['key', ...fields, 'why'],
        rows: selection.entries.map(([key, row]) => [key, ...fields.map((field) => row[field]), reading.link(['why', name, key])]),
      }),
      body: () => bodyOf(reading, found, selection, shown),
    } satisfies Page
  },
}

const fieldsOf = (view: View, { entries }: Selection): string[] => Object.keys(entries[0]?.[1] ?? (view.projection.row.parse({}) as object))

const bodyOf = (reading: Reading, view: View, selection: Selection, shown: Paged<Entry>): Html => {
  const { words } = reading
  const { items: entries } = shown
  const { says } = view.projection
  const fields = fieldsOf(view, selection)
  const dated = fields.includes('when')
  return html`${says ? html`<p class="lead">${viewSays(view.name, 'says', says, reading.words)}</p>` : nothing}
${view.trouble ? html`<p class="note">${words.views.trouble} <code>${view.trouble.code}</code></p>` : nothing}
${filterForm(reading, selection, dated)}
${dated ? legend(words) : nothing}
<p class="count" data-live="count"><a class="why" href="${reading.link(['count', view.name], { ...Object.fromEntries(reading.query), page: undefined, asOf: undefined, lang: undefined })}">${words.counts.rows(number(selection.entries.length, words))}</a>${selection.certain < selection.entries.length ? html` · ${words.counts.certain(number(selection.certain, words), number(selection.entries.length - selection.certain, words))}` : nothing}</p>
<div data-live="rows">${
    entries.length === 0
      ? selection.total === 0
        ? emptyState(words.views.none, words.views.noneCure)
        : emptyState(
            words.views.noMatch,
            html`${words.views.noMatchCure} <a href="${reading.link(['views', view.name])}">${words.views.clear}</a>`,
          )
      : rowsOf(reading, view.name, fields, entries)
  }</div>
${pager(reading, shown)}`
}

const rowsOf = (reading: Reading, name: string, fields: readonly string[], entries: readonly Entry[]): Html => {
  const numeric = new Set(fields.filter((field) => entries.some(([, row]) => typeof row[field] === 'number' || isCount(row[field]))))
  const shown = fields
    .filter((field) => !inferences.has(field) && !entries.every(([, row]) => isDeep(row[field]) || isEmpty(row[field])))
    .filter((field) => field !== 'type' || entries.some(([, row]) => row.type !== entries[0]?.[1].type))
    .sort((a, b) => placeOf(a) - placeOf(b))
  return table(
    viewTitle(name, reading.words),
    [
      { head: sortLink(reading, name, 'key'), width: entries.every(([key]) => isEngagementId(key)) ? 'id' : 'key' },
      ...shown.map((field) => ({ head: sortLink(reading, name, field), figures: numeric.has(field), width: widthOf(field, entries) })),
    ],
    entries.map(([key, row]) => ({
      id: `row-${key}`,
      cells: [
        html`<a href="${reading.link(['views', name, key])}">${isEngagementId(key) ? html`<code>${key}</code>` : shorten(key)}</a>`,
        ...shown.map((field) => cellOf(reading, row, field, { view: name, key })),
      ],
    })),
    'rows',
  )
}

/** When, who and where come first, how it was read afterwards; fields of somebody's own view keep their order between. */
const leading = ['when', 'until', 'name', 'visitors', 'participants', 'host', 'what', 'status']
const trailing = ['inviters', 'sources', 'scope', 'narrative', 'partOf', 'hosts', 'places']
const placeOf = (field: string): number =>
  leading.includes(field) ? leading.indexOf(field) - 100 : trailing.includes(field) ? trailing.indexOf(field) + 100 : 0

/** How wide a column must be for what stands in it: told from the first rows. */
const widthOf = (field: string, entries: readonly Entry[]): Width => {
  const values = entries.slice(0, 200).flatMap(([, row]) => (row[field] === null || row[field] === undefined ? [] : [row[field]]))
  if (values.some(isPeople)) return 'people'
  if (values.some(isReported)) return 'text'
  if (values.every((value) => typeof value === 'number' || isCount(value))) return 'narrow'
  const texts = values.filter((value) => typeof value === 'string')
  if (texts.some(isDate)) return 'date'
  const longest = texts.reduce((most, { length }) => Math.max(most, length), field.length)
  return longest <= 5 ? 'narrow' : longest <= 16 ? 'word' : longest <= 40 ? 'key' : 'text'
}

/** Fields that say how another one is drawn, and need no column. */
const inferences = new Set(['derived', 'untilDerived'])

/** A date that was inferred is drawn hollow wherever it stands. */
const cellOf = (reading: Reading, row: Entry[1], field: string, whence: Whence): Html => {
  const value = row[field]
  if ((field !== 'when' && field !== 'until') || (typeof value !== 'string' && value !== null))
    return cellValue(reading, value, whence, [field])
  const expected = row.status === 'announced' || row.status === 'invited'
  return dateOf(
    value,
    reading.words,
    { derived: isRecord(field === 'when' ? row.derived : row.untilDerived), expected: expected && field === 'when' },
    whyHref(reading, whence, [field]),
  )
}

/** A record or a list with nothing in it; what no document says is null, and is shown. */
const isEmpty = (value: unknown): boolean => (isRecord(value) || Array.isArray(value)) && Object.keys(value as object).length === 0

/** Records within records say more than a cell can hold; the row's own page shows them. */
const isDeep = (value: unknown): boolean =>
  isRecord(value) &&
  !isCount(value) &&
  Object.values(value).some((part) => isRecord(part) && Object.values(part).some(isRecord) && !('name' in part))

const shorten = (key: string): string => (/^[0-9a-f]{64}$/.test(key) ? key.slice(0, 12) : key)

const sortLink = (reading: Reading, name: string, field: string): Html => {
  const current = reading.query.get('sort')
  const query = {
    ...Object.fromEntries(reading.query),
    sort: current === field ? `-${field}` : field,
    page: undefined,
    asOf: undefined,
    lang: undefined,
  }
  return html`<a href="${reading.link(['views', name], query)}">${labelOf(field, reading)}${current === field ? ' ▲' : current === `-${field}` ? ' ▼' : ''}</a>`
}
