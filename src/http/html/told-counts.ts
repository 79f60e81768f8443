import { type Html, html, nothing } from './html.ts'
import { number } from './number.ts'
import type { Reported } from './shapes.ts'
import { type Shown, type Whence, whyHref } from './value.ts'

/** `7 (2 sources) · at least 10 (1 source)`: how many, as each report has it; nothing is added up, and each part opens its quotes. */
export const toldCounts = (shown: Shown, counts: Reported, whence: Whence, path: readonly string[]): Html =>
  html`<span class="reported">${Object.entries(counts)
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(
      ([said, sources], at) =>
        html`${at > 0 ? html` <span class="between">·</span> ` : nothing}<a class="why figure" href="${whyHref(shown, whence, [...path, said])}">${inWords(said, shown)} (${shown.words.counts.sources(sources.length)})</a>`,
    )}</span>`

/** `about 500`, as the view keeps it, in the reader's language. */
const inWords = (said: string, { words }: Shown): string => {
  const [, qualifier, count] = /^(?:(at least|about) )?(\d+)$/.exec(said) ?? []
  if (count === undefined) return words.qualifiers.indefinite
  const figure = number(Number(count), words)
  return qualifier === undefined ? figure : `${words.qualifiers[qualifier === 'about' ? 'about' : 'at-least']} ${figure}`
}
