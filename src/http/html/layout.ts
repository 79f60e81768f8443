import { queryOf } from '../frame/links.ts'
import type { Page } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import type { Room } from '../frame/room.ts'
import { languages, type Words } from '../words/words.ts'
import { asOfBar } from './as-of-bar.ts'
import { carried } from './carried.ts'
import { type Html, html, nothing } from './html.ts'
import { number } from './number.ts'

/** The whole page: what can be read without script, and the names of the scripts that add to it. */
export const pageLayout = (room: Room, reading: Reading, page: Page, url: string): Html => {
  const { words } = reading
  const { pathname, searchParams } = new URL(url)
  const { script, styles, theme, icon } = room.assets
  return html`<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} – ${words.product}</title>
${theme ? html`<script src="/assets/${theme}"></script>` : nothing}
${icon ? html`<link rel="icon" href="/assets/${icon}">` : nothing}
${styles.map((file) => html`<link rel="stylesheet" href="/assets/${file}">`)}
${script ? html`<script type="module" src="/assets/${script}"></script>` : nothing}
<link rel="alternate" type="application/json" href="${otherForm(pathname, searchParams, 'json')}">
<link rel="alternate" type="text/csv" href="${otherForm(pathname, searchParams, 'csv')}">
</head>
<body data-position="${reading.position}" data-tip="${reading.tip}" data-as-of="${reading.asOf ?? ''}" data-writable="${String(reading.writable)}" data-words="${JSON.stringify(clientWords(words))}">
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
<a class="brand" href="${reading.link([])}">${words.product}</a>
${navigation(reading, pathname)}
${searchForm(reading)}
</header>
<div class="second${reading.asOf === undefined ? '' : ' past'}">
${asOfBar(reading, pathname, searchParams)}
<div class="tools">
<a class="language" href="${otherLanguage(reading, pathname, searchParams)}" lang="${other(words).tag}" hreflang="${other(words).tag}">${other(words).name}</a>
<button type="button" class="theme needs-script" hidden data-theme-toggle>${words.theme.label}</button>
<button type="button" class="keys needs-script" hidden data-keys aria-keyshortcuts="?">${words.keys.label} <kbd>?</kbd></button>
</div>
</div>
<main id="main" tabindex="-1">
<h1>${page.title}</h1>
${savedAs(reading, pathname, searchParams)}
${page.body()}
</main>
${footer(reading, pathname, searchParams)}
<div class="aloud" role="status" aria-live="polite" id="announcer"></div>
</body>
</html>
`
}

const places = ['leaders', 'pairs', 'documents', 'views', 'log', 'doubts', 'help'] as const
const shortcuts: Readonly<Record<string, string>> = { leaders: 'g l', documents: 'g d', views: 'g v', log: 'g e' }

const navigation = ({ words, link }: Reading, pathname: string): Html => {
  const current = pathname.split('/')[1]?.replace(/\.(json|csv)$/, '') || 'overview'
  const item = (name: 'overview' | (typeof places)[number], href: string) =>
    html`<li><a href="${href}"${current === name ? html` aria-current="page"` : nothing}${shortcuts[name] ? html` data-shortcut="${shortcuts[name]}"` : nothing}>${words.nav[name]}</a></li>`
  return html`<nav aria-label="${words.menu}"><ul>${item('overview', link([]))}${places.map((name) => item(name, link([name])))}</ul></nav>`
}

const searchForm = (reading: Reading): Html => {
  const { words } = reading
  return html`<form class="search" role="search" action="/search">
<label class="aloud" for="search">${words.search.label}</label>
<input id="search" type="search" name="q" maxlength="200" autocomplete="off" placeholder="${words.search.placeholder}" aria-keyshortcuts="/">
${carried(reading)}
<button>${words.search.go}</button>
</form>`
}

