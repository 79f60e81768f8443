import { foldText } from '../../kernel/ids.ts'
import type { Page, Route } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import { carried } from '../html/carried.ts'
import { countryName, pairName } from '../html/country.ts'
import { emptyState } from '../html/empty.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { markedSentence } from '../html/marked-sentence.ts'
import { number } from '../html/number.ts'
import { quoted } from '../html/quote.ts'
import { isEngagementId, isEventId } from '../html/shapes.ts'
import { type DocumentRow, titleOf } from '../rows/document.ts'
import type { LeaderRow } from '../rows/leader.ts'
import { foldQuery } from '../search/fold.ts'
import { suggest } from '../search/suggest.ts'
import type { Passage, TextIndex } from '../search/text-index.ts'

/** The page of search, over one index of texts. */
export const searchWith = (index: TextIndex): Route => ({
  says: 'People, countries, documents and words of their texts, in any spelling; digests, positions and ids.',
  query: { q: 'what to look for: case and marks do not matter, đ ø ł ß are folded' },
  reads: ['leader-histories', 'documents', 'country-relations'],
  fleeting: true,
  async make(reading) {
    const { words } = reading
    const query = (reading.query.get('q') ?? '').trim().slice(0, 200)
    const found = await findAll(reading, index, query)
    return {
      title: query === '' ? words.search.short : words.search.title(query),
      json: () => ({ query, ...found }),
      table: () => ({
        columns: ['kind', 'id', 'says', 'start', 'end'],
        rows: [
          ...found.people.map(({ id, name }) => ['person', id, name]),
          ...found.pairs.map((key) => ['pair', key, pairName(key, words)]),
          ...found.documents.map(({ sha256, title }) => ['document', sha256, title]),
          ...found.passages.map(({ sha256, around, start, end }) => ['passage', sha256, around, start, end]),
        ],
      }),
      body: () => bodyOf(reading, query, found, index),
    } satisfies Page
  },
})

interface Found {
  readonly people: readonly { readonly id: string; readonly name: string | null; readonly as: string }[]
  readonly pairs: readonly string[]
  readonly documents: readonly { readonly sha256: string; readonly title: string }[]
  readonly passages: readonly (Passage & { readonly title: string })[]
  /** Documents whose text has the words. */
  readonly texts: number
  readonly ids: readonly { readonly says: string; readonly href: string }[]
  readonly near: readonly string[]
}

const shown = 20

const findAll = async (reading: Reading, index: TextIndex, query: string): Promise<Found> => {
  const wanted = foldQuery(query)
  if (wanted === '') return { people: [], pairs: [], documents: [], passages: [], texts: 0, ids: [], near: [] }
  await index.refresh()
  const [histories, sources] = [await reading.viewIfAny('leader-histories'), await reading.viewIfAny('documents')]
  for (const view of [histories, sources]) await view?.open()
  const leaders = [...(histories?.rows() ?? [])] as unknown as [string, LeaderRow][]
  const documents = [...(sources?.rows() ?? [])] as unknown as [string, DocumentRow][]
  const pairs = (await reading.viewIfAny('country-relations'))?.keys() ?? []
  const people = leaders
    .flatMap(([id, row]) => {
      const as = [...Object.keys(row.names), ...Object.keys(row.offices), id].filter((name) => foldText(name).includes(wanted))
      return as[0] === undefined
        ? []
        : [
            {
              id,
              name: row.name,
              as: as.includes(query) ? query : as[0],
              exact: as.some((name) => name.normalize('NFC').includes(query.normalize('NFC'))),
              engagements: Object.keys(row.engagements).length,
            },
          ]
    })
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.engagements - a.engagements || (a.id < b.id ? -1 : 1))
  const titles = new Map(documents.map(([sha256, row]) => [sha256, titleOf(row, sha256)]))
  const { passages, documents: texts } = await index.find(query, shown, (sha256) => titles.has(sha256))
  return {
    people: people.slice(0, shown).map(({ id, name, as }) => ({ id, name, as })),
    pairs: pairs
      .filter((key) =>
        foldText(
          `${key} ${pairName(key, reading.words)} ${key
            .split('-')
            .map((code) => countryName(code, { tag: 'en' }))
            .join(' ')}`,
        ).includes(wanted),
      )
      .slice(0, shown),
    documents: documents
      .filter(
        ([sha256, row]) =>
          sha256.startsWith(wanted) || foldText(`${row.title ?? ''} ${row.name ?? ''} ${row.publisher ?? ''}`).includes(wanted),
      )
      .slice(0, shown)
      .map(([sha256, row]) => ({ sha256, title: titleOf(row, sha256) })),
    passages: passages.map((passage) => ({ ...passage, title: titles.get(passage.sha256) ?? passage.sha256 })),
    texts,
    ids: idsOf(reading, query),
    near:
      people.length === 0 && texts === 0
        ? suggest(
            query,
            leaders.flatMap(([, row]) => [
              ...Object.keys(row.names),
              ...Object.keys(row.names).flatMap((name) => name.split(/\s+/).slice(-1)),
            ]),
          )
        : [],
  }
}

