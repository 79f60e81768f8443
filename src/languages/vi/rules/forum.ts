import type { ForumDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item } from '../../../kernel/rule.ts'
import { forumNameEnd } from './forum-name.ts'

/** “dự Diễn đàn doanh nghiệp Việt Nam - Kazakhstan”, “phát biểu tại Hội nghị cấp cao ASEAN”. */
export const forumAttend = defineRule<ForumDraft>({
  id: 'vi/forum/attend',
  yields: 'forum',
  pattern: ['v.attend! ~ forum:forum', 'v.attend! ~ firm v.attend forum:forum'],
  data: ({ items, to, slot }) => {
    const forum = slot('forum')[0]
    if (!forum || !/^\p{Lu}/u.test(forum.text)) return null
    const end = forumNameEnd(items, to - 1)
    if (end === null) return null
    const [preposition, host] = [items[end], items[end + 1]]
    const isThere = preposition !== undefined && /^(?:prep\.to|frame\.within)$/.test(preposition.kind)
    return {
      yields: 'forum',
      name: { start: forum.start, end: (items[end - 1] as Item).end },
      hosts: isThere && host && /^(?:country|place)$/.test(host.kind) ? [host] : [],
      of: preposition?.kind === 'prep.of' && host?.kind === 'person' ? host : null,
    }
  },
  matches: ['Thủ tướng dự Diễn đàn doanh nghiệp Việt Nam - Lào.', 'Ông phát biểu tại Hội chợ nhập khẩu quốc tế Thượng Hải.'],
  ignores: ['Ông dự một đám cưới.', 'Ông tham dự các hội nghị.', 'Thủ tướng đến Ấn Độ, dự Hội nghị cấp cao.'],
})

export const forumRules = [forumAttend]
