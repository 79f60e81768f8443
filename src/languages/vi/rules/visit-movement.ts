import type { PlaceMention, VisitDraft } from '../../../kernel/reading.ts'
import { defineRule, type Match } from '../../../kernel/rule.ts'
import { before } from './slots.ts'
import { draftOf, to } from './visit-draft.ts'

/** “đến Hà Nội”, “tới Bắc Kinh dự hội nghị”, “có mặt tại Đà Nẵng”. */
export const visitArrive = defineRule<VisitDraft>({
  id: 'vi/visit/arrive',
  yields: 'visit',
  pattern: [
    `v.arrive! ~ frame.within|v.arrive? 'sân'? 'bay'? host:PLACES when:when* mark,? ~ event:v.attend`,
    `v.arrive! 'sân_bay'|n.venue ~ mark,? host:PLACES when:when*`,
    `v.arrive! n.venue? ~ frame.within|v.arrive? host:PLACES when:when*`,
    `v.arrive! n.venue|'căn'|'vùng'|'bang'|'thị'|'thủ' ~ prep.to|prep.of|frame.within host:PLACES when:when*`,
    `v.arrive! v.meet|v.call|v.talks prep.with? PEOPLE when:when? frame.within|prep.to host:PLACES when:when*`,
    `'đang_ở'! host:PLACES when:when* mark,? ~ event:v.attend`,
  ],
  data: (match) => {
    if (before(match, 1)?.kind === 'when' && before(match, 2)?.key === 'từ') return null
    if (endsVisit(match)) return null
    const event = match.slot('event').length > 0
    const transit = match.items[match.at]?.key === 'quá cảnh'
    return draftOf(match, { strict: true, phase: 'start', kind: event ? 'event' : transit ? 'transit' : 'unspecified', cues: ['arrive'] })
  },
  matches: [
    'Thủ tướng Nhật Bản đã đến Hà Nội chiều 3/5.',
    'Tổng thống Hàn Quốc tới Bắc Kinh dự hội nghị.',
    'Tổng thống Paraguay sẽ quá cảnh tại Mỹ.',
    'Thủ tướng Lào gặp Thủ tướng Thái Lan khi đang ở Tokyo dự hội nghị.',
  ],
  ignores: ['Hàng hóa được chở đến cảng.', 'Ông nói đến tương lai.', 'Tổng thống Pháp kết thúc chuyến thăm cấp Nhà nước tới Việt Nam.'],
})

/** “chuyến thăm cấp Nhà nước tới Việt Nam”: the goal of a noun. “bất ngờ tới Hà Nội” is a verb with its manner. */
const endsVisit = ({ items, at }: Match): boolean => {
  let i = at - 1
  while (items[i]?.kind.startsWith('kind')) i--
  return items[i]?.kind === 'n.visit' || (i < at - 1 && items[at - 1]?.kind !== 'kind.adj')
}

/** “lên đường sang Pháp”, “rời Hà Nội lên đường đi Cuba”. */
export const visitDepart = defineRule<VisitDraft>({
  id: 'vi/visit/depart',
  yields: 'visit',
  pattern: [`v.depart! ~ ${to}? host:PLACES`, `v.depart! v.attend ~~ ${to} host:PLACES`],
  data: (match) =>
    draftOf(match, {
      strict: true,
      phase: 'start',
      kind: match.items.slice(match.from, match.to).some(({ kind }) => kind === 'v.attend') ? 'event' : 'unspecified',
      cues: ['depart'],
    }),
  matches: ['Sáng nay Thủ tướng lên đường sang Pháp.'],
  ignores: ['Đoàn xe lên đường ra đảo.'],
})

/** “rời Xanh Pê-téc-bua, lên đường tới Mát-xcơ-va”: on the way inside one country. */
const goesOnInside = ({ items, to, slot }: Match): boolean => {
  const next = items.slice(to, to + 8).find(({ kind }) => kind === 'place' || kind === 'country')
  const [left] = slot('host')
  return next?.kind === 'place' && (next.value as PlaceMention).country === (left?.value as PlaceMention | undefined)?.country
}

/** “lên xe rời sân bay Nội Bài”: who leaves an airport by car has come. */
const leavesAirport = ({ items, at, to }: Match): boolean =>
  /sân bay/i.test(items[at + 1]?.text ?? '') && !items.slice(to, to + 6).some(({ kind }) => kind === 'v.home' || kind === 'v.depart')

