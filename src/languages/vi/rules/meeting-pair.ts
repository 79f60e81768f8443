import type { MeetingDraft } from '../../../kernel/reading.ts'
import { defineRule, type Item, type Match } from '../../../kernel/rule.ts'
import { draftOf, landsOf, landsOfSummit, rolesOf } from './meeting-draft.ts'
import { before, cuesOf } from './slots.ts'

/** Two who meet and stand together before the verb, are shown together, or are named by what they lead. */

const negated = (match: Match): boolean => match.items.slice(match.from, match.at).some(({ kind }) => kind === 'asp.not')

/** “thảo luận với” asks for somebody after it. */
const asksForObject = ({ key }: Item): boolean => key.endsWith('với')

/** “A và B hội đàm”, “hai nhà lãnh đạo đã gặp nhau”, “Trump - Putin điện đàm”. */
export const meetingPair = defineRule<MeetingDraft>({
  id: 'vi/meeting/pair',
  yields: 'meeting',
  pattern: [
    'left:PEOPLE ~~ when:when? ~ v.talks|v.phone|v.meet|v.discuss|n.talks|n.meet|n.phone|n.call|v.call! when:when?',
    'left:PEOPLE mark- left:PEOPLE ~~ when:when? ~ v.talks|v.phone|v.meet|v.discuss|n.talks|n.meet|n.phone! when:when?',
    "left:pair|'họ' country|conj|mark-* ~~ when:when? ~ v.talks|v.phone|v.meet|v.discuss|n.talks|n.meet|n.phone! when:when?",
    "left:PEOPLE ~ when:when? ~ 'nhất_trí'|'đồng_ý'|'thống_nhất' asp.future? 'tổ'|'chức'|'sớm'|'một'|v.begin* v.talks|v.phone|v.meet|n.talks|n.meet|n.phone! when:when?",
    "left:pair|'họ' ~ when:when? ~ 'nhất_trí'|'đồng_ý'|'thống_nhất' asp.future? 'tổ'|'chức'|'sớm'|'một'|v.begin* v.talks|v.phone|v.meet|n.talks|n.meet|n.phone! when:when?",
    'left:PEOPLE ~ when:when? ~ v.say asp.future ~ v.talks|v.phone|v.meet! when:when?',
    'left:pair ~ when:when? ~ v.say asp.future ~ v.talks|v.phone|v.meet! when:when?',
  ],
  data: (match) => {
    const left = match.slot('left')
    const pair = left.find(({ kind }) => kind.startsWith('pair.'))
    if (!pair && left.length < 2 && left[0]?.key !== 'họ') return null
    if (pair?.kind === 'pair.countries') return null
    if (asksForObject(match.items[match.at] as Item) || negated(match)) return null
    return draftOf(match, { distributive: false, cues: ['pair'], ...rolesOf(pair) })
  },
  matches: [
    'Thủ tướng Việt Nam và Thủ tướng Lào đã có cuộc hội đàm.',
    'Hai nhà lãnh đạo sẽ gặp nhau vào tháng tới.',
    'Ngoại trưởng hai nước đã gặp nhau tại Viêng Chăn.',
    'Thủ tướng Việt Nam và Thủ tướng Lào nhất trí sẽ gặp mặt vào tháng tới.',
    'Hai nhà lãnh đạo cho biết sẽ gặp lại.',
  ],
  ignores: ['Hai nhà lãnh đạo nhất trí duy trì tiếp xúc.', 'Thủ tướng Việt Nam nói về cuộc gặp.'],
})

/** “Hai nhà lãnh đạo Nga, Mỹ gặp nhau”, “cuộc gặp thượng đỉnh Nga - Mỹ”, “hội đàm giữa Việt Nam và Lào”. */
export const meetingLands = defineRule<MeetingDraft>({
  id: 'vi/meeting/lands',
  yields: 'meeting',
  pattern: [
    'left:pair lands:country|word mark-|mark,|conj lands:country ~~ when:when? ~ v.talks|v.phone|v.meet|v.discuss|n.talks|n.meet|n.phone|n.summit! when:when?',
    'v.talks|v.phone|n.talks|n.meet|n.phone|n.summit! ~ lands:country|word mark- lands:country|word kind:kind|asp.ago|asp.next* when:when*',
    'n.talks|n.meet|n.phone! ~ kind:kind|asp.ago|asp.next* ~ when:when* ~ mark, left:pair lands:country|word mark-|mark,|conj lands:country|word',
    "n.talks|n.meet|n.phone|n.summit|forum! kind:kind|asp.ago|asp.next* ~ 'giữa' pair.leaders? lands:country mark,|mark-|conj lands:country kind:kind|asp.ago|asp.next* when:when*",
    "n.talks|n.meet|n.phone|n.summit|n.session|forum! ~ kind:kind|asp.ago|asp.next* ~ 'giữa' lands:PLACES when:when*",
    "n.talks|n.meet|n.summit|n.session|forum! ~ kind:kind|asp.ago|asp.next* ~ frame.within|prep.to n.venue|place|country when:when? ~ 'giữa' lands:PLACES when:when*",
    "forum! kind:kind|asp.ago|asp.next|'mỹ'* lands:country|word mark- lands:country|word kind:kind|asp.ago|asp.next* when:when*",
    'n.summit! ~ kind:kind|asp.ago|asp.next* when:when*',
  ],
  data: (match) => {
    const anchor = match.items[match.at] as Item
    if (anchor.kind === 'forum' && !anchor.key.includes('thượng đỉnh')) return null
    if (negated(match) || before(match, 1)?.kind === 'asp.not') return null
    const lands = match.slot('lands').length > 0 ? landsOf(match.slot('lands')) : landsOfSummit(anchor)
    if (!lands) return null
    const nominal = !anchor.kind.startsWith('v.') || match.slot('left').length === 0
    return draftOf(match, {
      ...(anchor.kind === 'forum' ? { form: 'meeting' } : {}),
      left: [],
      lands,
      nominal,
      distributive: false,
      cues: [...cuesOf(match.slot('kind')), ...(nominal ? ['nominal'] : []), 'lands'],
      ...rolesOf(match.slot('left')[0]),
    })
  },
  matches: [
    'Hai nhà lãnh đạo Nga, Mỹ gặp nhau tại Helsinki.',
    'Cuộc gặp thượng đỉnh Nga - Mỹ diễn ra tại Helsinki.',
    'Hội nghị thượng đỉnh giữa Mỹ và Nga kết thúc sau bốn giờ.',
    'Hội nghị thượng đỉnh tại Helsinki giữa Mỹ và Nga kết thúc sau bốn giờ.',
    'Hai nhà lãnh đạo Pháp - Đức vừa kết thúc điện đàm.',
    'Trong cuộc điện đàm ngày 3/5, lãnh đạo hai nước Pháp - Đức bàn về khí hậu.',
  ],
  ignores: ['Quan hệ Nga - Mỹ xấu đi.', 'Hội nghị thượng đỉnh ASEAN - Nga khai mạc sáng nay.'],
})

