import type { PlaceMention, Sentence } from '../kernel/reading.ts'
import type { Item } from '../kernel/rule.ts'
import type { People } from './entities.ts'
import type { Entity } from './entity.ts'
import { afterAdverbs } from './match.ts'

/** Somebody who may be the subject of a verb. `free`: neither complement nor object of something else. */
export interface Candidate {
  readonly entities: readonly Entity[]
  readonly free: boolean
  /** How many items lie between, and whether none of them starts a clause of its own. */
  readonly near: boolean
  readonly item: Item
}

/** Who stands before an item in its sentence, nearest first; “A và B” are one candidate. */
export const candidatesBefore = (sentence: Sentence, at: number, people: People): Candidate[] => {
  const found: Candidate[] = []
  let near = true
  for (let i = at - 1; i >= 0 && found.length < 8; i--) {
    const item = sentence.items[i] as Item
    if (item.kind === 'mark)') i = openingOf(sentence.items, i)
    if (item.kind === 'delegation' && leadsDelegation(sentence.items, i)) continue
    if (item.kind === 'delegation') {
      const led = leaderOfDelegation(sentence.items, i, people)
      if (led) found.push({ entities: [led], free: true, near, item })
      else if (near && isSubject(sentence.items[i - 1])) found.push({ entities: [], free: true, near, item })
      continue
    }
    if (item.kind !== 'person') {
      if (breaksClause(item) && !goesOnSaying(sentence.items, i)) near = false
      continue
    }
    if (isPredicate(sentence.items, i, people)) continue
    let from = i
    const row: Entity[] = []
    for (;;) {
      const entity = people.of(sentence.items[from] as Item)
      if (entity) row.unshift(entity)
      const joint = sentence.items[from - 1]
      let previous = from - 2
      if (joint?.kind === 'mark,' && from === i && opensClause(afterAdverbs(sentence.items, i + 1))) break
      if (joint?.kind !== 'conj' && joint?.kind !== 'mark,' && joint?.kind !== 'prep.with') break
      if (sentence.items[previous]?.kind === 'companion') previous -= 2
      if (sentence.items[previous]?.kind !== 'person') break
      from = previous
    }
    const lead = sentence.items[from - 1]
    const free =
      !lead ||
      leads(sentence.items, i) ||
      ridesIn(sentence.items, from) ||
      !(
        /^prep\.(?:of|with|by)$/.test(lead.kind) ||
        (/^(?:v\.(?!say|send)|n\.)/.test(lead.kind) && lead.key !== 'đưa') ||
        lead.kind === 'invite'
      )
    if (row.length > 0 && !tellsWhoElse(sentence.items, from)) found.push({ entities: row, free, near, item })
    i = from
  }
  return found
}

/** Who stands after an item in its sentence and is the subject of what follows: “Tại buổi tiếp, Thủ tướng nói…”. */
export const candidatesAfter = (sentence: Sentence, to: number, people: People): Candidate[] => {
  const found: Candidate[] = []
  for (let i = to; i < sentence.items.length && found.length < 4; i++) {
    const item = sentence.items[i] as Item
    const entity = item.kind === 'person' ? people.of(item) : null
    if (!entity) continue
    const lead = sentence.items[i - 1]
    const row = [entity]
    for (let j = i + 2; j < sentence.items.length && row.length < 6; j += 2) {
      const joint = sentence.items[j - 1] as Item
      if (joint.kind !== 'conj' && joint.kind !== 'prep.with') break
      if ((sentence.items[j] as Item).kind === 'companion') continue
      const other = (sentence.items[j] as Item).kind === 'person' ? people.of(sentence.items[j] as Item) : null
      if (!other) break
      row.push(other)
      i = j
    }
    const free = !lead || !(/^prep\.(?:of|with|by)$/.test(lead.kind) || /^(?:v\.(?!say)|n\.)/.test(lead.kind))
    found.push({ entities: row, free, near: lead?.kind === 'mark,', item })
  }
  return found
}

/** “A dẫn đầu đoàn đại biểu Việt Nam thăm Lào”: who leads it stands before. */
const leadsDelegation = (items: readonly Item[], i: number): boolean =>
  items[i - 1]?.key === 'đầu' && items[i - 2]?.key === 'dẫn' && items.slice(Math.max(0, i - 6), i).some(({ kind }) => kind === 'person')

