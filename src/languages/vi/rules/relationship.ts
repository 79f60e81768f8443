import type { RelationshipDraft } from '../../../kernel/reading.ts'
import { defineRule, type Match } from '../../../kernel/rule.ts'
import { partiesIn } from './agreement-title.ts'

const unreal = new Set(['kỷ niệm', 'tiến tới', 'hướng tới', 'sớm', 'đề nghị', 'mong', 'tiềm năng', 'khả năng', 'xem xét'])

/** “thiết lập quan hệ ngoại giao năm 1992”, “nâng cấp quan hệ lên Đối tác chiến lược”. */
export const relationshipRaised = defineRule<RelationshipDraft>({
  id: 'vi/relationship/raised',
  yields: 'relationship',
  pattern: [
    'v.relation! ~ prep.of? ~ rel.diplomatic-relations|rel.comprehensive-strategic-partnership|rel.strategic-partnership|rel.comprehensive-partnership when:when*',
    "v.relation! ~ country ~ 'lên'|'thành' ~ rel.comprehensive-strategic-partnership|rel.strategic-partnership|rel.comprehensive-partnership ~ when:when*",
  ],
  data: ({ items, at, from, to, slot }: Match) => {
    const before = items.slice(Math.max(0, from - 6), at)
    if (
      before.some(
        ({ kind, key }) => kind === 'asp.future' || kind === 'asp.wish' || kind === 'asp.not' || kind === 'asp.plan' || unreal.has(key),
      )
    )
      return null
    if (before.some(({ key, kind }) => key === 'năm' || (kind === 'when' && /năm/.test(key))) && slot('when').length === 0) return null
    const relation = items.slice(at, to).findLast(({ kind }) => kind.startsWith('rel.'))
    if (!relation) return null
    const verb = items[at]?.key ?? ''
    const target = relation.kind.slice(4)
    const severed = verb === 'cắt đứt'
    return {
      yields: 'relationship',
      to: severed ? 'severed' : verb === 'bình thường hóa' ? 'normalised' : target,
      parties: partiesIn(items.slice(Math.max(0, at - 12), to + 8)),
      when: slot('when'),
    }
  },
  matches: ['Hai nước thiết lập quan hệ ngoại giao năm 1992.', 'Việt Nam và Úc đã nâng cấp quan hệ lên Đối tác chiến lược.'],
  ignores: ['Hai bên mong sớm nâng cấp quan hệ lên Đối tác chiến lược.', 'Ông coi Việt Nam là đối tác hàng đầu.'],
})

export const relationshipRules = [relationshipRaised]
