import type { MeetingDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item, type Match } from '../../../kernel/rule.ts'
import { draftOf, rolesOf } from './meeting-draft.ts'
import { meetingAgree, meetingHands, meetingLands, meetingPair, meetingShown } from './meeting-pair.ts'
import { meetingChair, meetingDiscuss, meetingRing, meetingSession, meetingTell, meetingWithMore } from './meeting-talk.ts'
import { before, cuesOf } from './slots.ts'

/** “hội kiến Tổng thống A, Chủ tịch Thượng viện B”, “gặp gỡ song phương với C”, “điện đàm với D”. */
export const meetingVerb = defineRule<MeetingDraft>({
  id: 'vi/meeting/verb',
  yields: 'meeting',
  pattern: [
    'v.talks|v.call|v.meet|v.phone! kind:kind|asp.ago|asp.next* when:when? ~ prep.with? num.qual? right:PEOPLE',
    'v.talks|v.phone! kind:kind|asp.ago|asp.next* conj v.talks|v.call|v.meet ~ prep.with? right:PEOPLE',
    'v.call|v.talks|v.meet! conj|mark, ~ v.attend? v.banquet|v.welcome ~~ v.welcome? prep.of? right:PEOPLE',
  ],
  data: (match) => (before(match, 1)?.kind === 'asp.not' ? null : draftOf(match)),
  matches: [
    'Thủ tướng đã hội đàm với Thủ tướng Lào.',
    'Chủ tịch nước hội kiến Quốc vương Campuchia.',
    'Ngoại trưởng Nga điện đàm với người đồng cấp Mỹ.',
    'Tổng thống Pháp đã hội đàm và mở tiệc chiêu đãi Thủ tướng Lào.',
    'Bà đã gặp và hội đàm với nhiều quan chức cấp cao của Lào.',
    'Vua Thái Lan sẽ tiếp kiến, tổ chức quốc yến chào mừng Thủ tướng Lào.',
    'Chủ tịch nước hội kiến và dự chiêu đãi của Quốc vương Campuchia.',
  ],
  ignores: ['Thủ tướng không gặp Tổng thống Mỹ.', 'Hai bên gặp khó khăn.'],
})

/** “đã tiếp Đại sứ Nhật Bản”: the subject receives. */
export const meetingReception = defineRule<MeetingDraft>({
  id: 'vi/meeting/reception',
  yields: 'meeting',
  pattern: [
    "v.receive! delegation? 'do'? right:PEOPLE",
    'v.receive! delegation ~~ prep.by right:PEOPLE',
    "'được' right:PEOPLE ~ v.receive!",
  ],
  data: (match) =>
    before(match, 1)?.kind === 'asp.not' ? null : draftOf(match, { receives: match.from === match.at || match.slot('right').length === 0 }),
  matches: ['Chiều 21/8, Tổng Bí thư đã tiếp Tổng thống Kazakhstan.', 'Thủ tướng Lào được Tổng thống Pháp tiếp tại Điện Élysée.'],
  ignores: ['Bệnh viện tiếp nhận ba bệnh nhân.', 'Đại biểu Quốc hội tiếp xúc cử tri.'],
})

/** “các cuộc hội đàm với A và B”, “cuộc gặp, hội đàm với lần lượt A, B và C”: one each. */
const isPlural = (match: Match): boolean =>
  /^(?:các|những|nhiều|hàng loạt|loạt|hai|ba|bốn) /.test(match.items[match.at]?.key ?? '') ||
  /^(?:các|những|nhiều|loạt|hai|ba|bốn)$/.test(before(match, 1)?.key ?? '') ||
  match.slot('right').length > 2 ||
  match.items.slice(match.at, match.to).some(({ key }) => key === 'lượt')

