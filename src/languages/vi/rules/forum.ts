import type { ForumDraft } from '../../../kernel/reading.ts'
import { defineRule } from '../../../kernel/rule.ts'

/** “dự Diễn đàn doanh nghiệp Việt Nam - Kazakhstan”, “phát biểu tại Hội nghị cấp cao ASEAN”. */
export const forumAttend = defineRule<ForumDraft>({
  id: 'vi/forum/attend',
  yields: 'forum',
  pattern: [
    'v.attend! ~ forum:forum tail:word|country|place|mark-|number|portfolio|kind|num.qual* tail:word|country|place|mark-|number|portfolio|kind* ~ prep.to|frame.within? host:PLACES?',
    'v.attend! ~ firm v.attend forum:forum tail:word|country|place|mark-|number*',
  ],
  data: (match) => {
    const forum = match.slot('forum')[0]
    const last = match.slot('tail').at(-1) ?? forum
    if (!forum || !last || !/^\p{Lu}/u.test(forum.text)) return null
    return { yields: 'forum', name: { start: forum.start, end: last.end }, hosts: match.slot('host') }
  },
  matches: ['Thủ tướng dự Diễn đàn doanh nghiệp Việt Nam - Lào.'],
  ignores: ['Ông dự một đám cưới.', 'Ông tham dự các hội nghị.'],
})

export const forumRules = [forumAttend]
