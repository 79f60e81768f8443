import type { Claim } from '../kernel/claim.ts'
import type { InvitationDraft, PlaceMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { candidatesBefore } from './clause.ts'
import { draftsOf } from './document.ts'
import type { People } from './entities.ts'
import type { Entity } from './entity.ts'
import type { Writing } from './writing.ts'

/**
 * “theo lời mời của …”: the inviters, the visitor of the visit that stands nearest before, and its host. “mời … thăm …”
 * names the invited itself, and who invites is its subject. Told twice, an invitation is one.
 */
export const invitationClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] => {
  const told = new Set<string>()
  return draftsOf<InvitationDraft>(writing.document, 'invitation').flatMap((drafted) => {
    const invitation = drafted.draft.invitees ? extended(writing, drafted, visits) : followed(writing, drafted, visits)
    if (!invitation) return []
    const { inviters, invitees, host, visit } = invitation
    const key = [inviters, invitees].map((side) => side.map(({ index }) => index).join()).join('>')
    if (drafted.draft.invitees && told.has(key)) return []
    told.add(key)
    const { sentence, match, rule } = drafted
    const at = sentence.items[match.at]?.start ?? 0
    const data = {
      ...(visit ? { visit: visit.id } : {}),
      inviters: inviters.map((entity) => writing.person(entity, at)),
      invitees: invitees.map((entity) => writing.person(entity, at)),
      ...(host ? { host } : {}),
      narrative: visit?.decision.status === 'background' ? 'background' : 'news',
      scope: 'interstate',
    }
    return [
      writing.claim('InvitationExtended', data, [
        { evidence: evidenceOf(sentence, drafted), rule, doubt: [], attribution: attributionOf(sentence, match.at) },
      ]),
    ]
  })
}

type Invited = ReturnType<typeof draftsOf<InvitationDraft>>[number]

interface Invitation {
  readonly inviters: readonly Entity[]
  readonly invitees: readonly Entity[]
  readonly host: string | null
  /** The visit that follows it, where the document tells of one. */
  readonly visit: DecidedVisit | null
}

const meantBy = (people: People, items: readonly Item[]): Entity[] =>
  [...new Set(items.map((item) => people.of(item)))].filter((entity) => entity !== null)

/** “A mời B thăm nước A”: who invites stands before the verb, and invites to their own country. */
const extended = ({ document }: Writing, { draft, sentence, match }: Invited, visits: readonly DecidedVisit[]): Invitation | null => {
  const { people } = document
  const [place] = draft.host ?? []
  const host = place ? (place.value as PlaceMention).country : null
  const invitees = meantBy(people, draft.invitees ?? [])
  const inviters =
    draft.inviters.length > 0
      ? meantBy(people, draft.inviters)
      : (candidatesBefore(sentence, match.at, people).find(
          ({ free, near, entities }) => free && near && entities.length > 0 && entities.every(({ country }) => country === host),
        )?.entities ?? [])
  if (host === null || inviters.length === 0 || invitees.length === 0) return null
  if (inviters.some(({ country }) => country !== host) || invitees.some(({ country }) => country === null || country === host)) return null
  const visit = visits.find(
    ({ decision, mentions }) =>
      decision.status !== 'none' &&
      decision.status !== 'background' &&
      mentions[0]?.host === host &&
      mentions[0].visitors[0] === invitees[0],
  )
  return { inviters, invitees, host, visit: visit ?? null }
}

/** “theo lời mời của A”: the invited, the host and the visit are those of the visit that stands nearest. */
const followed = (
  { document }: Writing,
  { draft, sentence, match, index }: Invited,
  visits: readonly DecidedVisit[],
): Invitation | null => {
  const at = sentence.items[match.at]?.start ?? 0
  const inviters = meantBy(document.people, draft.inviters)
  if (inviters.length === 0) return null
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
  if (invitees.length === 0) return null
  return { inviters, invitees, host: near?.mention.host ?? inviters[0]?.country ?? null, visit: near?.visit ?? null }
}
