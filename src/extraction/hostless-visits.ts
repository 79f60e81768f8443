import type { PlaceMention, Sentence, VisitDraft } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import { candidatesAfter, candidatesBefore } from './clause.ts'
import { momentOf } from './clause-dates.ts'
import { cuesOf } from './cues.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import type { VisitMention } from './mentions.ts'
import type { Drafted } from './run-rules.ts'
import { pairSpokenOf } from './spoken.ts'

/** “trong chuyến thăm chính thức”, “về nước”: a visit that is told elsewhere, by its visitor or as the last one spoken of. */
export const withoutHost = (document: ReadDocument, drafted: Drafted<VisitDraft>, known: readonly VisitMention[]): VisitMention[] => {
  const { draft, match, sentence } = drafted
  const at = (sentence.items[match.at] as Item).start
  const stated = draft.visitors.map((item) => document.people.of(item)).filter((entity): entity is Entity => entity !== null)
  const subject =
    stated.length > 0
      ? stated
      : (candidatesBefore(sentence, match.at, document.people).find(({ free }) => free)?.entities ??
        candidatesAfter(sentence, match.to, document.people)[0]?.entities ??
        [])
  const received = (stated.length === 0 ? receptionOf(document, drafted) : null) ?? invitationOf(document, drafted, subject)
  const before = known.filter((mention) => mention.evidence.start <= at)
  const of = (mentions: readonly VisitMention[], who: readonly Entity[]): VisitMention | undefined =>
    mentions.findLast(({ visitors }) => visitors.some((entity) => who.includes(entity)))
  const moment = momentOf(document, drafted, draft.when, draft.phase === 'end' ? 'clause' : 'own')
  const sameSentence = before.findLast(
    (mention) =>
      mention.sentence === drafted.index && (subject.length === 0 || mention.visitors.some((entity) => subject.includes(entity))),
  )
  const model =
    sameSentence ??
    of(before, subject) ??
    of(known, subject) ??
    (stated.length === 0 && draft.phase === 'report' ? before[before.length - 1] : undefined)
  const cues = [...cuesOf(drafted, moment, document.moments.main, draft.nominal), 'hostless', drafted.rule.split('/')[2] as string]
  const common = {
    kind: draft.kind,
    phase: draft.phase,
    place: null,
    evidence: evidenceOf(sentence, drafted),
    rule: drafted.rule,
    moment,
    cues,
    sentence: drafted.index,
    attribution: attributionOf(sentence, match.at),
  }
  const visitor = subject.find((entity) => entity.country && !entity.group)
  if (draft.there) {
    const there = countryBefore(document, drafted, subject[0]?.country ?? null)
    return visitor && there
      ? [{ ...common, visitors: [visitor], host: there, anchor: at, doubt: ['inferred-host'], cues: [...cues, 'host:there'] }]
      : []
  }
  if (draft.welcomed && !received) return []
  if (received && !(model && model.host === received.host && model.visitors.includes(received.visitor)))
    return [{ ...common, visitors: [received.visitor], host: received.host, anchor: at, doubt: [], cues: [...cues, 'host:receiver'] }]
  if (model) {
    if (draft.phase === 'end' && !draft.nominal && model.sentence !== drafted.index && !stated.length && subject.length === 0) return []
    return [{ ...common, visitors: model.visitors, host: model.host, anchor: at, doubt: [] }]
  }
  if (!visitor || draft.phase === 'end' || (stated.length === 0 && draft.kind === 'unspecified' && !isMade(drafted))) return []
  const spokenOf = hostSpokenOf(document, visitor, known, drafted.index)
  return spokenOf
    ? [
        {
          ...common,
          visitors: [visitor],
          host: spokenOf.host,
          anchor: at,
          doubt: ['inferred-host'],
          cues: [...cues, 'host:inferred', `host:${spokenOf.how}`],
        },
      ]
    : []
}

/**
 * Where somebody went of whom no other visit is told: “A là người thứ ba thăm Mỹ, sau chuyến thăm của B” has the host of the
 * visit before it, else it is that of the pair of countries that the document is about, else that of its main visit.
 */