/** The name under which this very address was saved. */
const savedAs = ({ words, saved, link }: Reading, pathname: string, query: URLSearchParams): Html => {
  const here = `${pathname}${queryOf(Object.fromEntries([...query].filter(([name]) => !['asOf', 'lang', 'why'].includes(name))))}`
  const found = saved.views.find(({ address }) => decodeURI(address) === decodeURI(here))
  return found
    ? html`<p class="saved-as">${words.saved.here} <a href="${link(['saved', found.name])}">${found.name}</a>${found.says ? html` <span class="quiet">${found.says}</span>` : nothing}</p>`
    : nothing
}

const footer = (reading: Reading, pathname: string, query: URLSearchParams): Html => {
  const { words, position, asOf } = reading
  return html`<footer class="bottom">
<p>${position < 0 ? words.asOf.empty : words.footer.position(number(position, words))}${asOf === undefined ? nothing : html` · ${words.footer.asOf} ${asOf}`} · ${checkpointLine(reading)}</p>
<p>${words.footer.formats} <a href="${otherForm(pathname, query, 'json')}">JSON</a> · <a href="${otherForm(pathname, query, 'csv')}">CSV</a> <button type="button" class="needs-script" hidden data-cite>${words.footer.cite}</button>${reading.writable ? html` <button type="button" class="needs-script" hidden data-save>${words.saved.save}</button>` : nothing}</p>
<p class="printed">${words.footer.print} ${pathname}${queryOf(Object.fromEntries(query))}</p>
</footer>`
}

/** What the log was signed as: printed with every page, so that paper can be held against the ledger. */
const checkpointLine = ({ words, checkpoint }: Reading): Html => {
  const [origin, size, root] = checkpoint?.split('\n') ?? []
  if (!root) return html`<span title="${words.footer.noCheckpointCure}">${words.footer.noCheckpoint}</span>`
  return html`<a href="/checkpoint">${words.footer.checkpoint}</a> <code>${origin}</code> ${words.footer.signed(number(Number(size), words))} <code class="root">${root}</code>`
}

const otherForm = (pathname: string, query: URLSearchParams, form: string): string =>
  `${pathname === '/' ? '/index' : pathname.replace(/\.(json|csv)$/, '')}.${form}${queryOf(Object.fromEntries(query))}`

const other = (words: Words): Words => languages[words.tag === 'en' ? 'vi' : 'en'] as Words

const otherLanguage = ({ words }: Reading, pathname: string, query: URLSearchParams): string =>
  `${pathname}${queryOf({ ...Object.fromEntries(query), lang: other(words).tag })}`

/** The words that scripts say. */
const clientWords = ({
  tag,
  theme,
  keys,
  live,
  footer,
  why,
  correct,
  dates,
  overview,
  documents,
  map,
  kinds,
  search,
  nav,
  saved,
  review,
}: Words) => ({
  tag,
  theme,
  keys,
  live,
  cited: footer.cited,
  why: { ...why, limited: '' },
  correct: { ...correct, wouldChange: correct.wouldChange('{rows}', '{views}') },
  legends: dates.legends,
  yearUnknown: dates.yearUnknown,
  overview: { count: overview.count, kind: overview.kind, month: overview.month, showTable: overview.showTable },
  documents: { evidence: documents.evidence, next: documents.nextEvidence, previous: documents.previousEvidence },
  map,
  kinds,
  search: search.short,
  nav,
  saved: { save: saved.save, name: saved.name, done: saved.done },
  review: { needs: review.needs, again: review.again, accepted: review.accepted, unchanged: review.unchanged },
})

/** While something is being worked out: what it is, and that nothing needs to be done. */
export const waitingLayout = (words: Words, { title, says }: Words['opening'], tip: number, styles: readonly string[]): Html =>
  bareLayout(words, title, html`<p class="lead">${says(number(tip + 1, words))}</p>`, styles)

/** A page of its own, without the ledger: for what went wrong before there was a reading. */
export const bareLayout = (words: Words, title: string, body: Html, styles: readonly string[] = []): Html => html`<!doctype html>
<html lang="${words.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title} – ${words.product}</title>
${styles.map((file) => html`<link rel="stylesheet" href="/assets/${file}">`)}</head>
<body><main id="main"><h1>${title}</h1>${body}</main></body></html>
`