/** “A và B ngày 27-8 nhất trí…”, “hai lãnh đạo trao đổi…”: two office holders who agree have met. */
export const meetingAgree = defineRule<MeetingDraft>({
  id: 'vi/meeting/agree',
  yields: 'meeting',
  pattern: [
    "left:PEOPLE ~ when:when? ~ 'nhất_trí'|'thống_nhất'|'thảo_luận'|'cam_kết'|'đồng_ý'|'khẳng_định'|'trao_đổi'|'bàn'|'ca_ngợi'!",
    "left:pair ~ asp.future ~ 'thảo_luận'|'trao_đổi'|'bàn'!",
    "left:pair ~ when:when? ~ 'thảo_luận'|'trao_đổi'|'bàn'!",
  ],
  data: (match) => {
    const left = match.slot('left')
    const [first] = left
    const together = match.items.slice(match.from, match.at).some(({ kind }) => kind === 'conj' || kind === 'prep.with')
    if (first?.kind.startsWith('person') ? left.length < 2 || !together : first?.kind === 'pair.countries') return null
    if (negated(match)) return null
    return draftOf(match, { form: 'meeting', distributive: false, weak: true, cues: ['agree'], ...rolesOf(first) })
  },
  matches: ['Thủ tướng Việt Nam và Thủ tướng Lào nhất trí mở rộng hợp tác.', 'Hai nhà lãnh đạo đã thảo luận các biện pháp.'],
  ignores: ['Thủ tướng Lào nhất trí với đề nghị này.'],
})

/** “Tổng thống A (trái) và Tổng thống B tại Nhà Trắng ngày 5/3”: a picture of two, without a verb. */
export const meetingShown = defineRule<MeetingDraft>({
  id: 'vi/meeting/shown',
  yields: 'meeting',
  pattern: ['left:PEOPLE frame.within|prep.to|asp.after|asp.plan|when|v.welcome|asp.ago!', 'left:PEOPLE ~ frame.within|prep.to|when!'],
  data: (match) => {
    const { items } = match
    if (match.from > 0 || match.slot('left').length < 2 || items.length > 40) return null
    if (!items.slice(0, match.at).some(({ kind }) => kind === 'conj' || kind === 'prep.with' || kind === 'mark,')) return null
    if (items.some(({ kind }) => tells.test(kind))) return null
    return draftOf(match, { form: 'meeting', distributive: false, weak: true, cues: ['shown'] })
  },
  matches: [
    'Thủ tướng Việt Nam và Thủ tướng Lào tại lễ khánh thành.',
    'Thủ tướng Việt Nam (trái) và Thủ tướng Lào bước vào phòng họp tại Viêng Chăn.',
  ],
  ignores: ['Thủ tướng Việt Nam và Thủ tướng Lào tại lễ khánh thành khẳng định quyết tâm.', 'Thủ tướng Lào tại lễ khánh thành.'],
})

/** A sentence with one of these is more than what a picture shows. */
const tells =
  /^(?:v\.(?:say|talks|call|receive|meet|discuss|phone|sign|visit|arrive|depart|invite)|n\.(?:talks|meet|phone|call|receive)|asp\.(?:past|future|now|not|wish))$/

/** “A bắt tay B”, “A và B bắt tay nhau”: shown or told, a sign that they met. */
export const meetingHands = defineRule<MeetingDraft>({
  id: 'vi/meeting/hands',
  yields: 'meeting',
  pattern: ['v.greet! ~ prep.with? right:PEOPLE', 'left:PEOPLE ~~ when:when? ~ v.greet!', 'left:pair ~~ v.greet!'],
  data: (match) => {
    const left = match.slot('left')
    const pair = left.some(({ kind }) => kind.startsWith('pair.'))
    if (match.slot('right').length === 0 && !pair && left.length < 2) return null
    if (left[0]?.kind === 'pair.countries' || before(match, 1)?.kind === 'asp.not' || negated(match)) return null
    return draftOf(match, { form: 'meeting', distributive: false, weak: true, cues: ['hands'], ...rolesOf(left[0]) })
  },
  matches: ['Thủ tướng Việt Nam bắt tay Thủ tướng Lào.', 'Thủ tướng Việt Nam và Thủ tướng Lào bắt tay nhau.'],
  ignores: ['Doanh nghiệp bắt tay vào việc.'],
})