const hostSpokenOf = (
  document: ReadDocument,
  { country }: Entity,
  known: readonly VisitMention[],
  sentence: number,
): { readonly host: string; readonly how: 'beside' | 'pair' | 'main' } | null => {
  const beside = known.findLast((mention) => mention.sentence === sentence && mention.host !== country)
  if (beside) return { host: beside.host, how: 'beside' }
  const { home } = document.reader
  const pair = pairSpokenOf(document)
  if (country && pair?.includes(country)) {
    const host = country !== home && pair.includes(home) ? home : pair.find((other) => other !== country)
    return host ? { host, how: 'pair' } : null
  }
  const hosts = new Map<string, number>()
  for (const { host } of known) if (host !== country) hosts.set(host, (hosts.get(host) ?? 0) + 1)
  const most = [...hosts].reduce<[string, number] | null>((a, b) => (a && a[1] >= b[1] ? a : b), null)
  return most ? { host: most[0], how: 'main' } : null
}

/** “nước này”: the country spoken of last that is not the visitor’s own. */
const countryBefore = (document: ReadDocument, { sentence, match, index }: Drafted<VisitDraft>, own: string | null): string | null => {
  for (let i = index; i >= Math.max(0, index - 3); i--) {
    const { items } = i === index ? { items: sentence.items.slice(0, match.at) } : (document.sentences[i] as Sentence)
    const found = items.findLast(
      ({ kind, value }) =>
        (kind === 'country' || kind === 'place') &&
        (value as PlaceMention).type !== 'organisation' &&
        (value as PlaceMention).country !== own,
    )
    if (found) return (found.value as PlaceMention).country
  }
  return null
}

/** “Chủ tịch nước đón Tổng thống A thăm cấp Nhà nước”, “Singapore tiếp ông A trong chuyến thăm đầu tiên”: who receives is the host. */
const receptionOf = (document: ReadDocument, { sentence, match }: Drafted<VisitDraft>): { visitor: Entity; host: string } | null => {
  const { items } = sentence
  const verb = items.findLastIndex(
    ({ kind, key }, i) => i < match.at && i >= match.at - 12 && (/^v\.(?:receive|welcome)$/.test(kind) || key === 'hoan nghênh'),
  )
  if (verb < 0 || items.slice(verb + 1, match.at).some(({ kind }) => /^(?:v\.|n\.|mark;)/.test(kind))) return null
  const guest = items.slice(verb + 1, verb + 5).find(({ kind }) => kind === 'person')
  const visitor = guest ? document.people.of(guest) : null
  if (!visitor?.country || visitor.group) return null
  const host =
    candidatesBefore(sentence, verb, document.people).find(({ free }) => free)?.entities[0]?.country ??
    items
      .slice(Math.max(0, verb - 3), verb)
      .flatMap(({ kind, value }) => (kind === 'country' ? [(value as PlaceMention).country] : []))[0] ??
    (verb === 0
      ? candidatesAfter(sentence, match.to, document.people).find(({ free, near }) => free && near)?.entities[0]?.country
      : undefined)
  return host && host !== visitor.country ? { visitor, host } : null
}

/** “chuyến thăm chính thức theo lời mời của lãnh đạo Nga”: who invites is the host. */
const invitationOf = (
  { people }: ReadDocument,
  { sentence: { items }, match }: Drafted<VisitDraft>,
  subject: readonly Entity[],
): { visitor: Entity; host: string } | null => {
  const inviter = items[match.to]?.kind === 'invite' ? items[match.to + 1] : undefined
  const host = inviter?.kind === 'person' ? people.of(inviter)?.country : undefined
  const visitor = subject.find((entity) => entity.country && !entity.group)
  return host && visitor && visitor.country !== host ? { visitor, host } : null
}

/** “có chuyến thăm”, “thực hiện chuyến công du”: the noun is the verb of its clause. */
export const isMade = ({ sentence, match }: Drafted<VisitDraft>): boolean => sentence.items[match.at - 1]?.kind === 'v.begin'
