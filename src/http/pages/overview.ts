import type { Page, Route } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import { pairName } from '../html/country.ts'
import { dateOf } from '../html/date.ts'
import { emptyState } from '../html/empty.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'
import { table } from '../html/table.ts'
import { whyHref } from '../html/value.ts'
import { allEngagements } from '../rows/all-engagements.ts'
import { type DocumentRow, titleOf } from '../rows/document.ts'
import type { LeaderRow } from '../rows/leader.ts'
import type { PairRow } from '../rows/pair.ts'
import { monthOf } from './count.ts'
import { savedLinks } from './saved.ts'

export const overview: Route = {
  says: 'What the ledger holds: totals, engagements by month, the most active leaders and pairs, the newest documents.',
  reads: ['timeline', 'visits', 'meetings', 'people', 'documents', 'leader-histories', 'country-relations'],
  async make(reading) {
    const { words } = reading
    const facts = await factsOf(reading)
    return {
      title: words.overview.title,
      json: () => facts,
      table: () => ({ columns: ['month', 'kind', 'count'], rows: facts.months.map(({ month, kind, count }) => [month, kind, count]) }),
      body: () => bodyOf(reading, facts),
    } satisfies Page
  },
}

interface Facts {
  readonly totals: Readonly<Record<string, { readonly count: number; readonly view: string }>>
  readonly events: number
  readonly months: readonly { readonly month: string; readonly kind: string; readonly count: number }[]
  /** Engagements whose month is not certain. */
  readonly undated: number
  readonly leaders: readonly {
    readonly id: string
    readonly name: string | null
    readonly country: string | null
    readonly engagements: number
  }[]
  readonly pairs: readonly { readonly key: string; readonly engagements: number }[]
  readonly documents: readonly {
    readonly sha256: string
    readonly title: string
    readonly published: string | null
    readonly claims: number
    readonly at: number
  }[]
}

const shown = 10

const factsOf = async (reading: Reading): Promise<Facts> => {
  const engagements = await allEngagements(reading)
  const views = ['visits', 'meetings', 'people', 'documents', 'leader-histories', 'country-relations'] as const
  const [visits, meetings, people, documents, leaders, pairs] = await Promise.all(views.map((name) => reading.viewIfAny(name)))
  for (const view of [documents, leaders, pairs]) await view?.open()
  const sizes = { documents, visits, meetings, people, pairs }
  const months = new Map<string, { month: string; kind: string; count: number }>()
  let undated = 0
  for (const { engagement } of engagements) {
    const month = monthOf(engagement.when)
    if (month === '–') {
      undated++
      continue
    }
    const kind = engagement.type ?? ''
    const known = months.get(`${month} ${kind}`) ?? { month, kind, count: 0 }
    known.count++
    months.set(`${month} ${kind}`, known)
  }
  return {
    events: reading.position + 1,
    totals: Object.fromEntries(
      Object.entries(sizes).flatMap(([name, view]) => (view ? [[name, { count: view.size, view: view.name }]] : [])),
    ),
    months: [...months.values()].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.kind < b.kind ? -1 : 1)),
    undated,
    leaders: most(
      [...(leaders?.rows() ?? [])].map(([id, row]) => {
        const { name, country, engagements: own } = row as LeaderRow
        return { id, name, country, engagements: Object.keys(own).length }
      }),
    ),
    pairs: most([...(pairs?.rows() ?? [])].map(([key, row]) => ({ key, engagements: Object.keys((row as PairRow).engagements).length }))),
    documents: [...(documents?.rows() ?? [])]
      .map(([sha256, row]) => {
        const document = row as DocumentRow
        const claims = Object.values(document.claims).reduce((sum, count) => sum + count, 0)
        return { sha256, title: titleOf(document, sha256), published: document.published, claims, at: documents?.lineage(sha256)[0] ?? -1 }
      })
      .sort((a, b) => b.at - a.at)
      .slice(0, shown),
  }
}

const most = <Item extends { readonly engagements: number }>(items: Item[]): Item[] =>
  items.sort((a, b) => b.engagements - a.engagements).slice(0, shown)

