import type { Fault } from '../../kernel/fault.ts'
import type { Words } from '../words/words.ts'
import { type Html, html, nothing } from './html.ts'

/** A fault as people read it: attempted, found, expected, cure. */
export const faultBody = (fault: Fault, words: Words): Html => {
  const { attempted, found, expected, cure } = fault.facts
  const line = (label: string, said: string | undefined) => (said ? html`<dt>${label}</dt><dd>${said}</dd>` : nothing)
  return html`<div class="fault">
<p>${words.errors.sentence(attempted)}</p>
<dl class="facts">${line(words.errors.found, found)}${line(words.errors.expected, expected)}${line(words.errors.cure, cure)}<dt>${words.errors.code}</dt><dd><code>${fault.code}</code></dd></dl>
<p><a href="/">${words.errors.home}</a></p>
</div>`
}
