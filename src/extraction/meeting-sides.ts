import type { MeetingDraft, PlaceMention } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import { candidatesAfter, candidatesBefore } from './clause.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import type { MeetingMention } from './mentions.ts'
import { leadersOf, pairTold } from './met-pairs.ts'
import type { Drafted } from './run-rules.ts'

/**
 * Who meets whom in one draft. What the clause leaves out comes from its subject, from the others that its sentence
 * names, from the pair spoken of, or from the discourse; `how` says which, and is a cue of the decision.
 */
export interface Sides {
  readonly participants: readonly Entity[]
  readonly how: 'stated' | 'subject' | 'after' | 'sentence' | 'discourse' | 'pair' | 'lands'
  /** Where evidence starts. */
  readonly item?: Item
  /** What sets this meeting apart from others of the same verb. */
  readonly anchor: Item
  /** One of several that one verb tells of, which may have met together. */
  readonly joint: boolean
}

export const sidesOf = (document: ReadDocument, drafted: Drafted<MeetingDraft>, known: readonly MeetingMention[]): Sides[] => {
  const { draft, match, sentence } = drafted
  const at = sentence.items[match.at] as Item
  const entitiesOf = (items: readonly Item[]): Entity[] => [
    ...new Set(items.map((item) => document.people.of(item)).filter((entity): entity is Entity => entity !== null && !isSpouse(entity))),
  ]
  if (draft.lands) {
    const heads = leadersOf(document, draft.lands, draft.roles)
    return heads ? [{ participants: heads, how: 'lands', anchor: at, joint: false }] : []
  }
  const pairItem = draft.left.find(({ kind }) => kind.startsWith('pair') || kind === 'word')
  if (pairItem) {
    const pair = pairTold(document, sentence, at, known, draft.roles)
    return pair ? [{ participants: pair, how: 'pair', anchor: at, item: pairItem, joint: false }] : []
  }
  const left = entitiesOf(draft.left)
  const right = entitiesOf(draft.right).filter((entity) => !left.includes(entity))
  if ([...left, ...right].some(speaksForOthers)) return []
  if (right.length === 0 && left.length === 0) return bareNoun(document, drafted, known)
  if (right.length === 0) return rowOf(document, draft.left, left)
  return withRight(document, drafted, left, right)
}

/** Who speaks for others meets nobody, and who leads a firm no state: “Người phát ngôn xác nhận cuộc gặp với …”. */
const speaksForOthers = ({ offices }: Entity): boolean => offices.length > 0 && offices.every(({ role }) => notStates.has(role))

const notStates = new Set(['spokesperson', 'business', 'spouse'])

const isSpouse = ({ offices }: Entity): boolean => offices.length > 0 && offices.every(({ role }) => role === 'spouse')

const countriesOf = (entities: readonly Entity[]): ReadonlySet<string> => new Set(entities.flatMap(({ country }) => country ?? []))

/** “A và B hội đàm”. */
const rowOf = ({ people }: ReadDocument, items: readonly Item[], row: readonly Entity[]): Sides[] => {
  if (row.length < 2 || countriesOf(row).size + row.filter(isOfUnknownCountry).length < 2) return []
  const last = items.find((item) => people.of(item) === row[row.length - 1]) as Item
  return [{ participants: row, how: 'stated', anchor: last, joint: false, ...(items[0] ? { item: items[0] } : {}) }]
}

/** Somebody with a name, whose country the text does not tell. */
const isOfUnknownCountry = ({ name, country, group }: Entity): boolean => name !== null && country === null && !group

/** “A hội đàm với B, hội kiến C và D”. */
const withRight = (document: ReadDocument, drafted: Drafted<MeetingDraft>, left: readonly Entity[], right: readonly Entity[]): Sides[] => {
  const { draft } = drafted
  const subject = left.length === 0 ? subjectAfter(document, drafted, right) : null
  if (subject) return [subject]
  const found: Side | null = left.length > 0 ? { entities: left, how: 'stated' } : sideOf(document, drafted, right)
  if (!found) return []
  const item = left.length > 0 ? draft.left[0] : found.item
  const groups = draft.distributive || (draft.nominal && areApart(right, draft.form)) ? callersOf(right, draft.form) : [right]
  const separate = groups.length > 1
  return groups.map((group, i) => ({
    participants: [...found.entities, ...group],
    how: found.how,
    anchor: draft.right.find((each) => document.people.of(each) === group[0]) ?? (drafted.sentence.items[drafted.match.at] as Item),
    joint: separate && i > 0,
    ...(item ? { item } : {}),
  }))
}

/** “Trong một cuộc điện đàm với A, B kêu gọi …”, “Mở đầu cuộc hội đàm với A, B nói …”: after the comma stands who spoke with A, not one more partner. */
const subjectAfter = (
  { people }: ReadDocument,
  { draft, match, sentence: { items } }: Drafted<MeetingDraft>,
  right: readonly Entity[],
): Sides | null => {
  const [a, b] = draft.right
  if (!draft.nominal || !a || !b || right.length !== 2 || countriesOf(right).size < 2) return null
  const lead = items[match.at - 1]?.key === 'một' ? items[match.at - 2] : items[match.at - 1]
  if (!/^(?:frame\.within|asp\.(?:after|plan)|v\.(?:begin|end))$/.test(lead?.kind ?? '') || match.at > 3) return null
  if (items[items.indexOf(a) + 1]?.kind !== 'mark,' || people.of(b) !== right[1]) return null
  return { participants: [...right].reverse(), how: 'after', anchor: a, item: b, joint: false }
}

