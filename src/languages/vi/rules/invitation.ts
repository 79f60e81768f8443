import type { InvitationDraft } from '../../../kernel/reading.ts'
import { defineRule } from '../../../kernel/rule.ts'

/** “theo lời mời của Thủ tướng nước này”. */
export const invitationBy = defineRule<InvitationDraft>({
  id: 'vi/invitation/by',
  yields: 'invitation',
  pattern: ['invite! prep.of? inviter:PEOPLE'],
  data: (match) => ({ yields: 'invitation', inviters: match.slot('inviter') }),
  matches: ['Theo lời mời của Thủ tướng Đức, Chủ tịch nước thăm Đức.'],
  ignores: ['Ông nhận lời mời của một trường đại học.'],
})

export const invitationRules = [invitationBy]
