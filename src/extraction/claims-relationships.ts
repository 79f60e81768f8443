import type { Claim } from '../kernel/claim.ts'
import { engagementId } from '../kernel/ids.ts'
import type { RelationshipDraft } from '../kernel/reading.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { momentOf } from './clause-dates.ts'
import { joined, order, partsOf } from './days.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import { looksBack } from './history.ts'
import type { Moment } from './moments.ts'
import { twoCountries } from './pair.ts'
import type { Drafted } from './run-rules.ts'
import type { Support, Writing } from './writing.ts'

/**
 * Whether a change is told as history: its sentence looks back, or names a year or a month gone by. That two have
 * relations at all is history wherever it is told without a day.
 */
const isHistory = ({ moments }: ReadDocument, { draft, sentence, match, index }: Drafted<RelationshipDraft>, moment: Moment): boolean => {
  const { main } = moments
  const { year, day } = partsOf(moment.start)
  const since = sentence.items
    .slice(Math.max(0, match.at - 6), match.at)
    .some(({ key }, i, all) => key === 'khi' && all[i - 1]?.key === 'từ')
  const undated = draft.to !== 'severed' && !draft.to.endsWith('partnership') && moment.start === null && !sentence.headline && index > 2
  return looksBack(sentence, moments) || since || undated || year !== null || (day === null && order(moment.start, main) === 'before')
}

/** Relations established or raised; told twice they are one. */
export const relationshipClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] => {
  const { document } = writing
  const changes = new Map<
    string,
    { to: string; parties: readonly string[]; date: string | null; at: number; past: boolean; support: Support[] }
  >()
  const pair = twoCountries(document, visits)
  for (const drafted of draftsOf<RelationshipDraft>(document, 'relationship')) {
    const { draft, sentence, match, rule } = drafted
    const stated = draft.parties.length >= 2
    const parties = stated ? [...draft.parties].sort() : draft.parties.every((party) => pair?.includes(party)) ? pair : null
    if (!parties || parties.length < 2) continue
    const moment = momentOf(document, drafted, draft.when, 'clause')
    const key = `${parties.join('-')}:${draft.to}`
    const change = changes.get(key) ?? {
      to: draft.to,
      parties,
      date: null,
      at: sentence.items[match.at]?.start ?? 0,
      past: false,
      support: [],
    }
    changes.set(key, change)
    change.date = joined(change.date, moment.start)
    change.past ||= isHistory(document, drafted, moment)
    change.support.push({
      evidence: evidenceOf(sentence, drafted),
      rule,
      doubt: stated ? [] : ['inferred-parties'],
      attribution: attributionOf(sentence, match.at),
    })
  }
  return [...changes.values()].map((change) =>
    writing.claim(
      'RelationshipChanged',
      {
        relationship: engagementId(writing.sha256, 'relationship', writing.view.raw(change.at)),
        parties: change.parties,
        to: change.to,
        ...(change.date ? { date: change.date } : {}),
        narrative: change.past ? 'background' : 'news',
        scope: 'interstate',
      },
      change.support,
    ),
  )
}