/** “cuộc hội kiến với A và B”, “cuộc hội đàm với Thủ tướng Nga và Tổng thống Pháp”: one each, though the noun is told once. */
const areApart = (right: readonly Entity[], form: string): boolean => form === 'call' || countriesOf(right).size > 1

/** Each of a row met on an occasion of their own, but for a royal couple, and for those of one country who were on one line. */
const callersOf = (right: readonly Entity[], form: string): Entity[][] => {
  const groups: Entity[][] = []
  for (const entity of right) {
    const last = groups[groups.length - 1]
    const together = last?.every((other) => other.country === entity.country && (form === 'phone' || (isRoyal(other) && isRoyal(entity))))
    if (last && together) last.push(entity)
    else groups.push([entity])
  }
  return groups
}

const isRoyal = ({ offices }: Entity): boolean => offices.some(({ role }) => role === 'royal')

interface Side {
  readonly entities: readonly Entity[]
  readonly how: Sides['how']
  readonly item?: Item
}

/** The side that the clause does not name beside the verb. */
const sideOf = (document: ReadDocument, drafted: Drafted<MeetingDraft>, right: readonly Entity[]): Side | null => {
  const { draft, match, sentence } = drafted
  const countries = countriesOf(right)
  const across = (entity: Entity): boolean =>
    !right.includes(entity) && !speaksForOthers(entity) && (entity.country === null || !countries.has(entity.country))
  const before = candidatesBefore(sentence, match.at, document.people)
  let compatriot = false
  for (const candidate of before) {
    if (!candidate.free) continue
    const fitting = candidate.entities.filter(across)
    if (fitting.length > 0 && !compatriot) return { entities: fitting, how: 'subject', item: candidate.item }
    if (fitting.length > 0) return { entities: fitting, how: 'sentence', item: candidate.item }
    if (candidate.near) compatriot = true
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

/**
 * “Tại cuộc gặp chiều 5/3, A và B nhất trí…”, “Sau hội đàm, hai bên…”, “Trong cuộc điện đàm, A đề nghị B…”: who met
 * stands in the clause after or before, or met before.
 */
const bareNoun = (document: ReadDocument, drafted: Drafted<MeetingDraft>, known: readonly MeetingMention[]): Sides[] => {
  const { match, sentence, draft } = drafted
  const anchor = sentence.items[match.at] as Item
  const after = candidatesAfter(sentence, match.to, document.people).find(({ free }) => free)
  const before = candidatesBefore(sentence, match.at, document.people).find(({ free }) => free)
  const row = [after, before].find((candidate) => candidate && countriesOf(candidate.entities).size > 1)
  const together = (participants: readonly Entity[], how: Sides['how']): Sides[] => [{ participants, how, anchor, joint: false }]
  if (row?.entities.every(({ group }) => !group)) return together(row.entities, 'after')
  const subject = (before?.near ? before : (after ?? before))?.entities.find((entity) => !entity.group && !speaksForOthers(entity))
  const told = known.filter((mention) => mention.scope === 'interstate' && (draft.form === 'phone') === (mention.form === 'phone'))
  const last = told.findLast((mention) => !subject || mention.participants.includes(subject))
  if (last) return together(last.participants, 'pair')
  const pair = subject ? null : pairBeside(document, drafted, known)
  if (pair) return together(pair, 'pair')
  if (!subject?.country) return []
  const across = (entity: Entity | null): entity is Entity =>
    entity !== null && !entity.group && !speaksForOthers(entity) && entity.country !== null && entity.country !== subject.country
  const beside = sentence.items.map((item) => (item.kind === 'person' ? document.people.of(item) : null)).find(across)
  if (beside) return together([subject, beside], 'sentence')
  const partner = document.people.before(anchor.start).find(across)
  return partner ? together([subject, partner], 'discourse') : []
}

/** “Trong cuộc điện đàm, hai nhà lãnh đạo …”, “…, lãnh đạo hai nước Nga - Lào …”: the pair that the sentence speaks of. */
const pairBeside = (document: ReadDocument, { match, sentence }: Drafted, known: readonly MeetingMention[]): readonly Entity[] | null => {
  const { items } = sentence
  const at = items.findIndex(({ kind }, i) => i >= match.to && kind.startsWith('pair.') && kind !== 'pair.countries')
  if (at < 0) return null
  const lands = landsBehind(items, at + 1)
  return lands.length === 2 ? leadersOf(document, lands) : pairTold(document, sentence, items[at] as Item, known)
}

const landsBehind = (items: readonly Item[], from: number): string[] => {
  const lands: string[] = []
  for (let i = from; i < items.length && lands.length < 2; i++) {
    const { kind, value } = items[i] as Item
    if (kind === 'country') lands.push((value as PlaceMention).country)
    else if (!/^(?:mark[,-]|conj)$/.test(kind)) break
  }
  return lands
}