/** One box takes positions and ids too. */
const idsOf = ({ link, position, words }: Reading, query: string): Found['ids'] => {
  if (/^\d{1,12}$/.test(query) && Number(query) <= position)
    return [{ says: `${words.fields.position} ${query}`, href: link(['log'], { at: query }) }]
  if (isEngagementId(query)) return [{ says: query, href: link(['engagements', ...query.split('/')]) }]
  if (isEventId(query)) return [{ says: query, href: link(['log'], { event: query }) }]
  return []
}

const bodyOf = (reading: Reading, query: string, found: Found, { partial, waiting }: TextIndex): Html => {
  const { words, link } = reading
  const { people, pairs, documents, passages, texts, ids, near } = found
  const form = html`<form class="filters" role="search" aria-label="${words.search.short}"><label>${words.search.label} <input type="search" name="q" value="${query}" maxlength="200" size="30" autocomplete="off"></label>${carried(reading)} <button>${words.search.go}</button></form>`
  if (query === '') return html`${form}${emptyState(words.search.empty)}`
  const nobody = people.length + pairs.length + documents.length + passages.length + ids.length === 0
  if (nobody)
    return html`${form}${waiting > 0 ? html`<p class="note">${words.search.waiting(number(waiting, words))}</p>` : nothing}${emptyState(words.search.none(query), near.length > 0 ? html`${words.search.near}: ${near.map((word) => html`<a href="${link(['search'], { q: word })}">${quoted(word)}</a> `)}` : words.search.noneCure)}`
  const section = (title: string, items: readonly Html[]) =>
    items.length === 0 ? nothing : html`<section><h2>${title}</h2><ul class="plain results">${items}</ul></section>`
  return html`${form}
${section(
  words.search.elsewhere,
  ids.map(({ says, href }) => html`<li><a href="${href}">${says}</a></li>`),
)}
${section(
  words.search.people,
  people.map(
    ({ id, name, as }) =>
      html`<li><a href="${link(['leaders', id])}">${name === null ? words.counts.unnamed : quoted(name)}</a>${as === name ? nothing : html` <small>${quoted(as)}</small>`}</li>`,
  ),
)}
${section(
  words.search.pairs,
  pairs.map((key) => html`<li><a href="${link(['pairs', key])}">${pairName(key, words)}</a> <span class="quiet">${key}</span></li>`),
)}
${section(
  words.search.documents,
  documents.map(({ sha256, title }) => html`<li><a href="${link(['documents', sha256])}">${quoted(title)}</a></li>`),
)}
${section(
  `${words.search.passages} (${words.counts.documents(texts)})`,
  passages.map((passage) => passageOf(reading, passage)),
)}
${texts > passages.length ? html`<p class="quiet">${words.search.more(number(texts - passages.length, words))}</p>` : nothing}
${waiting > 0 ? html`<p class="note">${words.search.waiting(number(waiting, words))}</p>` : nothing}${partial ? html`<p class="note">${words.search.partial}</p>` : nothing}`
}

/** The document by its title, and the words around what was found, from a whole word to a whole word. */
const passageOf = (
  { link, words }: Reading,
  { sha256, title, start, end, around, at, times }: Passage & { readonly title: string },
): Html => {
  const span = `${start}-${end}`
  const lead = /^\S*\s+/.exec(around.slice(0, start - at))?.[0].length ?? 0
  const tail = /\s+\S*$/.exec(around.slice(end - at))?.[0].length ?? 0
  const whole = around.slice(lead, around.length - tail)
  return html`<li><a href="${link(['documents', sha256], { at: span }, span)}">${quoted(title)}</a> … ${markedSentence(whole, at + lead, [{ start, end }])} …${times > 1 ? html` <small>${words.search.count(String(times))}</small>` : nothing}</li>`
}
