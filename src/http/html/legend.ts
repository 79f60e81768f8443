import type { Words } from '../words/words.ts'
import { glyph } from './glyph.ts'
import { type Html, html } from './html.ts'

/** How dates are drawn, always in sight where dates are. */
export const legend = ({ dates }: Words): Html => {
  const samples: [keyof Words['dates']['legends'], string, { derived?: boolean; expected?: boolean }?][] = [
    ['point', '2009-09-14'],
    ['span', '2009-09-14/2009-09-15'],
    ['open', '2009-09-14/'],
    ['choice', '[2009-09-14,2010-09-14]', { derived: true }],
    ['within', '2009-09'],
    ['about', '2009-09-14~'],
    ['yearless', 'XXXX-09-14'],
    ['expected', '2009-09-14', { expected: true }],
  ]
  return html`<ul class="legend" aria-label="${dates.legend}">${samples.map(([name, when, facts]) => html`<li>${glyph(when, facts)} ${dates.legends[name]}</li>`)}</ul>`
}
