import type { Page, Route } from '../frame/page.ts'
import { html } from '../html/html.ts'
import { legend } from '../html/legend.ts'

const keys = [
  ['?', 'help'],
  ['/', 'search'],
  ['g v', 'goViews'],
  ['g l', 'goLeaders'],
  ['g d', 'goDocuments'],
  ['g e', 'goLog'],
  ['n', 'next'],
  ['p', 'previous'],
  ['w', 'why'],
  ['Esc', 'close'],
] as const

export const help: Route = {
  says: 'How to read these pages, and their keys.',
  light: true,
  async make({ words }) {
    return {
      title: words.help.title,
      json: () => ({ keys: Object.fromEntries(keys.map(([key, name]) => [key, words.keys[name]])), reading: words.help.reading }),
      table: () => ({ columns: ['key', 'does'], rows: keys.map(([key, name]) => [key, words.keys[name]]) }),
      body: () => html`<p class="lead">${words.help.intro}</p>
<section aria-labelledby="reading"><h2 id="reading">${words.help.readingTitle}</h2><ul>${words.help.reading.map((line) => html`<li>${line}</li>`)}</ul>${legend(words)}</section>
<section aria-labelledby="keys"><h2 id="keys">${words.keys.title}</h2><dl class="facts keys">${keys.map(([key, name]) => html`<dt><kbd>${key}</kbd></dt><dd>${words.keys[name]}</dd>`)}</dl><p class="quiet">${words.keys.each}</p></section>
<section aria-labelledby="api"><h2 id="api">${words.help.apiTitle}</h2><p>${words.help.api} <a href="/openapi.json">/openapi.json</a></p></section>
<section aria-labelledby="proof"><h2 id="proof">${words.help.proofTitle}</h2><p>${words.help.proof} <a href="/checkpoint">/checkpoint</a></p></section>`,
    } satisfies Page
  },
}
