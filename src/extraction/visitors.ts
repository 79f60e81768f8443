import type { PersonMention, VisitDraft } from '../kernel/reading.ts'
import type { Item, Match } from '../kernel/rule.ts'
import { type Candidate, candidatesAfter, candidatesBefore } from './clause.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import type { Drafted } from './run-rules.ts'

/** Who makes the visits of one draft, and how it is known. */
interface Visitors {
  /** One visit each. */
  readonly rows: readonly (readonly Entity[])[]
  readonly how: 'stated' | 'subject' | 'object' | 'after' | 'discourse'
  readonly item?: Item
}

/** The visitors that a draft states, else those of its clause, else the last ones spoken of; never of the host’s country. */
export const visitorsOf = (document: ReadDocument, drafted: Drafted<VisitDraft>, host: string): Visitors | null => {
  const { draft, match, sentence } = drafted
  const { people } = document
  const foreign = (entity: Entity): boolean => entity.country !== host && entity.country !== null && !(entity.group && draft.strict)
  const stated = draft.visitors.map((item) => people.of(item)).filter((entity): entity is Entity => entity !== null && foreign(entity))
  if (draft.each && stated.length > 0) return { rows: [...new Set(stated)].map((entity) => [entity]), how: 'stated' }
  if (stated.length > 0) return { rows: rowsOf(stated), how: 'stated' }
  if (draft.visitors.length > 0 && !draft.visitors.every(({ value }) => (value as PersonMention).form === 'pronoun')) return null
  const before = candidatesBefore(sentence, match.at, people)
  const [nearest] = before
  if (nearest && !draft.nominal && isShip(sentence.items, sentence.items.indexOf(nearest.item), match.at)) return null
  const abroad = (candidate: Candidate): readonly Entity[] => candidate.entities.filter(foreign)
  for (const candidate of before) {
    if (candidate.entities.length === 0) return null
    const fitting = abroad(candidate)
    if (fitting.length === 0 && candidate.free && draft.strict) return null
    if (fitting.length === 0) continue
    const relative = candidate === nearest && isRelative(sentence.items, match.at)
    const passes = !candidate.free && !relative && candidate.near && !draft.nominal && goesOn(sentence.items, match.at)
    if (passes && (draft.strict || before.some(({ free }) => free))) continue
    if (draft.strict && ((!candidate.free && !relative) || !(candidate.near || (candidate.free && closes(sentence.items, match)))))
      return null
    if (draft.strict && !goesOn(sentence.items, match.at) && !runsTo(sentence.items, sentence.items.indexOf(candidate.item), match.at))
      return null
    const from = sentence.items.indexOf(candidate.item)
    const apart = sentence.items.slice(from, match.at).some(({ key }) => key === 'đều')
    const rows = apart ? fitting.map((entity) => [entity]) : rowsOf(fitting)
    return { rows, how: candidate.free ? 'subject' : 'object', item: candidate.item }
  }
  if (draft.strict && !leadsOn(sentence.items, match)) return null
  const after =
    draft.nominal || draft.strict || match.at <= 2
      ? candidatesAfter(sentence, match.to, people).find((candidate) => candidate.free && abroad(candidate).length > 0)
      : undefined
  if (after && (!draft.strict || after.near)) return { rows: rowsOf(abroad(after)), how: 'after' }
  if (draft.strict) return null
  if (before.some(({ free }) => free) && !draft.nominal) return null
  if (!draft.nominal && isShip(sentence.items, 0, match.at)) return null
  const last = people.before((sentence.items[match.at] as Item).start).find((entity) => foreign(entity) && !entity.group)
  return last ? { rows: [[last]], how: 'discourse' } : null
}

/** Co-principals of one country travel together; office holders of several countries make a visit each. */
const rowsOf = (entities: readonly Entity[]): Entity[][] => {
  const rows = new Map<string, Entity[]>()
  for (const entity of entities) {
    const row = rows.get(entity.country ?? '') ?? []
    if (!row.includes(entity)) rows.set(entity.country ?? '', [...row, entity])
  }
  return [...rows.values()]
}

/** “tàu sân bay của Mỹ đã đến thăm”, “ba tàu chiến”: no office holder came. */
const isShip = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some(({ key }, i, between) => key === 'tàu' && ships.has(between[i + 1]?.key ?? ''))

const ships = new Set(['chiến', 'sân', 'sân bay', 'khu', 'hải', 'hải quân', 'ngầm', 'tuần', 'tên', 'hộ', 'uss'])

/** “gặp ông A, người tới Lào hôm qua”: the clause tells of whom it follows. */
const isRelative = (items: readonly Item[], at: number): boolean => {
  let i = at - 1
  while (/^(?:asp\.|when|v\.begin)/.test(items[i]?.kind ?? '')) i--
  return items[i]?.key === 'người' && items[i - 1]?.kind === 'mark,'
}

/** “sẽ gặp B tại Paris trước khi đến Đức”, “… rồi sang Bỉ”: the verb goes on from one that has an object of its own. */
const goesOn = (items: readonly Item[], at: number): boolean => {
  let i = at - 1
  while (
    items[i]?.kind.startsWith('asp.') &&
    !links.has(items[i]?.key ?? '') &&
    items[i]?.kind !== 'asp.plan' &&
    items[i]?.kind !== 'asp.then'
  )
    i--
  return links.has(items[i]?.key ?? '') || items[i]?.kind === 'asp.then'
}

/** “A viết trên Twitter sau khi đến Hà Nội.”: nobody else stands behind whose arrival it could be. */
const closes = (items: readonly Item[], { at, to }: Match): boolean =>
  /^(?:sau|trước) khi$/.test(items[at - 1]?.key ?? '') && !items.slice(to, to + 12).some(({ kind }) => kind === 'person' || kind === 'pair')

const links = new Set(['trước khi', 'để', 'rồi', 'và', 'khi', 'trong khi', 'sau khi'])

/** “Ngay khi tới Lào, Tổng thống …”: who arrives stands after the comma. */
const leadsOn = (items: readonly Item[], { at, to }: Match): boolean =>
  (at === 0 || items[at - 1]?.key === 'khi' || items[at - 1]?.key.endsWith(' khi') === true) &&
  items.slice(to, to + 8).some(({ kind }, i, all) => kind === 'mark,' && !all.slice(0, i).some((item) => item.kind === 'person'))

/** Between a person and a verb of movement stand only aspects, dates, companions and verbs of the same person. */
const runsTo = (items: readonly Item[], from: number, to: number): boolean => {
  let words = 0
  for (let i = from + 1; i < to; i++) {
    const { kind } = items[i] as Item
    if (kind === 'word' || kind === 'number') words++
    if (
      (kind === 'v.say' && !items[i + 1]?.kind.startsWith('asp.')) ||
      kind === 'firm' ||
      kind === 'v.receive' ||
      kind === 'instrument' ||
      kind === 'mark"'
    )
      return false
  }
  return words <= 8
}
