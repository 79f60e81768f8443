import { queryOf } from '../frame/links.ts'
import type { Reading } from '../frame/reading.ts'
import { type Html, html, nothing } from './html.ts'
import { number } from './number.ts'

/** Where in the log the page reads, and the way to an earlier point: a slider with script, a field without. */
export const asOfBar = (reading: Reading, pathname: string, query: URLSearchParams): Html => {
  const { words, position, tip, asOf } = reading
  const others = [...query].filter(([name]) => name !== 'asOf')
  const now = `${pathname}${queryOf(Object.fromEntries(others))}`
  return html`<form class="as-of" action="${pathname}" data-as-of>
${others.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label for="as-of">${words.asOf.label}</label>
<input id="as-of" name="asOf" value="${asOf ?? ''}" placeholder="${words.asOf.now}" maxlength="40" size="12" autocomplete="off" title="${words.asOf.field}">
<button>${words.asOf.go}</button>
${tip > 0 ? html`<input type="range" class="needs-script" hidden min="0" max="${tip}" value="${Math.max(position, 0)}" aria-label="${words.asOf.slider}">` : nothing}
${asOf === undefined ? html`<span class="quiet">${tip < 0 ? words.asOf.empty : words.asOf.tip(number(tip, words))}</span>` : html`<strong>${words.asOf.reading}: ${words.asOf.at(number(position, words))}</strong> <a href="${now}">${words.asOf.back}</a>`}
</form>`
}
