import type { Page, Route } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import { country, pairName } from '../html/country.ts'
import { emptyState } from '../html/empty.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { table } from '../html/table.ts'
import { shownValue, whyHref } from '../html/value.ts'
import type { AgreementsRow, PairRow } from '../rows/pair.ts'

export const pairs: Route = {
  says: 'Pairs of countries with their engagements and agreements, as a list and as a matrix.',
  reads: ['country-relations', 'agreement-counts'],
  async make(reading) {
    const { words } = reading
    const relations = await reading.view('country-relations')
    const counts = await reading.viewIfAny('agreement-counts')
    await relations.open()
    const found = [...relations.rows()]
      .map(([key, row]) => ({ key, row: row as PairRow, agreements: counts?.row(key) as AgreementsRow | undefined }))
      .sort((a, b) => sizeOf(b.row) - sizeOf(a.row) || (a.key < b.key ? -1 : 1))
    return {
      title: words.pairs.title,
      json: () => ({
        pairs: found.map(({ key, row, agreements }) => ({
          pair: key,
          engagements: sizeOf(row),
          relations: row.relations,
          signed: agreements?.signed ?? null,
          announced: agreements?.announced ?? null,
          referenced: agreements?.referenced ?? null,
        })),
      }),
      table: () => ({
        columns: ['pair', 'engagements', 'relations', 'signed', 'announced', 'referenced'],
        rows: found.map(({ key, row, agreements }) => [
          key,
          sizeOf(row),
          row.relations,
          agreements?.signed?.atLeast ?? null,
          agreements?.announced?.atLeast ?? null,
          agreements?.referenced?.atLeast ?? null,
        ]),
      }),
      body: () =>
        found.length === 0
          ? emptyState(words.pairs.none, words.documents.noneCure)
          : html`<section aria-label="${words.pairs.title}" data-live="pairs">${listOf(reading, found)}</section>
<section aria-labelledby="matrix" data-live="matrix"><h2 id="matrix">${words.pairs.matrix}</h2><p class="quiet">${words.pairs.matrixSays}</p>${matrixOf(reading, found)}</section>
<section aria-labelledby="map"><h2 id="map">${words.overview.map}</h2><p class="quiet">${words.overview.mapSays}</p>
<figure class="map"${attributes({ 'data-map': 'pairs', 'data-places': JSON.stringify(Object.fromEntries(found.slice(0, 300).map(({ key, row }) => [key, sizeOf(row)]))) })}></figure></section>`,
    } satisfies Page
  },
}

interface Found {
  readonly key: string
  readonly row: PairRow
  readonly agreements: AgreementsRow | undefined
}

const sizeOf = ({ engagements, changes }: PairRow): number => Object.keys(engagements).length + Object.keys(changes).length

const listOf = (reading: Reading, found: readonly Found[]): Html => {
  const { words, link } = reading
  const heads = [
    words.pairs.pair,
    words.fields.engagements,
    words.pairs.relations,
    words.fields.signed,
    words.fields.announced,
    words.fields.referenced,
  ]
  return table(
    words.pairs.title,
    heads.map((head, at) => ({ head, figures: at !== 0 && at !== 2, width: at === 0 || at === 2 ? 'key' : at === 1 ? 'word' : 'narrow' })),
    found.map(({ key, row, agreements }) => ({
      id: `pair-${key}`,
      cells: [
        html`<a href="${link(['pairs', key])}">${pairName(key, words)}</a> <span class="quiet">${key}</span>`,
        html`<a class="why figure" href="${whyHref(reading, { view: 'country-relations', key }, ['engagements'])}">${sizeOf(row)}</a>`,
        shownValue(reading, row.relations, { view: 'country-relations', key }, ['relations']),
        ...(['signed', 'announced', 'referenced'] as const).map((field) =>
          agreements ? shownValue(reading, agreements[field], { view: 'agreement-counts', key }, [field]) : nothing,
        ),
      ],
    })),
  )
}

/** The busiest countries against one another: what a map would show, with numbers, and without borders. */
const matrixOf = (reading: Reading, found: readonly Found[]): Html => {
  const { words, link } = reading
  const sizes = new Map(found.map(({ key, row }) => [key, sizeOf(row)]))
  const weights = new Map<string, number>()
  for (const [key, size] of sizes) for (const code of key.split('-')) weights.set(code, (weights.get(code) ?? 0) + size)
  const codes = [...weights]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 24)
    .map(([code]) => code)
  const most = Math.max(1, ...sizes.values())
  const cell = (a: string, b: string): Html => {
    const key = a < b ? `${a}-${b}` : `${b}-${a}`
    const size = sizes.get(key)
    if (a === b || size === undefined) return nothing
    return html`<a href="${link(['pairs', key])}" class="heat h${Math.ceil((4 * Math.log(size + 1)) / Math.log(most + 1))}" aria-label="${pairName(key, words)}: ${size}">${size}</a>`
  }
  return table(
    words.pairs.matrix,
    [
      { head: html`<span class="aloud">${words.pairs.pair}</span>` },
      ...codes.map((code) => ({ head: country(code, words), figures: true })),
    ],
    codes.map((code) => ({ cells: [country(code, words), ...codes.map((other) => cell(code, other))] })),
    'matrix',
  )
}