/** “cuộc hội đàm giữa A và B”, “tại cuộc gặp với C”, “buổi tiếp của D”. */
export const meetingNoun = defineRule<MeetingDraft>({
  id: 'vi/meeting/noun',
  yields: 'meeting',
  pattern: [
    "n.talks|n.meet|n.call|n.receive|n.phone|n.meetings|n.summit! ~ kind:kind|asp.ago|asp.next* when:when? ~ 'giữa' pair.office? left:PEOPLE when:when*",
    "n.talks|n.meet|n.call|n.phone|n.summit! ~ kind:kind|asp.ago|asp.next* when:when? ~ 'giữa' left:pair|'họ' when:when*",
    'n.talks|n.meet|n.call|n.phone|n.meetings! ~ kind:kind|asp.ago|asp.next* when:when? prep.of left:PEOPLE when:when* prep.with right:PEOPLE when:when*',
    'n.talks|n.meet|n.call|n.receive|n.phone|n.meetings! ~ kind:kind|asp.ago|asp.next* when:when? prep.of left:PEOPLE when:when*',
    'n.talks|n.meet|n.call|n.receive|n.phone|n.meetings|n.summit! ~ kind:kind|asp.ago|asp.next* when:when? ~ frame.within? when:when? prep.with num.qual|number? right:PEOPLE when:when*',
    'n.talks|n.meet! mark,|conj v.talks|n.talks|v.call ~~ prep.with ~ right:PEOPLE',
    'n.receive|n.meet|n.call! ~ kind:kind|asp.ago|asp.next* when:when? right:PEOPLE when:when*',
    'n.talks|n.meet|n.phone|n.summit! ~ kind:kind|asp.ago|asp.next* left:PEOPLE mark- right:PEOPLE when:when*',
    'v.talks! frame.within left:PEOPLE when:when*',
    "n.talks|n.meet|n.call|n.phone|n.summit|v.talks! ... 'giữa' left:PEOPLE when:when*",
    'n.talks|n.meet|n.call|n.phone! ... prep.of left:PEOPLE when:when*',
    'n.talks|n.meet|n.call|n.phone! ... prep.with right:PEOPLE when:when*',
  ],
  data: (match) => {
    const anchor = match.items[match.at]
    if (before(match, 1)?.kind === 'asp.not') return null
    const left = match.slot('left')
    const pair = left.some(({ kind, key }) => kind.startsWith('pair') || key === 'họ')
    if (pair ? match.items[match.to]?.kind === 'country' : match.slot('right').length === 0 && left.length < 2) return null
    const far =
      match.slot('right').length > 0 && match.items.slice(match.at + 1, match.to).length > left.length + match.slot('right').length + 6
    return draftOf(match, {
      nominal: true,
      distributive: isPlural(match),
      receives: anchor?.kind === 'n.receive',
      cues: [...cuesOf(match.slot('kind')), 'nominal', ...(far ? ['far-object'] : [])],
    })
  },
  matches: [
    'Cuộc hội đàm giữa Thủ tướng Việt Nam và Thủ tướng Lào diễn ra chiều nay.',
    'Tại cuộc gặp với Tổng thống Mỹ, ông nêu vấn đề thương mại.',
    'Cuộc hội đàm của Ngoại trưởng Lào hôm qua với Ngoại trưởng Thái Lan kéo dài hai giờ.',
    'Cuộc gặp lần thứ 3 trong năm nay của Thủ tướng Lào với Thủ tướng Thái Lan diễn ra tại Viêng Chăn.',
    'Sau một giờ hội đàm tại Phủ Thủ tướng giữa Thủ tướng Lào với Thủ tướng Thái Lan, hai nước ra tuyên bố.',
  ],
  ignores: ['Cuộc gặp gỡ với người hâm mộ diễn ra tối qua.'],
})

/** “Tại cuộc hội đàm chiều 5/3, A và B…”, “Hội đàm tại Hà Nội, hai bên…”: the noun alone. */
export const meetingNounAlone = defineRule<MeetingDraft>({
  id: 'vi/meeting/noun-alone',
  yields: 'meeting',
  pattern: [
    'n.talks|n.meet|n.call|n.phone! ~ kind:kind|asp.ago|asp.next* ~ when:when* ~ mark, left:pair.leaders|pair.office',
    'n.talks|n.meet|n.call|n.receive|n.phone! ~ kind:kind|asp.ago|asp.next* ~ when:when*',
    'frame.within|asp.after v.talks|v.phone! ~ when:when*',
    'v.talks|v.phone! frame.within place when:when* mark,',
  ],
  data: (match) => {
    if (before(match, 1)?.kind === 'asp.not' || before(match, 1)?.key === 'các' || before(match, 1)?.key === 'những') return null
    return draftOf(match, {
      right: [],
      nominal: true,
      distributive: false,
      cues: [...cuesOf(match.slot('kind')), 'nominal', 'alone'],
      ...rolesOf(match.slot('left')[0]),
    })
  },
  matches: [
    'Tại cuộc hội đàm chiều 5/3, Thủ tướng Việt Nam và Thủ tướng Lào nhất trí mở rộng hợp tác.',
    'Tại buổi hội đàm sau đó, Bộ trưởng Quốc phòng hai nước ký biên bản.',
  ],
  ignores: ['Hai thành phố gặp khó khăn.'],
})

