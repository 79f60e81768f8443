import type { MeetingDraft } from '../../../kernel/reading.ts'
import { defineRule } from '../../../kernel/rule.ts'
import { draftOf } from './meeting-draft.ts'
import { before, cuesOf } from './slots.ts'

/** Contacts that everyday verbs tell: they talk about something with somebody, ring somebody up, chair something together. */

/** “thảo luận về tình hình khu vực với B”, “nói chuyện riêng với C”. */
export const meetingDiscuss = defineRule<MeetingDraft>({
  id: 'vi/meeting/discuss',
  yields: 'meeting',
  pattern: [
    "v.discuss|'thảo_luận'|'trao_đổi'! kind:kind|asp.ago|asp.next* when:when? ~ prep.with right:PEOPLE",
    "v.discuss|v.talks|v.meet|v.phone|'thảo_luận'|'trao_đổi'|'trao_đổi_về'! ... prep.with right:PEOPLE",
  ],
  data: (match) => {
    if (before(match, 1)?.kind === 'asp.not') return null
    const far = match.items.slice(match.at + 1, match.to).length > match.slot('right').length + 6
    return draftOf(match, { cues: [...cuesOf(match.slot('kind')), 'discuss', ...(far ? ['far-object'] : [])] })
  },
  matches: ['Ngoại trưởng Nga đã thảo luận tình hình khu vực với Ngoại trưởng Lào.', 'Thủ tướng bàn bạc với Tổng thống Pháp.'],
  ignores: ['Ngoại trưởng Nga không thảo luận với Ngoại trưởng Lào.', 'Các bên thảo luận về môi trường.'],
})

/** “ông A gọi cho Thủ tướng B”. “Gọi ông là …” calls him something. */
export const meetingRing = defineRule<MeetingDraft>({
  id: 'vi/meeting/ring',
  yields: 'meeting',
  pattern: ["'gọi'! 'cho'? right:PEOPLE"],
  data: (match) => {
    const [person] = match.slot('right')
    const form = (person?.value as { form?: string } | undefined)?.form
    if (form === 'pronoun' || match.items.slice(match.to, match.to + 4).some(({ key, kind }) => key === 'là' || kind === 'mark"'))
      return null
    if (before(match, 1)?.kind === 'asp.not') return null
    return draftOf(match, { form: 'phone', cues: ['ring'] })
  },
  matches: ['Tổng thống Pháp cũng gọi cho Thủ tướng Đức.'],
  ignores: ['Ông gọi Thủ tướng Đức là bạn thân.'],
})

/** “A đồng chủ trì phiên họp cùng B”, “A và B cùng chủ trì đối thoại”, “họp báo chung với B”. */
export const meetingChair = defineRule<MeetingDraft>({
  id: 'vi/meeting/chair',
  yields: 'meeting',
  pattern: [
    "'đồng_chủ_trì'|'chủ_trì'! v.talks? ... 'cùng'|'cùng_với'|'với' right:PEOPLE",
    "left:PEOPLE ~ prep.with? 'đồng_chủ_trì'|'chủ_trì'!",
    "left:pair ~ prep.with? 'đồng_chủ_trì'|'chủ_trì'!",
    'prep.with right:PEOPLE ~ v.attend!',
    "'cùng' 'chủ_trì'!",
    'n.press! ~ prep.with right:PEOPLE',
    'left:PEOPLE ~~ n.press!',
    'left:pair ~~ n.press!',
  ],
  data: (match) => {
    const left = match.slot('left')
    const pair = left.some(({ kind }) => kind.startsWith('pair.'))
    const alone = match.slot('right').length + left.length === 0
    if (alone ? match.from > 0 : match.slot('right').length === 0 && !pair && left.length < 2) return null
    if (left[0]?.kind === 'pair.countries') return null
    const session = match.items.slice(match.at + 1, match.at + 6).some(({ key }) => talks.test(key))
    return draftOf(match, { form: session ? 'talks' : 'meeting', distributive: false, weak: true, cues: ['chair'] })
  },
  matches: [
    'Phó Thủ tướng Việt Nam và Phó Thủ tướng Lào chủ trì kỳ họp của Ủy ban liên chính phủ.',
    'Thủ tướng đã cùng Thủ tướng Lào dự lễ khánh thành.',
  ],
  ignores: ['Thủ tướng chủ trì phiên họp Chính phủ.'],
})

const talks = /^(?:đối thoại|phiên|kỳ|hội đàm|ủy|uỷ|tham vấn)$/

/** “Ngoại trưởng A nói với người đồng cấp B rằng…”: office holders of two countries who talk are in contact. */
export const meetingTell = defineRule<MeetingDraft>({
  id: 'vi/meeting/tell',
  yields: 'meeting',
  pattern: ["'nói'|'trấn_an'! prep.with? right:PEOPLE"],
  data: (match) => (before(match, 1)?.kind === 'asp.not' ? null : draftOf(match, { weak: true, distributive: false, cues: ['tell'] })),
  matches: ['Ngoại trưởng Lào nói với Ngoại trưởng Nga rằng đàm phán đã xong.'],
  ignores: ['Ngoại trưởng Lào nói với báo giới.'],
})

/** “điện đàm với A tối 28/4, với B sáng 29/4 và với C”: one contact more for each further “với”. */
export const meetingWithMore = defineRule<MeetingDraft>({
  id: 'vi/meeting/with-more',
  yields: 'meeting',
  pattern: ['mark,|conj prep.with! right:PEOPLE when:when*'],
  data: (match) => {
    const { items, at } = match
    const verb = items.findLastIndex(({ kind }, i) => i < at && contact.test(kind))
    const between = items.slice(verb + 1, at - 1)
    if (verb < 0 || between.some(({ kind }) => /^(?:v\.|mark;)/.test(kind)) || !between.some(({ kind }) => kind === 'person')) return null
    return draftOf({ ...match, at: verb }, { cues: ['with-more'] })
  },
  matches: ['Thủ tướng Lào đã điện đàm với Thủ tướng Thái Lan tối 4/3, với Thủ tướng Nga sáng 5/3.'],
  ignores: ['Thủ tướng Lào nhất trí với đề nghị này và với Thủ tướng Nga.'],
})

const contact = /^[vn]\.(?:talks|meet|call|phone|discuss)$/

/** “cuộc họp với B”, “phiên họp hẹp giữa A và B”: a session with somebody named is a meeting with them. */
export const meetingSession = defineRule<MeetingDraft>({
  id: 'vi/meeting/session',
  yields: 'meeting',
  pattern: [
    "n.session|'phiên_họp'|'cuộc_họp'! ... 'gồm'|'giữa' left:PEOPLE",
    "n.session|'phiên_họp'|'cuộc_họp'! ~ kind:kind|asp.ago|asp.next* when:when? ~ 'giữa' left:PEOPLE when:when*",
    "n.session|'phiên_họp'|'cuộc_họp'! ~ kind:kind|asp.ago|asp.next* when:when? ~ frame.within? when:when? prep.with right:PEOPLE when:when*",
  ],
  data: (match) =>
    match.slot('right').length === 0 && match.slot('left').length < 2
      ? null
      : draftOf(match, {
          form: 'meeting',
          nominal: true,
          distributive: false,
          cues: [...cuesOf(match.slot('kind')), 'nominal', 'session'],
        }),
  matches: ['Trong phiên họp với Thủ tướng Lào, Thủ tướng nêu ba đề nghị.'],
  ignores: ['Trong cuộc họp với các doanh nghiệp, ông nêu ba đề nghị.'],
})