const bodyOf = (reading: Reading, facts: Facts): Html => {
  const { words, link } = reading
  if (facts.events === 0) return emptyState(words.overview.emptyTitle, words.overview.emptyCure)
  return html`<section aria-labelledby="holds" data-live="holds"><h2 id="holds">${words.overview.holds}</h2>
<ul class="totals">
<li><a href="${link(['log'])}"><b>${number(facts.events, words)}</b> ${words.overview.events}</a></li>
${Object.entries(facts.totals).map(([name, { count, view }]) => html`<li><a class="why figure" href="${link(['count', view])}"><b>${number(count, words)}</b></a> <a href="${link([...(placeOf[name] ?? ['views', view])])}">${labelOf(name, reading).toLowerCase()}</a></li>`)}
</ul>${reading.saved.views.length === 0 ? nothing : html`<div class="saved-line"><a href="${link(['saved'])}">${words.saved.title}</a> ${savedLinks(reading)}</div>`}</section>
<section aria-labelledby="timeline" data-live="timeline"><h2 id="timeline">${words.overview.timeline}</h2>
<p class="quiet">${words.overview.timelineSays}</p>
${monthsOf(reading, facts)}
</section>
<div class="columns">
<section aria-labelledby="leaders" data-live="leaders"><h2 id="leaders"><a href="${link(['leaders'])}">${words.overview.leaders}</a></h2>
<ol class="most">${facts.leaders.map(({ id, name, country, engagements }) => html`<li><a href="${link(['leaders', id])}">${name === null ? words.counts.unnamed : quoted(name)}</a>${country ? html` <span class="quiet">${country}</span>` : nothing} <a class="why figure" href="${whyHref(reading, { view: 'leader-histories', key: id }, ['engagements'])}">${engagements}</a></li>`)}</ol></section>
<section aria-labelledby="pairs" data-live="pairs"><h2 id="pairs"><a href="${link(['pairs'])}">${words.overview.pairs}</a></h2>
<ol class="most">${facts.pairs.map(({ key, engagements }) => html`<li><a href="${link(['pairs', key])}">${pairName(key, words)}</a> <span class="quiet">${key}</span> <a class="why figure" href="${whyHref(reading, { view: 'country-relations', key }, ['engagements'])}">${engagements}</a></li>`)}</ol></section>
<section aria-labelledby="newest" data-live="newest"><h2 id="newest"><a href="${link(['documents'])}">${words.overview.newest}</a></h2>
<ol class="most">${facts.documents.map(({ sha256, title, published, claims }) => html`<li><a href="${link(['documents', sha256])}">${quoted(title)}</a> ${published ? html`<small>${dateOf(published, words, {}, whyHref(reading, { view: 'documents', key: sha256 }, ['published']))}</small>` : nothing} <a class="why figure" href="${whyHref(reading, { view: 'documents', key: sha256 }, ['claims'])}">${claims}</a></li>`)}</ol></section>
</div>`
}

const placeOf: Readonly<Record<string, readonly string[]>> = { documents: ['documents'], people: ['leaders'], pairs: ['pairs'] }

const labelOf = (name: string, { words }: Reading): string =>
  name === 'documents'
    ? words.overview.documents
    : name === 'people'
      ? words.overview.people
      : name === 'pairs'
        ? words.overview.pairsCount
        : ((words.fields as Record<string, string>)[name] ?? name)

/** The numbers of the chart as a table; a script draws the chart from them. */
const monthsOf = (reading: Reading, { months, undated }: Facts): Html => {
  const { words, link } = reading
  const rows = months.map(({ month, kind, count }) => ({
    data: attributes({ 'data-month': month, 'data-kind': kind, 'data-count': count }),
    cells: [
      month,
      (words.kinds as Record<string, string>)[kind] ?? kind,
      html`<a class="why figure" href="${link(['count', 'engagements'], { kind, month })}">${count}</a>`,
    ],
  }))
  const heads = [words.overview.month, words.overview.kind, words.overview.count].map((head, at) => ({ head, figures: at === 2 }))
  return html`<figure class="chart" data-chart="months"><details class="numbers"><summary>${words.overview.showTable}</summary>${table(words.overview.timeline, heads, rows)}</details></figure>
${undated > 0 ? html`<p class="quiet"><a class="why" href="${link(['count', 'engagements'], { month: '–' })}">${words.overview.yearless(number(undated, words))}</a></p>` : nothing}`
}
