import type { InvitationDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item } from '../../../kernel/rule.ts'

/** “Nhận lời mời của A, B thăm …”: where the invitation opens the sentence, he who stands after the comma follows it. */
const firstOf = (items: readonly Item[], inviters: readonly Item[]): readonly Item[] => {
  const comma = inviters.findIndex((_, i) => i > 0 && items[items.indexOf(inviters[i] as Item) - 1]?.kind === 'mark,')
  return comma < 0 ? inviters : inviters.slice(0, comma)
}

/** “theo lời mời của Thủ tướng nước này”. */
export const invitationBy = defineRule<InvitationDraft>({
  id: 'vi/invitation/by',
  yields: 'invitation',
  pattern: ['invite! prep.of? inviter:PEOPLE'],
  data: ({ items, at, slot }) => ({ yields: 'invitation', inviters: at === 0 ? firstOf(items, slot('inviter')) : slot('inviter') }),
  matches: ['Theo lời mời của Thủ tướng Đức, Chủ tịch nước thăm Đức.', 'Nhận lời mời của Thủ tướng Lào, Tổng thống Ba Lan thăm Lào.'],
  ignores: ['Ông nhận lời mời của một trường đại học.'],
})

export const invitationRules = [invitationBy]