/** “A là lãnh đạo nước ngoài đầu tiên tới Pháp”, “một trong các lãnh đạo”: what A is, and nobody else. */
const isPredicate = (items: readonly Item[], i: number, people: People): boolean => {
  const entity = people.of(items[i] as Item)
  if (entity?.name != null) return false
  for (let j = i - 1; j >= Math.max(0, i - 5); j--) {
    const { kind, key } = items[j] as Item
    if (key === 'là') return true
    if (kind !== 'num.qual' && kind !== 'number' && kind !== 'frame.within' && !articles.has(key)) return false
  }
  return false
}
const articles = new Set(['một', 'trong', 'vị', 'người', 'nữ'])

/** “A cho biết đang rời Lào để đến Pháp”: who speaks is who goes. */
const goesOnSaying = (items: readonly Item[], i: number): boolean =>
  (items[i] as Item).kind === 'v.say' && /^asp\.(?:now|future|past)/.test(items[i + 1]?.kind ?? '')

/** “A, em gái Chủ tịch B, đã tới …”, “A, ông nội của B, …”, “trong chính quyền B”: B only tells who somebody else is. */
const tellsWhoElse = (items: readonly Item[], i: number): boolean =>
  owned.has(items[i - 1]?.key ?? '') || (items[i - 1]?.kind === 'prep.of' && kin.has(items[i - 2]?.key ?? ''))
const family = ['gái', 'trai', 'rể', 'vợ', 'cháu', 'mẹ', 'cha']
/** Relatives; “trợ lý” and “cố vấn” by their second syllables. */
const kin = new Set([...family, 'ông nội', 'bà nội', 'ông ngoại', 'bà ngoại', 'lý', 'vấn'])

/** “A (cha của B) thăm Nga”: what stands in brackets is passed over. */
const openingOf = (items: readonly Item[], i: number): number => {
  for (let j = i - 1; j >= Math.max(0, i - 12); j--) if ((items[j] as Item).kind === 'mark(') return j
  return i
}

/** “trong chính quyền Tổng thống A”, “con gái ông A”, “thời Tổng thống A”: told of somebody, not of A. */
const owned = new Set([...family, 'chính quyền', 'nội các', 'thời', 'kỳ', 'sứ'])

/** “đoàn do Phó Thủ tướng A dẫn đầu đã đến …”: who leads a delegation goes with it. */
const leads = (items: readonly Item[], i: number): boolean => {
  const [first, second] = [items[i + 1]?.key, items[i + 2]?.key]
  return (first === 'dẫn' && second === 'đầu') || (first === 'làm' && second === 'trưởng đoàn')
}

/** “chuyên cơ của Tổng thống A đã hạ cánh”: who comes is in it. */
const ridesIn = (items: readonly Item[], i: number): boolean => {
  const [first, second] = [items[i - 3]?.key, items[i - 2]?.key]
  return items[i - 1]?.kind === 'prep.of' && ((first === 'chuyên' && second === 'cơ') || (first === 'máy' && second === 'bay'))
}

/** “…, một đoàn kinh tế sẽ thăm …”: a delegation of its own, neither led nor received by anybody told of. */
const isSubject = (before: Item | undefined): boolean =>
  !before || /^(?:mark,|num\.qual|number|v\.say|when)$/.test(before.kind) || before.key === 'một'

/** “…với A, B khẳng định…”: B is no member of the row before the comma. */
const opensClause = (item: Item | undefined): boolean => item !== undefined && /^(?:v\.say|asp\.|when)/.test(item.kind)

/** “đoàn đại biểu Việt Nam” stands for whom the document is about of that country. */
const leaderOfDelegation = (items: readonly Item[], i: number, people: People): Entity | null => {
  const place = items.slice(i + 1, i + 5).find(({ kind }) => kind === 'country')
  if (!place || items[i - 1]?.kind === 'prep.with' || items[i - 1]?.kind === 'conj') return null
  const { country } = place.value as PlaceMention
  const heads = people.before((items[i] as Item).start).filter((entity) => entity.country === country && !entity.group)
  return heads.reduce<Entity | null>((best, entity) => (!best || entity.mentions > best.mentions ? entity : best), null)
}

const breaksClause = ({ kind }: Item): boolean =>
  kind === 'v.say' || kind === 'mark;' || kind === 'mark:' || /^(?:v\.(?:receive|sign)|instrument)$/.test(kind)
