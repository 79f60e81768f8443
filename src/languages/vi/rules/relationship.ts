import type { RelationshipDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item, type Match } from '../../../kernel/rule.ts'
import { relationshipParties } from './relationship-parties.ts'

/** Words before the verb after which nothing has changed yet. */
const unreal = [
  'tiến tới|hướng tới|sớm|đề nghị|đề xuất|mong|tiềm năng|khả năng|xem xét|nghiên cứu|nỗ lực|thúc đẩy|cơ sở để|nhằm|cam kết|ý định|quyết tâm|phấn đấu',
  'cần|tham vấn|thảo luận|đàm phán|triển vọng|kêu gọi|ủng hộ|biện pháp|giải pháp|phương hướng|tạo điều kiện|chuẩn bị|lộ trình',
]
  .flatMap((line) => line.split('|'))
  .map((word) => ` ${word} `)

const unrealKinds = /^(?:asp\.(?:future|wish|not|plan|next|deny)|instrument|invite)$/

/** The clause before the verb, not further back than a few words. */
const clauseBefore = (items: readonly Item[], at: number): readonly Item[] => {
  const before = items.slice(Math.max(0, at - 12), at)
  return before.slice(before.findLastIndex(({ kind }) => /^mark[;:.]$/.test(kind)) + 1)
}

/** “kỷ niệm 45 năm (ngày) thiết lập quan hệ ngoại giao”: the day that is near is that of the feast. */
const isAnniversary = (items: readonly Item[], at: number): boolean => {
  const last = items[at - 1]?.key === 'ngày' ? at - 2 : at - 1
  const isSpan = items[last]?.key === 'năm' && items[last - 1]?.kind === 'number'
  return (
    isSpan ||
    / kỷ niệm (?:ngày )?$/.test(
      ` ${items
        .slice(Math.max(0, at - 3), at)
        .map(({ key }) => key)
        .join(' ')} `,
    )
  )
}

/** “nâng quan hệ lên đối tác chiến lược” names the new level; “đưa quan hệ đối tác chiến lược lên tầm cao mới” the old one. */
const isRaised = (items: readonly Item[], at: number, relation: number): boolean => {
  const verb = items[at]?.key ?? ''
  if (!/^(?:đưa|(?:chính thức )?nâng)/.test(verb)) return true
  const between = items.slice(at + 1, relation)
  return (
    (/lên$/.test(verb) || between.some(({ key }) => key === 'lên' || key === 'thành')) &&
    !between.some(({ kind, key }) => kind === 'portfolio' || key === 'cao' || key === 'quốc phòng')
  )
}

/** “thiết lập quan hệ ngoại giao năm 1992”, “nâng cấp quan hệ lên Đối tác chiến lược”. */
export const relationshipRaised = defineRule<RelationshipDraft>({
  id: 'vi/relationship/raised',
  yields: 'relationship',
  pattern: [
    'v.relation! ~ prep.of? ~ rel.diplomatic-relations|rel.comprehensive-strategic-partnership|rel.strategic-partnership|rel.comprehensive-partnership when:when*',
    "v.relation! ~ country ~ 'lên'|'thành' ~ rel.comprehensive-strategic-partnership|rel.strategic-partnership|rel.comprehensive-partnership ~ when:when*",
  ],
  data: ({ items, at, to, slot }: Match) => {
    const clause = clauseBefore(items, at)
    const text = ` ${clause.map(({ key }) => key).join(' ')} `
    if (clause.some(({ kind }) => unrealKinds.test(kind)) || unreal.some((word) => text.includes(word))) return null
    const relation = items.slice(at, to).findLastIndex(({ kind }) => kind.startsWith('rel.')) + at
    if (relation <= at || isAnniversary(items, at) || !isRaised(items, at, relation)) return null
    const verb = items[at]?.key ?? ''
    const severed = verb === 'cắt đứt'
    const parties = relationshipParties(items, at, relation + 1)
    if (severed && parties.length < 2) return null
    return {
      yields: 'relationship',
      to: severed ? 'severed' : verb === 'bình thường hóa' ? 'normalised' : (items[relation] as Item).kind.slice(4),
      parties,
      when: slot('when'),
    }
  },
  matches: [
    'Hai nước thiết lập quan hệ ngoại giao năm 1992.',
    'Việt Nam và Úc đã nâng cấp quan hệ lên Đối tác chiến lược.',
    'Lào và Thái Lan cắt đứt quan hệ ngoại giao với Qatar.',
  ],
  ignores: [
    'Hai bên mong sớm nâng cấp quan hệ lên Đối tác chiến lược.',
    'Ông coi Việt Nam là đối tác hàng đầu.',
    'Hai bên đưa quan hệ Đối tác chiến lược lên tầm cao mới.',
    'Hai nước tổ chức kỷ niệm 45 năm ngày thiết lập quan hệ ngoại giao vào năm 2018.',
    'Hai bên thảo luận về khả năng thiết lập quan hệ ngoại giao.',
    'Hai bên sẽ ký Tuyên bố chung về thiết lập quan hệ Đối tác toàn diện.',
    'Các nước trong vùng cắt đứt quan hệ ngoại giao với Qatar.',
  ],
})

export const relationshipRules = [relationshipRaised]
