import type { MeetingDraft } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { attributionOf, evidenceOf } from './attachments.ts'
import { candidatesAfter, candidatesBefore } from './clause.ts'
import { momentOf } from './clause-dates.ts'
import { placeOf } from './clause-places.ts'
import { cuesOf } from './cues.ts'
import { draftsOf, type ReadDocument } from './document.ts'
import type { Entity } from './entities.ts'
import type { MeetingMention } from './mentions.ts'
import type { Drafted } from './run-rules.ts'

/** Drafts of meetings with both sides. A side that the clause leaves out comes from its subject, or from the pair spoken of. */
export const meetingsOf = (document: ReadDocument): MeetingMention[] => {
  const mentions: MeetingMention[] = []
  for (const drafted of draftsOf<MeetingDraft>(document, 'meeting')) {
    if (drafted.draft.scope) mentions.push(...otherMeeting(document, drafted))
    else for (const sides of pairsOf(document, drafted, mentions)) mentions.push(mentionOf(document, drafted, sides))
  }
  return mentions
}

interface Sides {
  readonly participants: readonly Entity[]
  readonly how: 'stated' | 'subject' | 'after' | 'discourse' | 'pair'
  readonly item?: Item
  readonly anchor: Item
  readonly joint: boolean
}

const mentionOf = (document: ReadDocument, drafted: Drafted<MeetingDraft>, sides: Sides): MeetingMention => {
  const { draft, sentence, match } = drafted
  const moment = momentOf(document, drafted, draft.when, 'event')
  const countries = new Set(sides.participants.flatMap(({ country }) => country ?? []))
  return {
    participants: sides.participants,
    form: draft.form,
    place: placeOf(document, drafted),
    receiver: draft.receives ? (sides.participants[0] ?? null) : null,
    scope: countries.size > 1 ? 'interstate' : 'domestic',
    other: null,
    evidence: evidenceOf(sentence, drafted, sides.item, attributionOf(sentence, match.at)),
    anchor: sides.anchor.start,
    rule: drafted.rule,
    moment,
    cues: [
      ...cuesOf(drafted, moment, document.moments.main, draft.nominal),
      ...(sides.how === 'stated' ? [] : [`side:${sides.how}`]),
      ...(sides.participants.some(({ group }) => group) ? ['group'] : []),
      ...(sides.participants.some(({ name, group }) => name === null && !group) ? ['unnamed'] : []),
      `form:${draft.form}`,
      drafted.rule.split('/')[2] as string,
    ],
    sentence: drafted.index,
    doubt: [
      ...(sides.joint ? ['distributive-reading'] : []),
      ...(sides.how === 'discourse' || sides.how === 'pair' ? ['inferred-participant'] : []),
    ],
    attribution: attributionOf(sentence, match.at),
  }
}

const pairsOf = (document: ReadDocument, drafted: Drafted<MeetingDraft>, known: readonly MeetingMention[]): Sides[] => {
  const { draft, match, sentence } = drafted
  const { people } = document
  const entitiesOf = (items: readonly Item[]): Entity[] => [
    ...new Set(items.map((item) => people.of(item)).filter((entity): entity is Entity => entity !== null)),
  ]
  const anchorOf = (items: readonly Item[], entity: Entity): Item =>
    items.find((item) => people.of(item) === entity) ?? (sentence.items[match.at] as Item)
  const at = sentence.items[match.at] as Item
  const pairItem = draft.left.find(({ kind }) => kind.startsWith('pair'))
  if (pairItem) {
    const pair = pairSpokenOf(document, at.start, known, pairItem)
    return pair ? [{ participants: pair, how: 'pair', anchor: at, item: pairItem, joint: false }] : []
  }
  const left = entitiesOf(draft.left)
  const right = entitiesOf(draft.right).filter((entity) => !left.includes(entity))
  if (right.length === 0 && left.length === 0) return bareNoun(document, drafted, known, at)
  if (right.length === 0) {
    if (new Set(left.flatMap(({ country }) => country ?? [])).size < 2) return []
    const last = left[left.length - 1] as Entity
    return [
      {
        participants: left,
        how: 'stated',
        anchor: anchorOf(draft.left, last),
        joint: false,
        ...(draft.left[0] ? { item: draft.left[0] } : {}),
      },
    ]
  }
  let mine: readonly Entity[] = left
  let how: Sides['how'] = 'stated'
  let item: Item | undefined = draft.left[0]
  if (mine.length === 0) {
    const found = sideOf(document, drafted, right)
    if (!found) return []
    mine = found.entities
    how = found.how
    item = found.item
  }
  const separate = draft.distributive && right.length > 1
  const groups = separate ? right.map((entity) => [entity]) : [right]
  return groups.map((group, i) => ({
    participants: [...mine, ...group],
    how,
    anchor: anchorOf(draft.right, group[0] as Entity),
    joint: separate && i > 0,
    ...(item ? { item } : {}),
  }))
}

