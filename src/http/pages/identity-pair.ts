import type { RecordedEvent } from '../../kernel/envelope.ts'
import { Fault } from '../../kernel/fault.ts'
import type { Page, Route } from '../frame/page.ts'
import type { Reading } from '../frame/reading.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { readOnlyNote, reviewer, takesCorrections } from '../html/reviewer.ts'
import { decisionsBetween } from '../identities/decisions.ts'
import { foremost, type IdentityDoubt, isOpen, kindOfId } from '../identities/doubt.ts'
import type { IdentityDoubts } from '../identities/doubts.ts'
import { type Feature, featuresOf } from '../identities/features.ts'
import { type Label, labelsOf } from '../identities/label.ts'
import type { Link } from '../identities/links-in-doubt.ts'
import { decisionsShown, featureTable, reasonOf, sideShown, verdictForm } from '../identities/pair-html.ts'
import { type Side, sidesOf } from '../identities/side.ts'
import { overlayAt } from '../rows/overlay-at.ts'

/** Two candidates side by side: what was compared, in whose words, and the keys that decide. */
export const identityPairWith = (doubtsOf: IdentityDoubts): Route => ({
  says: 'Two people or two reports side by side: what agrees, what is in conflict, and what joined them or keeps them apart.',
  query: { with: 'id of the other; without it, the one to look at first' },
  long: true,
  async make(reading) {
    const pair = await pairOf(reading, await doubtsOf(reading))
    const { doubt, other, linked, waiting, next, features, decisions, sides } = pair
    const label = reading.format === 'html' ? await labelsOf(reading) : null
    return {
      title: reading.words.identities.questions[doubt.kind],
      json: () => ({
        about: doubt.about,
        with: other,
        kind: doubt.kind,
        code: doubt.code,
        linked,
        left: waiting,
        next: next?.about ?? null,
        candidates: doubt.candidates,
        features,
        decisions: decisions.map(({ id, position, type, by, data }) => ({ event: id, position, type, by, data })),
        sides: sides.map(({ id, ids, tellings }) => ({ id, ids: [...ids], claims: tellings.map(({ event }) => event.id) })),
      }),
      table: () => ({
        columns: ['feature', 'verdict', 'a', 'b'],
        rows: features.map(({ feature, verdict, a, b }) => [feature, verdict, a, b]),
      }),
      body: () => bodyOf(reading, pair, label ?? ((id) => html`${id}`)),
    } satisfies Page
  },
})

/** Everything that the page tells of the two. */
interface Pair {
  readonly doubt: IdentityDoubt
  readonly other: string
  readonly linked: boolean
  readonly sides: readonly [Side, Side]
  readonly features: readonly Feature[]
  readonly decisions: readonly RecordedEvent[]
  /** Doubts that wait for an answer, and the one after this. */
  readonly waiting: number
  readonly next: IdentityDoubt | undefined
}

/** Any two ids can be held side by side; those in doubt know whom to be held against. Faults: `no-such-row`. */
const pairOf = async (reading: Reading, doubts: readonly IdentityDoubt[]): Promise<Pair> => {
  const about = reading.segments.slice(2).join('/')
  const asked = doubts.find((one) => one.about === about)
  const other = reading.query.get('with') || (asked && foremost(asked)?.id)
  if (!other || other === about)
    throw new Fault('no-such-row', {
      attempted: `hold ${about.slice(0, 100)} beside another`,
      found: asked ? 'no other' : 'no doubt about it',
      expected: '?with= and the id of a person or of an engagement',
      cure: 'All doubts: /review/identities',
    })
  const overlay = await overlayAt(reading)
  const sides = await sidesOf(reading, [about, other], overlay)
  const kind = kindOfId(about)
  const waiting = doubts.filter(isOpen)
  const at = waiting.findIndex((one) => one.about === about)
  return {
    doubt: asked ?? { about, kind, code: '', candidates: [], weight: 0, unsure: false },
    other,
    linked: overlay.canonical(about) === overlay.canonical(other),
    sides,
    features: featuresOf(kind, sides, overlay),
    decisions: decisionsBetween(about, other, overlay),
    waiting: waiting.length,
    next: waiting[at + 1] ?? waiting.find((one) => one.about !== about),
  }
}

const addressOf = ({ link }: Reading, about: string, other?: string): string =>
  link(['review', 'identities', ...about.split('/')], other === undefined ? {} : { with: other })

const bodyOf = (reading: Reading, pair: Pair, label: Label): Html => {
  const { words, link } = reading
  const { doubt, other, linked, sides, features, decisions, waiting, next } = pair
  const heads = [label(doubt.about), label(other)] as const
  return html`<p class="lead">${words.identities.left(number(waiting, words))} · <a href="${link(['review', 'identities'])}">${words.identities.queue}</a>${next ? html` · <a href="${addressOf(reading, next.about)}" rel="next">${words.identities.next}</a>` : nothing}</p>
${readOnlyNote(reading)}${reviewer(reading, words.identities)}
<div data-live="pair">
${reasons(reading, pair, label)}
<p><b>${words.identities.stands}:</b> ${linked ? words.identities.linked : words.identities.apart}</p>
${decisionsShown(reading, decisions)}
${featureTable(reading, features, heads)}
</div>
<h2>${words.identities.inWords}</h2>
<div class="sides">${sides.map((side, at) => sideShown(reading, side, heads[at as 0 | 1]))}</div>
${takesCorrections(reading) ? verdictForm(reading, waysOn(reading, pair)) : nothing}`
}

/** Why it is asked, and what else it may be one with. */
const reasons = (reading: Reading, { doubt, other }: Pair, label: Label): Html => {
  const { words } = reading
  const { about, code, candidates, unsure } = doubt
  if (code === '') return nothing
  return html`<p><b>${words.identities.why}:</b> ${reasonOf(reading, code)}${unsure ? html` · ${words.identities.unsure}` : nothing}</p>
${
  candidates.length < 2
    ? nothing
    : html`<nav aria-label="${words.identities.candidates}"><p class="quiet">${words.identities.several(number(candidates.length, words))}</p><ol class="candidates">${candidates.map(
        ({ id, linked, decided }) =>
          html`<li><a href="${addressOf(reading, about, id)}"${attributes({ 'aria-current': id === other ? 'true' : undefined })}>${label(id)}</a> <small>${decided ? words.identities.decided[decided] : linked ? words.identities.linked : nothing}</small></li>`,
      )}</ol></nav>`
}`
}

/** Where each answer leads, and the event of which one can be unsure: the link that a rule made, else the first claim. */
const waysOn = (reading: Reading, { doubt, other, next, decisions, sides }: Pair): Parameters<typeof verdictForm>[1] => {
  const machine = decisions.find(({ type, data }) => type.endsWith('Merged') && (data as Link).basis.rule !== 'human')
  const at = doubt.candidates.findIndex(({ id }) => id === other)
  const another = doubt.candidates.slice(at + 1).find(({ decided }) => decided === null)
  const onward = next ? addressOf(reading, next.about) : reading.link(['review', 'identities'])
  return {
    pair: [doubt.about, other],
    event: machine?.id ?? sides[0].tellings[0]?.event.id,
    next: onward,
    more: another ? addressOf(reading, doubt.about, another.id) : onward,
  }
}
