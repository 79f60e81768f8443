import type { View } from '../../ledger.ts'
import type { Reading } from '../frame/reading.ts'
import { country } from '../html/country.ts'
import { dateOf } from '../html/date.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { quoted } from '../html/quote.ts'
import { companyIn } from '../rows/company.ts'
import { type EngagementRow, type Engagements, isExpected } from '../rows/engagement.ts'
import { overlayAt } from '../rows/overlay-at.ts'
import { kindOfId } from './doubt.ts'

export type Label = (id: string) => Html

/** What an id stands for, in a line: a name; a date and who took part; the id itself where no view tells of it. */
export const labelsOf = async (reading: Reading): Promise<Label> => {
  const { words } = reading
  const [people, relations] = [await reading.viewIfAny('people'), await reading.viewIfAny('country-relations')]
  const company = await companyIn(reading)
  const overlay = await overlayAt(reading)
  const [visits, meetings] = [await reading.viewIfAny('visits'), await reading.viewIfAny('meetings')]
  let others: ReadonlyMap<string, Other> | undefined
  const person: Label = (id) => {
    const row = people?.row(id) as { name: string | null; country: string | null } | undefined
    if (!row) return html`<code>${id}</code>`
    return html`${row.name === null ? words.counts.unnamed : quoted(row.name)}${row.country === null ? nothing : html` ${country(row.country, words)}`}`
  }
  const engagement: Label = (id) => {
    const kind = kindOfId(id)
    const own = (kind === 'visit' ? visits : kind === 'meeting' ? meetings : null)?.row(id) as EngagementRow | undefined
    others ??= own ? undefined : othersIn(relations)
    const found = own ? { row: own, pair: null } : others?.get(overlay.canonical(id))
    if (!found) return html`<code>${id}</code>`
    const { row, pair } = found
    const together = company(id)
    const who = Object.values(together?.people ?? {}).map(({ name }) => (name === null ? html`${words.counts.unnamed}` : quoted(name)))
    const host = together?.host ? html` → ${country(together.host, words)}` : nothing
    const when = dateOf(row.when, words, { derived: row.derived !== null, expected: isExpected(row) })
    const named = html`${who.slice(0, peopleShown).map((one, at) => html`${at > 0 ? ', ' : nothing}${one}`)}${who.length > peopleShown ? ' …' : nothing}${host}${pair ?? nothing}`
    return html`${named} <span class="between">·</span> ${when}`
  }
  return (id) => (kindOfId(id) === 'person' ? person(id) : engagement(id))
}

const peopleShown = 3

interface Other {
  readonly row: EngagementRow
  /** The countries that it is between. */
  readonly pair: string
}

/** Agreements, forums and changes of relations, by any id that stands for itself. */
const othersIn = (relations: View | null): ReadonlyMap<string, Other> => {
  const found = new Map<string, Other>()
  for (const [pair, row] of relations?.rows() ?? []) {
    const { engagements, changes } = row as { engagements?: Engagements; changes?: Engagements }
    for (const [id, engagement] of Object.entries({ ...engagements, ...changes }))
      if (!found.has(id)) found.set(id, { row: engagement, pair })
  }
  return found
}