/** “Tại cuộc gặp chiều 5/3, A và B nhất trí…”, “Sau hội đàm, hai bên…”: who met stands in the clause after, or met before. */
const bareNoun = (document: ReadDocument, drafted: Drafted<MeetingDraft>, known: readonly MeetingMention[], at: Item): Sides[] => {
  const { match, sentence, draft } = drafted
  const after = candidatesAfter(sentence, match.to, document.people).find(({ free }) => free)
  const before = candidatesBefore(sentence, match.at, document.people).find(({ free }) => free)
  const row = [after, before].find((candidate) => candidate && new Set(candidate.entities.map(({ country }) => country)).size > 1)
  if (row?.entities.every(({ group }) => !group)) return [{ participants: row.entities, how: 'after', anchor: at, joint: false }]
  const last = known.findLast((mention) => mention.scope === 'interstate' && (draft.form === 'phone') === (mention.form === 'phone'))
  const subject = after?.entities[0] ?? before?.entities[0]
  if (!last || (subject && !last.participants.includes(subject))) return []
  return [{ participants: last.participants, how: 'pair', anchor: at, joint: false }]
}

/** The side that the clause does not name beside the verb. */
const sideOf = (
  document: ReadDocument,
  drafted: Drafted<MeetingDraft>,
  right: readonly Entity[],
): { entities: readonly Entity[]; how: Sides['how']; item?: Item } | null => {
  const { draft, match, sentence } = drafted
  const countries = new Set(right.map(({ country }) => country))
  const across = (entity: Entity): boolean => !right.includes(entity) && (entity.country === null || !countries.has(entity.country))
  const before = candidatesBefore(sentence, match.at, document.people)
  for (const candidate of before) {
    if (!candidate.free) continue
    const fitting = candidate.entities.filter(across)
    if (fitting.length > 0) return { entities: fitting, how: 'subject', item: candidate.item }
    if (
      !draft.nominal &&
      candidate.entities.some(
        (entity) => !right.includes(entity) && entity.country !== null && countries.has(entity.country) && candidate.near,
      )
    )
      return null
  }
  if (draft.nominal || !before.some(({ free }) => free)) {
    const after = candidatesAfter(sentence, match.to, document.people).find(({ free, entities }) => free && entities.some(across))
    if (after) return { entities: after.entities.filter(across), how: 'after' }
  }
  const object = before.find(({ entities }) => entities.some(across))
  if (object && draft.nominal) return { entities: object.entities.filter(across), how: 'subject', item: object.item }
  const last = document.people
    .before((sentence.items[match.at] as Item).start)
    .find((entity) => across(entity) && !entity.group && entity.country !== null)
  return last ? { entities: [last], how: 'discourse' } : null
}

/** “hai nhà lãnh đạo”: the last two who met, else the two office holders of two countries spoken of last. */
const pairSpokenOf = (document: ReadDocument, at: number, known: readonly MeetingMention[], item: Item): readonly Entity[] | null => {
  const last = known[known.length - 1]
  if (last && last.scope === 'interstate' && last.participants.length === 2 && last.participants.every(({ group }) => !group))
    return last.participants
  const near = document.people
    .before(at)
    .filter(({ group, country, name }) => !group && country !== null && (name !== null || item.kind === 'pair.office'))
  for (const a of near.slice(0, 4)) {
    const partner = near.find((b) => b !== a && b.country !== a.country)
    if (partner) return [partner, a]
  }
  return null
}

const otherMeeting = (document: ReadDocument, drafted: Drafted<MeetingDraft>): MeetingMention[] => {
  const { draft, match, sentence } = drafted
  const subject = candidatesBefore(sentence, match.at, document.people).find(({ free }) => free)
  const host = subject?.entities[0]
  if (!host || !draft.other || !draft.scope || host.name === null) return []
  const moment = momentOf(document, drafted, draft.when, 'event')
  return [
    {
      participants: [host],
      form: draft.form,
      place: null,
      receiver: draft.receives ? host : null,
      scope: draft.scope,
      other: draft.other,
      evidence: { start: (sentence.items[match.at] as Item).start, end: draft.other.end },
      anchor: draft.other.start,
      rule: drafted.rule,
      moment,
      cues: cuesOf(drafted, moment, document.moments.main, false),
      sentence: drafted.index,
      doubt: [],
      attribution: attributionOf(sentence, match.at),
    },
  ]
}
