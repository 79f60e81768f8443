import { compareWhen } from '../../kernel/edtf.ts'
import { Fault } from '../../kernel/fault.ts'
import type { Page, Route } from '../frame/page.ts'
import { type Reading, segment } from '../frame/reading.ts'
import { pairName } from '../html/country.ts'
import { dateOf } from '../html/date.ts'
import { emptyState } from '../html/empty.ts'
import { engagementTable } from '../html/engagements.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { legend } from '../html/legend.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'
import { table } from '../html/table.ts'
import { toldCounts } from '../html/told-counts.ts'
import { labelOf, reportedValue, shownValue, whyHref } from '../html/value.ts'
import { companyIn } from '../rows/company.ts'
import type { AgreementsRow, FiguresRow, PairRow } from '../rows/pair.ts'

export const pair: Route = {
  says: 'Two countries: engagements in order, changes of relations, agreements, figures.',
  reads: ['country-relations', 'agreement-counts', 'trade-figures', 'visits', 'meetings'],
  async make(reading) {
    const { words } = reading
    const given = segment(reading, 1, 'open a pair of countries')
    const key = given.toUpperCase().split('-').sort().join('-')
    if (key !== given) return { elsewhere: reading.link(['pairs', key]) }
    const relations = (await reading.view('country-relations')).row(key) as PairRow | undefined
    const agreements = (await reading.viewIfAny('agreement-counts'))?.row(key) as AgreementsRow | undefined
    const figures = (await reading.viewIfAny('trade-figures'))?.row(key) as FiguresRow | undefined
    if (!relations && !figures)
      throw new Fault('no-such-row', {
        attempted: `open the pair ${given}`,
        found: 'no engagement of these two countries',
        expected: 'two codes, such as KZ-VN',
        cure: 'See all pairs: /pairs',
      })
    const company = await companyIn(reading)
    const row = relations ?? { relations: null, since: null, engagements: {}, changes: {} }
    return {
      title: pairName(key, words),
      json: () => ({ pair: key, ...row, agreements: agreements ?? null, figures: figures?.figures ?? {} }),
      table: () => ({
        columns: ['id', 'type', 'what', 'when', 'until', 'derived', 'status', 'sources'],
        rows: [...Object.entries(row.engagements), ...Object.entries(row.changes)]
          .sort(([a, x], [b, y]) => compareWhen(x.when, y.when) || (a < b ? -1 : 1))
          .map(([id, e]) => [id, e.type, e.what, e.when, e.until, e.derived?.when ?? null, e.status, e.sources]),
      }),
      body: () => html`${relationsOf(reading, key, row)}
${agreements ? agreementsOf(reading, key, agreements) : nothing}
<section aria-labelledby="engagements" data-live="engagements"><h2 id="engagements">${words.fields.engagements}</h2>${legend(words)}
<figure class="chart" data-chart="timeline" data-rows="engagements"></figure>
${engagementTable(reading, words.fields.engagements, row.engagements, { whence: { view: 'country-relations', key }, field: 'engagements', company })}</section>
${figures ? figuresOf(reading, key, figures) : nothing}`,
    } satisfies Page
  },
}

const relationsOf = (reading: Reading, key: string, row: PairRow): Html => {
  const { words } = reading
  const whence = { view: 'country-relations', key }
  return html`<section aria-labelledby="relations" data-live="relations"><h2 id="relations">${words.pairs.relations}</h2>
<p class="lead">${shownValue(reading, row.relations, whence, ['relations'])} ${row.since === null ? nothing : dateOf(row.since, words, {}, whyHref(reading, whence, ['since']))}</p>
${Object.keys(row.changes).length === 0 ? nothing : engagementTable(reading, words.pairs.relations, row.changes, { whence, field: 'changes', company: () => null })}</section>`
}

const agreementsOf = (reading: Reading, key: string, row: AgreementsRow): Html => {
  const { words } = reading
  const whence = { view: 'agreement-counts', key }
  const named = (['signed', 'announced', 'referenced'] as const).flatMap((field) =>
    Object.entries(row.behind[field].occasions)
      .flatMap(([occasion, { agreements }]) =>
        Object.entries(agreements).map(([id, agreement]) => ({
          field,
          id,
          agreement,
          path: ['behind', field, 'occasions', occasion, 'agreements', id],
        })),
      )
      .sort((x, y) => compareWhen(x.agreement.when, y.agreement.when) || (x.id < y.id ? -1 : 1)),
  )
  return html`<section aria-labelledby="agreements" data-live="agreements"><h2 id="agreements">${words.pairs.agreements}</h2>
<dl class="figures">${(['signed', 'announced', 'referenced'] as const).map((field) => html`<div><dt>${labelOf(field, reading)}</dt><dd>${shownValue(reading, row[field], whence, [field])}</dd></div>`)}</dl>
<p class="quiet">${words.dates.unknown} = ${words.dates.noDocument}</p>
${
  named.length === 0
    ? nothing
    : table(
        words.pairs.agreements,
        [words.fields.title, words.fields.when, words.fields.status, words.fields.count].map((head, at) => ({ head, figures: at === 3 })),
        named.map(({ field, id, agreement, path }) => ({
          cells: [
            html`<a href="${reading.link(['engagements', ...id.split('/')])}">${agreement.title === null ? html`${words.pairs.untitled} <code>${id}</code>` : quoted(agreement.title)}</a>`,
            dateOf(agreement.when, words, {}, whyHref(reading, whence, [...path, 'when'])),
            labelOf(field, reading),
            Object.keys(agreement.counts).length > 1
              ? toldCounts(reading, agreement.counts, whence, [...path, 'counts'])
              : shownValue(reading, { atLeast: agreement.atLeast, exact: agreement.exact }, whence, [...path, 'atLeast']),
          ],
        })),
      )
}</section>`
}

const figuresOf = (reading: Reading, key: string, { figures }: FiguresRow): Html => {
  const { words } = reading
  const whence = { view: 'trade-figures', key }
  const sorted = Object.entries(figures).sort(([a, x], [b, y]) => compareWhen(x.when, y.when) || (a < b ? -1 : 1))
  if (sorted.length === 0) return emptyState(words.counts.none)
  return html`<section aria-labelledby="trade" data-live="trade"><h2 id="trade">${words.pairs.trade}</h2>
${table(
  words.pairs.trade,
  [words.fields.period, words.fields.measure, words.fields.value, words.fields.sources].map((head, at) => ({ head, figures: at === 2 })),
  sorted.map(([id, figure]) => ({
    data: attributes({
      'data-when': figure.when ?? undefined,
      'data-value': figure.value,
      'data-unit': figure.unit,
      'data-measure': figure.measure,
    }),
    cells: [
      dateOf(figure.when, words, {}, whyHref(reading, whence, ['figures', id, 'when'])),
      html`<a class="why" href="${whyHref(reading, whence, ['figures', id, 'measure'])}">${(words.measures as Record<string, string>)[figure.measure] ?? figure.measure}</a>`,
      html`<a class="why figure" href="${whyHref(reading, whence, ['figures', id, 'value'])}">${number(figure.value, words)} ${figure.unit}</a>${figure.qualifier === 'exact' ? nothing : html` <small>${(words.qualifiers as Record<string, string>)[figure.qualifier] ?? figure.qualifier}</small>`}`,
      reportedValue(reading, figure.values, whence, ['figures', id, 'values']),
    ],
  })),
)}</section>`
}
