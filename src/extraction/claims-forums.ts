import type { Claim } from '../kernel/claim.ts'
import { engagementId, foldText } from '../kernel/ids.ts'
import type { ForumDraft, PlaceMention, Sentence, WhenMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { Span } from '../kernel/span.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { candidatesAfter, candidatesBefore } from './clause.ts'
import { momentOf } from './clause-dates.ts'
import { joined } from './days.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import { looksBack } from './history.ts'
import type { Moment } from './moments.ts'
import type { Drafted } from './run-rules.ts'
import type { Support, Writing } from './writing.ts'

interface Forum {
  readonly name: string
  readonly at: number
  readonly attendees: Set<Entity>
  host: string | null
  date: string | null
  past: boolean
  readonly support: (Support & { moment: Moment; evidence: Span })[]
}

/** Forums that office holders took part in; the same name in another spelling is the same forum. */
export const forumClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] => {
  const { document, view } = writing
  const forums = new Map<string, Forum>()
  for (const drafted of draftsOf<ForumDraft>(document, 'forum')) {
    const { draft, sentence, match, rule } = drafted
    const who = attendeesOf(document, drafted)
    if (who.length === 0 || isToCome(sentence, match.at) || isPlanned(visits, who)) continue
    const name = view.text.slice(draft.name.start, draft.name.end)
    const key = foldText(name).replace(/[^\p{L}\p{N}]+/gu, '')
    const forum = forums.get(key) ?? {
      name,
      at: draft.name.start,
      attendees: new Set<Entity>(),
      host: null,
      date: null,
      past: true,
      support: [],
    }
    forums.set(key, forum)
    for (const entity of who) forum.attendees.add(entity)
    const place = draft.hosts[0]?.value as PlaceMention | undefined
    forum.host ??= place?.country ?? null
    const moment = momentOf(document, drafted, [], 'clause')
    forum.date = joined(forum.date, moment.start)
    forum.past &&= looksBack(sentence, document.moments, draft.name)
    forum.support.push({
      evidence: withName(evidenceOf(sentence, drafted), draft.name),
      rule,
      doubt: [],
      attribution: attributionOf(sentence, match.at),
      moment,
    })
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
      narrative: forum.past ? 'background' : 'news',
      scope: 'interstate',
    }
    return writing.claim('ForumAttended', data, forum.support)
  })
}

/** The name belongs to what supports the claim. */
const withName = ({ start, end }: Span, name: Span): Span => ({ start, end: Math.max(end, Math.min(name.end, start + 490)) })

/** Who attends: told after the name, right before the verb (“đón Tổng thống A dự …”), or as the subject of the clause. */
const attendeesOf = ({ people }: ReadDocument, { draft, sentence, match }: Drafted<ForumDraft>): readonly Entity[] => {
  const [before, beside] = [sentence.items[match.at - 2], sentence.items[match.at - 1]]
  const isAlone = beside?.kind === 'person' && !/^(?:conj|prep\.with|mark,)$/.test(before?.kind ?? '')
  const named = draft.of ?? (isAlone ? beside : null)
  const told = named && people.of(named)
  if (told && !told.group && told.country !== null) return [told]
  const candidates = candidatesBefore(sentence, match.at, people)
  const subject =
    candidates.find(({ free }) => free) ??
    (candidates.length === 0 ? candidatesAfter(sentence, match.to, people).find(({ free }) => free) : undefined)
  return subject?.entities.filter(({ group, country }) => !group && country !== null) ?? []
}

/** “sẽ hội đàm với A, dự Diễn đàn …”, “mời ông sang dự …”: what governs a chain of verbs governs its last one. */
const isToCome = ({ items }: Sentence, at: number): boolean => {
  if (items.some((item) => item.kind === 'asp.next' || (item.kind === 'when' && isAhead(item.value as WhenMention)))) return true
  if (items[0]?.key === 'khi' && items.slice(at, at + 20).some(({ kind }) => kind === 'asp.future')) return true
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const { kind } = items[i] as Item
    if (/^(?:asp\.(?:future|wish|plan)|v\.invite)$/.test(kind) || (kind === 'asp.not' && at - i <= 8)) return true
    if (/^(?:asp\.(?:past|now|today)|mark[:.])$/.test(kind)) return false
  }
  return false
}

const isAhead = ({ relative, direction }: WhenMention): boolean => direction === 'future' || (relative !== null && relative > 0)

/** The journey on which they would attend is still to come. */
const isPlanned = (visits: readonly DecidedVisit[], who: readonly Entity[]): boolean => {
  const theirs = visits.filter(({ mentions }) => mentions[0]?.visitors.some((entity) => who.includes(entity)))
  return theirs.some(({ decision }) => decision.status === 'planned') && !theirs.some(({ decision }) => decision.status === 'happened')
}
