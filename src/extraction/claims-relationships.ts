import type { Claim } from '../kernel/claim.ts'
import { engagementId } from '../kernel/ids.ts'
import type { RelationshipDraft } from '../kernel/reading.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { momentOf } from './clause-dates.ts'
import { draftsOf } from './document.ts'
import { joined, partsOf } from './moments.ts'
import { twoCountries } from './pair.ts'
import type { Support, Writing } from './writing.ts'

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
    const stated = draft.parties.length === 2
    const parties = stated ? [...draft.parties].sort() : pair
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
    change.past ||= partsOf(moment.start).year !== null || sentence.items.some(({ kind }) => kind === 'asp.ago')
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