/** “rời Astana”, “rời Thủ đô Viêng Chăn”. */
export const visitLeave = defineRule<VisitDraft>({
  id: 'vi/visit/leave',
  yields: 'visit',
  pattern: ['v.leave! n.venue? ~ host:PLACES'],
  data: (match) => (goesOnInside(match) || leavesAirport(match) ? null : draftOf(match, { strict: true, phase: 'end', cues: ['leave'] })),
  matches: ['Tối 15/9, Thủ tướng Campuchia rời Hà Nội.', 'Tổng thống Pháp rời Hà Nội, lên đường tới Bangkok.'],
  ignores: [
    'Anh rời phòng họp.',
    'Tổng thống Pháp rời Hà Nội, lên đường tới Đà Nẵng.',
    'Tổng thống Pháp lên xe rời sân bay Nội Bài về trung tâm thành phố.',
  ],
})

/** “rời Việt Nam đi Thái Lan”. */
export const visitGoOn = defineRule<VisitDraft>({
  id: 'vi/visit/go-on',
  yields: 'visit',
  pattern: ["v.leave ~ PLACES when:when* mark,? 'đi'! host:PLACES when:when*"],
  data: (match) => draftOf(match, { strict: true, phase: 'start', cues: ['depart'] }),
  matches: ['Cuối ngày, Tổng thống Nga rời Việt Nam đi Thái Lan.'],
  ignores: ['Đoàn xe rời bến đi Hải Phòng.'],
})

/** “về nước”, “lên đường về nước”: the visit under way is over. */
export const visitHome = defineRule<VisitDraft>({
  id: 'vi/visit/home',
  yields: 'visit',
  pattern: ['v.home!'],
  data: (match) => (sendsTroopsHome(match) ? null : draftOf(match, { strict: true, phase: 'end', cues: ['leave'] })),
  matches: ['Chiều 9/5, Chủ tịch nước đã về đến Hà Nội.'],
  ignores: ['Hàng về kho.', 'Tổng thống Mỹ tuyên bố rút quân khỏi Syria về nước.'],
})

/** “rút quân về nước”, “đưa binh sĩ Mỹ về nước”: it is they who go home. */
const sendsTroopsHome = ({ items, at }: Match): boolean =>
  items
    .slice(Math.max(0, at - 6), at)
    .some(({ key }, i, all) => (key === 'quân' && all[i - 1]?.key === 'rút') || (key === 'binh' && all[i + 1]?.key === 'sĩ'))

/** “dự hội nghị thượng đỉnh G20 ở Hamburg”: a forum abroad is a visit for an event. */
export const visitEvent = defineRule<VisitDraft>({
  id: 'vi/visit/event',
  yields: 'visit',
  pattern: [
    `v.attend! ~ forum ~~ country|mark-|forum|prep.of* ~~ when:when? ~ frame.within|prep.to|v.arrive host:PLACES when:when*`,
    `v.attend! ~ forum ... v.happen? frame.within|prep.to host:PLACES when:when*`,
    `v.attend! ~ country ~ when:when? frame.within|prep.to host:PLACES when:when*`,
  ],
  data: (match) => {
    const stretch = match.items.slice(match.from, match.to)
    if (!stretch.some(({ kind, text }) => kind === 'forum' || (/^\p{Lu}/u.test(text) && kind === 'country'))) return null
    if (before(match, 1)?.kind === 'v.visit' || before(match, 1)?.kind === 'v.say') return null
    return draftOf(match, {
      kind: 'event',
      strict: true,
      cues: ['attends', ...(/^(?:sang|đến|tới)/.test(match.items[match.at]?.key ?? '') ? ['goes'] : [])],
    })
  },
  matches: ['Tổng thống Mỹ sẽ dự hội nghị thượng đỉnh G7 tại Canada.'],
  ignores: ['Ông dự lễ cưới ở quê.'],
})

/** “tiếp Thủ tướng Lào sang dự kỳ họp”: who receives is the host. */
export const visitWelcomed = defineRule<VisitDraft>({
  id: 'vi/visit/welcomed',
  yields: 'visit',
  pattern: ['v.attend! ~ v.attend? ~ forum'],
  data: (match) =>
    /^(?:sang|đến|tới)/.test(match.items[match.at]?.key ?? '')
      ? draftOf(match, { kind: 'event', welcomed: true, cues: ['attends', 'goes'] })
      : null,
  matches: ['Chủ tịch nước tiếp Thủ tướng Lào sang dự kỳ họp lần thứ 41.'],
  ignores: ['Chủ tịch nước dự kỳ họp lần thứ 41.'],
})
