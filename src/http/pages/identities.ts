import type { Page, Route } from '../frame/page.ts'
import { paged } from '../frame/paging.ts'
import type { Reading } from '../frame/reading.ts'
import { emptyState } from '../html/empty.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { pager } from '../html/pager.ts'
import { readOnlyNote } from '../html/reviewer.ts'
import { table } from '../html/table.ts'
import { type IdentityDoubt, isOpen } from '../identities/doubt.ts'
import type { IdentityDoubts } from '../identities/doubts.ts'
import { type Label, labelsOf } from '../identities/label.ts'
import { reasonOf } from '../identities/pair-html.ts'

/** The queue of doubts about who and what is one. */
export const identitiesWith = (doubtsOf: IdentityDoubts): Route => ({
  says: 'People and reports of which no rule could be sure whether they are one, those that touch most first.',
  long: true,
  async make(reading) {
    const { words } = reading
    const doubts = (await doubtsOf(reading)).filter(isOpen)
    const labels = reading.format === 'html' ? await labelsOf(reading) : null
    return {
      title: words.identities.title,
      json: () => ({ total: doubts.length, doubts }),
      table: () => ({
        columns: ['about', 'kind', 'code', 'with', 'linked', 'decided', 'weight', 'unsure'],
        rows: doubts.flatMap(({ about, kind, code, candidates, weight, unsure }) =>
          candidates.map(({ id, linked, decided }) => [about, kind, code, id, linked, decided, weight, unsure]),
        ),
      }),
      body: () => html`<p class="lead">${words.identities.says}</p>${readOnlyNote(reading)}
${doubts.length === 0 || !labels ? emptyState(words.identities.none, words.doubts.noneCure) : listed(reading, doubts, labels)}`,
    } satisfies Page
  },
})

const listed = (reading: Reading, doubts: readonly IdentityDoubt[], label: Label): Html => {
  const { words, link } = reading
  const shown = paged(reading, doubts)
  return html`<p class="count">${words.identities.left(number(doubts.length, words))}</p>${table(
    words.identities.title,
    [
      { head: words.fields.type, width: 'word' },
      { head: words.identities.about, width: 'key' },
      { head: words.identities.maybe, width: 'people' },
      { head: words.identities.why, width: 'key' },
      { head: words.identities.weight, figures: true, width: 'narrow' },
    ],
    shown.items.map((doubt) => ({
      id: `i-${doubt.about}`,
      cells: [
        html`<a href="${link(['review', 'identities', ...doubt.about.split('/')])}">${words.identities.questions[doubt.kind]}</a>`,
        label(doubt.about),
        candidates(reading, doubt, label),
        html`${reasonOf(reading, doubt.code)}${doubt.unsure ? html` <small>${words.identities.unsure}</small>` : nothing}`,
        html`${number(doubt.weight, words)}`,
      ],
    })),
  )}${pager(reading, shown)}`
}

/** Candidates that a line has room for. */
const candidatesShown = 2

const candidates = ({ words }: Reading, { candidates: all }: IdentityDoubt, label: Label): Html =>
  html`<ul class="plain">${all.slice(0, candidatesShown).map(({ id, linked }) => html`<li>${label(id)} <small>${linked ? words.identities.linked : words.identities.apart}</small></li>`)}${all.length > candidatesShown ? html`<li class="quiet">${words.identities.more(number(all.length - candidatesShown, words))}</li>` : nothing}</ul>`
