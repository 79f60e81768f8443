import type { Claim } from '../kernel/claim.ts'
import type { InvitationDraft } from '../kernel/reading.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { candidatesBefore } from './clause.ts'
import { draftsOf } from './document.ts'
import type { Writing } from './writing.ts'

/** “theo lời mời của …”: the inviters, the visitor of the visit that stands nearest before, and its host. */
export const invitationClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] =>
  draftsOf<InvitationDraft>(writing.document, 'invitation').flatMap((drafted) => {
    const { document } = writing
    const { draft, sentence, match, rule, index } = drafted
    const at = sentence.items[match.at]?.start ?? 0
    const inviters = [...new Set(draft.inviters.map((item) => document.people.of(item)))].filter((entity) => entity !== null)
    if (inviters.length === 0) return []
    const near = visits
      .filter(({ decision }) => decision.status !== 'none')
      .flatMap((visit) =>
        visit.mentions.map((mention) => ({
          visit,
          mention,
          distance: mention.sentence === index ? Math.abs(at - mention.anchor) : 10_000 + Math.abs(mention.sentence - index),
        })),
      )
      .filter(
        ({ mention }) =>
          Math.abs(mention.sentence - index) <= 1 &&
          !mention.visitors.some((entity) => inviters.includes(entity)) &&
          (inviters[0]?.country === null || inviters[0]?.country === mention.host),
      )
      .sort((a, b) => a.distance - b.distance)[0]
    const invitees =
      near?.mention.visitors ??
      candidatesBefore(sentence, match.at, document.people).find(
        ({ free, entities }) => free && entities.every((entity) => entity.country !== inviters[0]?.country),
      )?.entities ??
      []
    if (invitees.length === 0) return []
    const host = near?.mention.host ?? inviters[0]?.country
    const data = {
      ...(near ? { visit: near.visit.id } : {}),
      inviters: inviters.map((entity) => writing.person(entity, at)),
      invitees: invitees.map((entity) => writing.person(entity, at)),
      ...(host ? { host } : {}),
      narrative: near?.visit.decision.status === 'background' ? 'background' : 'news',
      scope: 'interstate',
    }
    return [
      writing.claim('InvitationExtended', data, [
        { evidence: evidenceOf(sentence, drafted), rule, doubt: [], attribution: attributionOf(sentence, match.at) },
      ]),
    ]
  })
