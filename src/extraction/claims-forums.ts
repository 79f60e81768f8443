import type { Claim } from '../kernel/claim.ts'
import { engagementId, foldText } from '../kernel/ids.ts'
import type { ForumDraft, PlaceMention } from '../kernel/reading.ts'
import type { Span } from '../kernel/span.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { candidatesAfter, candidatesBefore } from './clause.ts'
import { momentOf } from './clause-dates.ts'
import { draftsOf } from './document.ts'
import type { Entity } from './entities.ts'
import { joined, type Moment } from './moments.ts'
import type { Support, Writing } from './writing.ts'

interface Forum {
  readonly name: string
  readonly at: number
  readonly attendees: Set<Entity>
  host: string | null
  date: string | null
  readonly support: (Support & { moment: Moment; evidence: Span })[]
}

/** Forums that office holders took part in; the same name in another spelling is the same forum. */
export const forumClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] => {
  const { document, view } = writing
  const forums = new Map<string, Forum>()
  for (const drafted of draftsOf<ForumDraft>(document, 'forum')) {
    const { draft, sentence, match, rule } = drafted
    const before = candidatesBefore(sentence, match.at, document.people)
    const who =
      (
        before.find(({ free }) => free) ??
        (before.length === 0 ? candidatesAfter(sentence, match.to, document.people).find(({ free }) => free) : undefined)
      )?.entities.filter(({ group, country }) => !group && country !== null) ?? []
    const unreal = sentence.items
      .slice(Math.max(0, match.at - 8), match.at)
      .some(({ kind }) => kind === 'asp.future' || kind === 'asp.wish' || kind === 'asp.not' || kind === 'asp.plan')
    if (who.length === 0 || unreal) continue
    const name = view.text.slice(draft.name.start, draft.name.end)
    const key = foldText(name).replace(/[^\p{L}\p{N}]+/gu, '')
    const forum = forums.get(key) ?? { name, at: draft.name.start, attendees: new Set<Entity>(), host: null, date: null, support: [] }
    forums.set(key, forum)
    for (const entity of who) forum.attendees.add(entity)
    const place = draft.hosts[0]?.value as PlaceMention | undefined
    forum.host ??= place?.country ?? null
    const moment = momentOf(document, drafted, [], 'clause')
    forum.date = joined(forum.date, moment.start)
    forum.support.push({ evidence: evidenceOf(sentence, drafted), rule, doubt: [], attribution: attributionOf(sentence, match.at), moment })
  }
  return [...forums.values()].map((forum) => {
    const [first] = forum.attendees
    const visit = visits.find(
      ({ decision, mentions }) => decision.status === 'happened' && mentions[0]?.visitors.some((entity) => forum.attendees.has(entity)),
    )
    const host = forum.host ?? visit?.mentions[0]?.host
    const data = {
      forum: engagementId(writing.sha256, 'forum', view.raw(forum.at)),
      ...(visit && first ? { visit: visit.id } : {}),
      name: forum.name.slice(0, 500),
      attendees: [...forum.attendees].slice(0, 50).map((entity) => writing.person(entity, forum.at)),
      ...(host ? { host } : {}),
      ...(forum.date ? { date: forum.date } : {}),
      narrative: 'news',
      scope: 'interstate',
    }
    return writing.claim('ForumAttended', data, forum.support)
  })
}
