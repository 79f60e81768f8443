import type { InvitationDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item, type Match } from '../../../kernel/rule.ts'

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

/** “chuyển lời mời của Chủ tịch nước mời Tổng thống …”: whose invitation somebody hands on. */
const handedOnFor = ({ items, at }: Match): readonly Item[] => {
  const [holder, of, invitation] = [items[at - 1], items[at - 2], items[at - 3]]
  return holder?.kind === 'person' && of?.kind === 'prep.of' && invitation?.kind === 'v.invite' ? [holder] : []
}

const invites = "'mời'|'trân_trọng_mời'|'đã_mời'|v.invite"

/** An invitation that is wished for, denied or left to others is none. */
const unreal = /^(?:asp\.(?:wish|not|deny)|n\.invite)$/

/** “mời Tổng thống Chile sớm thăm lại Việt Nam”. */
export const invitationVerb = defineRule<InvitationDraft>({
  id: 'vi/invitation/verb',
  yields: 'invitation',
  pattern: [
    `${invites}! invitee:PEOPLE ~ v.visit|v.arrive kind* ~ host:PLACES`,
    `${invites}! invitee:PEOPLE ~ v.begin? n.visit kind* ~ host:PLACES`,
  ],
  data: (match) => {
    const { items, at, slot } = match
    if (items.slice(Math.max(0, at - 2), at).some(({ kind, key }) => unreal.test(kind) || key === 'muốn')) return null
    return { yields: 'invitation', inviters: handedOnFor(match), invitees: slot('invitee'), host: slot('host') }
  },
  matches: [
    'Chủ tịch nước mời Tổng thống Chile sớm sang thăm Việt Nam.',
    'Ông chuyển lời mời của Thủ tướng Lào mời Thủ tướng Na Uy thăm chính thức Lào.',
  ],
  ignores: [
    'Chủ tịch nước mời Tổng thống Chile dùng trà.',
    'Tổng thống Nga muốn mời Thủ tướng Áo thăm Nga.',
    'Ông mời doanh nghiệp đến Lào.',
  ],
})

export const invitationRules = [invitationBy, invitationVerb]