/** “lễ đón Thủ tướng Lào”, “chủ trì lễ đón”, “tiệc chiêu đãi do Ngoại trưởng Mỹ chủ trì”. */
export const meetingCeremony = defineRule<MeetingDraft>({
  id: 'vi/meeting/ceremony',
  yields: 'meeting',
  pattern: [
    'v.welcome! ~ right:PEOPLE',
    'v.banquet! ~ kind:kind|asp.ago|asp.next* when:when? prep.by right:PEOPLE',
    "v.banquet! kind:kind* ~~ 'chào_mừng'? right:PEOPLE",
    'v.banquet! ~ prep.with right:PEOPLE',
    'left:PEOPLE ~ frame.within v.welcome|v.banquet!',
    'left:pair.leaders|pair.office ~ when:when? ~ prep.with? v.attend? v.banquet!',
    'left:PEOPLE ~ when:when? ~ prep.with? v.attend? v.banquet!',
  ],
  data: (match) => {
    const left = match.slot('left')
    const together = left.length > 1 || left[0]?.kind.startsWith('pair.') || match.items[match.at - 1]?.kind === 'frame.within'
    if (match.slot('right').length === 0 && !together) return null
    if (before(match, 1)?.key === 'được' || before(match, 1)?.key === 'mừng') return null
    return draftOf(match, { distributive: false, cues: ['ceremony'], ...rolesOf(left[0]) })
  },
  matches: [
    'Chủ tịch nước chủ trì lễ đón Tổng thống Hàn Quốc.',
    'Thủ tướng dự tiệc chiêu đãi do Ngoại trưởng Mỹ chủ trì.',
    'Thủ tướng dự quốc yến tối 5/3 do Ngoại trưởng Mỹ thết đãi.',
    'Thủ tướng Việt Nam và Thủ tướng Lào đã cùng dự tiệc trưa.',
    'Thủ tướng Lào và Thủ tướng Thái Lan tối 3/5 cùng dự tiệc tối ở Viêng Chăn.',
  ],
  ignores: ['Thủ tướng Lào dự tiệc trưa.', 'Người dân đón năm mới.', 'Thủ tướng vui mừng được đón Tổng thống Hàn Quốc.'],
})

/** Meetings with firms or with the own embassy: recorded as such, no matter between states. */
export const meetingOther = defineRule<MeetingDraft>({
  id: 'vi/meeting/other',
  yields: 'meeting',
  pattern: ['v.meet|v.receive! num.qual* ~ other:own|firm'],
  data: (match) => {
    const other = match.slot('other')[0] as Item
    let last = other
    for (const item of match.items.slice(match.to, match.to + 8)) {
      if (!['word', 'country', 'place', 'own', 'frame.within', 'rel.country', 'prep.of', 'kind.adj', 'portfolio'].includes(item.kind)) break
      if (item.kind !== 'frame.within' && item.kind !== 'prep.of') last = item
    }
    return draftOf(match, {
      scope: other.kind === 'own' ? 'domestic' : 'private',
      other: { start: other.start, end: last.end },
      receives: match.items[match.at]?.kind === 'v.receive',
    })
  },
  matches: ['Thủ tướng tiếp một số doanh nghiệp hàng đầu của Nga.', 'Ông gặp gỡ cán bộ nhân viên Đại sứ quán.'],
  ignores: ['Ông gặp may.'],
})

/** “hội nghị thượng đỉnh giữa ông A và ông B”: a summit of two is a meeting. */
export const meetingSummit = defineRule<MeetingDraft>({
  id: 'vi/meeting/summit',
  yields: 'meeting',
  pattern: [
    "forum! ~ kind:kind|asp.ago|asp.next* when:when? ~ 'giữa' left:PEOPLE ~ when:when*",
    "forum! ~ kind:kind|asp.ago|asp.next* when:when? ~ 'giữa' left:pair when:when*",
    'forum! ~ kind:kind|asp.ago|asp.next* when:when? prep.with right:PEOPLE when:when*',
    'forum! left:PEOPLE mark- left:PEOPLE when:when*',
  ],
  data: (match) => {
    const left = match.slot('left')
    const pair = left.some(({ kind }) => kind.startsWith('pair.'))
    if (!match.items[match.at]?.key.includes('thượng đỉnh') && (pair || left.length > 0)) return null
    if (pair ? match.items[match.to]?.kind === 'country' : match.slot('right').length === 0 && left.length < 2) return null
    return draftOf(match, {
      form: 'meeting',
      nominal: true,
      distributive: false,
      cues: [...cuesOf(match.slot('kind')), 'nominal', 'summit'],
    })
  },
  matches: ['Hội nghị thượng đỉnh giữa Tổng thống Mỹ và Tổng thống Nga diễn ra tại Phần Lan.'],
  ignores: ['Hội nghị thượng đỉnh ASEAN khai mạc sáng nay.'],
})

export const meetingRules = [
  meetingSummit,
  meetingNoun,
  meetingLands,
  meetingVerb,
  meetingReception,
  meetingPair,
  meetingDiscuss,
  meetingSession,
  meetingRing,
  meetingWithMore,
  meetingTell,
  meetingHands,
  meetingChair,
  meetingAgree,
  meetingShown,
  meetingNounAlone,
  meetingCeremony,
  meetingOther,
]
