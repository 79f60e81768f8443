import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Reading } from '../frame/reading.ts'
import { unknown } from '../html/date.ts'
import { eventValue } from '../html/event-data.ts'
import { attributes, type Html, html, nothing } from '../html/html.ts'
import { number } from '../html/number.ts'
import { labelOf } from '../html/value.ts'
import { quotesOf } from '../pages/why-event.ts'
import { kindOfId } from './doubt.ts'
import type { Feature } from './features.ts'
import { type Link, unreviewedLink } from './links-in-doubt.ts'
import type { Side } from './side.ts'

/** Why a doubt is asked, in words. */
export const reasonOf = ({ words }: Pick<Reading, 'words'>, code: string): string =>
  code === unreviewedLink ? words.identities.unreviewedLink : ((words.doubtCodes as Record<string, string>)[code] ?? code)

/** Values of one feature that a cell has room for. */
const valuesShown = 8

/** One row for each feature: a word and a sign say whether the sides agree, colour only repeats it. */
export const featureTable = (reading: Reading, features: readonly Feature[], heads: readonly [Html, Html]): Html => {
  const { words } = reading
  const cell = (values: readonly unknown[]): Html =>
    values.length === 0
      ? unknown(words)
      : html`<ul class="plain">${values.slice(0, valuesShown).map((value) => html`<li>${eventValue(reading, value)}</li>`)}${values.length > valuesShown ? html`<li class="quiet">${words.identities.values(number(values.length - valuesShown, words))}</li>` : nothing}</ul>`
  return html`<table class="compared pair"><caption class="aloud">${words.identities.feature}</caption>
<thead><tr><th scope="col">${words.identities.feature}</th><th scope="col">${words.compare.verdict}</th><th scope="col">${heads[0]}</th><th scope="col">${heads[1]}</th></tr></thead>
<tbody>${features.map(
    ({ feature, verdict, a, b }) =>
      html`<tr class="${verdict}"><th scope="row">${labelOf(feature, reading)}</th><td class="verdict">${words.identities.verdicts[verdict]}</td><td>${cell(a)}</td><td>${cell(b)}</td></tr>`,
  )}</tbody></table>`
}

/** Claims of a side whose words are in sight. */
const tellingsShown = 3

/** What the documents say under one id, in whole sentences. */
export const sideShown = (reading: Reading, { id, tellings, earlier }: Side, head: Html): Html => {
  const { words, link } = reading
  const page = kindOfId(id) === 'person' ? link(['leaders', id]) : link(['engagements', ...id.split('/')])
  const rest = tellings.length - tellingsShown + earlier
  return html`<section><h3><a href="${page}">${head}</a></h3>
<p class="meta"><code>${id}</code> · ${words.identities.reports(tellings.length + earlier)}</p>
${tellings.length === 0 ? html`<p class="empty">${words.identities.nothingTold}</p>` : nothing}${tellings
  .slice(0, tellingsShown)
  .map(
    (told) =>
      html`<p class="meta"><a href="${link(['log'], { at: told.event.position })}">${(words.types as Record<string, string>)[told.event.type] ?? told.event.type}</a>${told.event.rule ? html` · <code>${told.event.rule}</code>` : nothing}</p>${quotesOf(reading, told)}`,
  )}${rest > 0 ? html`<p><a href="${page}">${words.identities.more(number(rest, words))}</a></p>` : nothing}</section>`
}

/** Links that a page has room for: two that are joined through many others may rest on hundreds. */
const decisionsMost = 5

/** What joined the two or set them apart, by whom, and on what it rests. */
export const decisionsShown = (reading: Reading, decisions: readonly RecordedEvent[]): Html => {
  const { words, link } = reading
  if (decisions.length === 0) return html`<p class="quiet">${words.identities.noLink}</p>`
  return html`<ul class="plain">${decisions.slice(0, decisionsMost).map(({ type, by, position, data }) => {
    const { basis, because } = data as Partial<Link> & { readonly because?: string }
    return html`<li><a href="${link(['log'], { at: position })}">${(words.types as Record<string, string>)[type] ?? type}</a>: <span${attributes({ lang: basis && basis.rule !== 'human' ? 'en' : undefined })}>${basis?.says ?? because ?? ''}</span>${basis ? html` <code>${basis.rule}</code>` : nothing} · ${by}</li>`
  })}${decisions.length > decisionsMost ? html`<li class="quiet">${words.identities.more(number(decisions.length - decisionsMost, words))}</li>` : nothing}</ul>`
}

/** What a script needs to decide: the two, the event of which one can be unsure, and where it goes on after each answer. */
export interface Verdicts {
  readonly pair: readonly [string, string]
  readonly event: string | undefined
  readonly next: string
  readonly more: string
}

/** The answers, each with its key; they are shown by the script that hears them. */
export const verdictForm = ({ words }: Reading, { pair: [a, b], event, next, more }: Verdicts): Html => {
  const button = (answer: string, key: string, says: string) =>
    html`<button type="button"${attributes({ 'data-answer': answer, 'aria-keyshortcuts': key })}>${says} <kbd>${key}</kbd></button> `
  const t = words.identities
  return html`<form class="verdicts answers" hidden${attributes({
    'data-pair': JSON.stringify([a, b]),
    'data-people': kindOfId(a) === 'person',
    'data-event': event,
    'data-next': next,
    'data-more': more,
  })}>
<div class="buttons">${button('same', 'x', t.same)}${button('different', 'n', t.different)}${event ? button('unsure', 'u', t.notSure) : nothing}${button('skip', 's', t.skip)}</div><p class="says" role="status"></p></form>`
}
