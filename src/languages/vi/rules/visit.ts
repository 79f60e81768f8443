import type { VisitDraft } from '../../../kernel/reading.ts'
import { defineRule } from '../../../kernel/rule.ts'
import { before, cuesOf } from './slots.ts'
import { draftOf, to } from './visit-draft.ts'
import { visitEarlierStop, visitListed, visitStop, visitsOfSeveral, visitTour } from './visit-lists.ts'
import { visitArrive, visitDepart, visitEvent, visitGoOn, visitHome, visitLeave, visitWelcomed } from './visit-movement.ts'

const words = { depart: new Set(['lên đường', 'khởi hành']) }

/** “thăm chính thức Mông Cổ”, “đến thăm Lào”, “thăm cấp Nhà nước tới Nhật Bản”. */
export const visitVerb = defineRule<VisitDraft>({
  id: 'vi/visit/verb',
  yields: 'visit',
  pattern: [
    `v.visit! kind:kind|asp.ago|asp.next* ${to}? host:PLACES event:v.attend?`,
    `v.visit! kind:kind|asp.ago|asp.next* num.qual|'các' 'nước'? host:PLACES`,
    `v.visit! kind:kind* num.qual|number? 'nước' ~ host:PLACES`,
    `v.visit! kind:kind* 'thủ'|'cố'|'vùng'|'bang'|'tỉnh'|'khu' ~ prep.of? host:PLACES when:when*`,
    `v.visit! PEOPLE prep.to|frame.within host:PLACES when:when*`,
    `v.visit! kind:kind|asp.ago|asp.next* conj? 'dự'? v.attend ~~ frame.within|prep.to host:PLACES`,
    `v.visit! kind:kind|asp.ago|asp.next* when:when ${to} host:PLACES`,
  ],
  data: (match) => {
    if (before(match, 1)?.kind === 'n.visits') return null
    const departs = words.depart.has(before(match, 1)?.key ?? '')
    const begins = before(match, 1)?.key === 'bắt đầu'
    const control = before(match, 1)?.kind === 'person' && before(match, 2)?.kind === 'v.invite'
    return draftOf(match, {
      phase: begins || departs ? 'start' : 'report',
      cues: [...cuesOf(match.slot('kind')), ...(departs ? ['depart'] : []), ...(begins ? ['begin'] : []), ...(control ? ['invited'] : [])],
    })
  },
  matches: [
    'Thủ tướng Phạm Văn Đồng đã thăm chính thức Mông Cổ.',
    'Chủ tịch nước Trần Đức Lương sẽ thăm cấp Nhà nước tới Nhật Bản.',
    'Tổng thống Nga vừa bắt đầu thăm Lào.',
  ],
  ignores: ['Ông Phạm Văn Đồng đã thăm bảo tàng.', 'Đoàn khảo sát thăm dò dầu khí ngoài khơi Việt Nam.'],
})

/** “được trao kind mà không có nước”: a kind of visit without a country, said of the visit under way. */
export const visitVerbAlone = defineRule<VisitDraft>({
  id: 'vi/visit/verb-alone',
  yields: 'visit',
  pattern: ['v.visit! kind:kind.state|kind.official|kind.working kind:kind|asp.ago|asp.next*'],
  data: (match) => draftOf(match),
  matches: ['Thủ tướng Lào sang thăm chính thức theo lời mời của Thủ tướng Việt Nam.'],
  ignores: ['Thủ tướng Lào sang thăm bà con.'],
})

/** “chuyến thăm chính thức Việt Nam của Tổng thống Pháp”, “chuyến công du châu Á”, “chuyến thăm lần này”. */
export const visitNoun = defineRule<VisitDraft>({
  id: 'vi/visit/noun',
  yields: 'visit',
  pattern: [
    `n.visit! ~~ event:forum ~~ country|mark-|conj|forum|portfolio* ~~ frame.within|prep.to host:PLACES when:when*`,
    `n.visit! event:forum ... frame.within|prep.to host:PLACES when:when*`,
    `n.visit! ~ kind:kind* ~ prep.of visitor:PEOPLE v.arrive? ~ mark, 'trong_đó' v.begin host:PLACES`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* ${to}? host:PLACES ~ kind:kind|asp.ago|asp.next* when:when* ~ prep.of|prep.by visitor:PEOPLE when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when* prep.of visitor:PEOPLE ~ ${to} host:PLACES kind:kind|asp.ago|asp.next* when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when* ${to}? host:PLACES kind:kind|asp.ago|asp.next* when:when*`,
    `n.visit! ~ kind:kind* ${to} num.qual? 'nước' ~ host:PLACES when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when* ~ prep.of visitor:PEOPLE kind:kind|asp.ago|asp.next* ~ when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when*`,
  ],
  data: (match) => {
    const lead = before(match, 1)
    if (lead?.key === 'các' || lead?.key === 'những' || lead?.key === 'nhiều')
      return draftOf(match, { nominal: true, cues: [...cuesOf(match.slot('kind')), 'plural'] })
    const start = lead?.key === 'bắt đầu' || lead?.key === 'mở đầu'
    const end = lead?.kind === 'v.end'
    const named = match.slot('kind')
    return draftOf(match, {
      nominal: true,
      phase: start ? 'start' : end ? 'end' : 'report',
      ...(match.slot('event').length > 0 ? { kind: 'event' } : {}),
      cues: [...cuesOf(named), ...(start ? ['begin'] : []), ...(end ? ['ended'] : []), ...(lead?.key === 'tiếp tục' ? ['this-time'] : [])],
    })
  },
  matches: [
    'Chuyến thăm chính thức Việt Nam của Tổng thống Pháp mở ra một trang mới.',
    'Ông vừa kết thúc chuyến thăm Lào.',
    'Trong chuyến công du của Thủ tướng Đức tới Trung Quốc, hai bên trao đổi về thương mại.',
  ],
  ignores: ['Các em học sinh có một giờ tham quan bảo tàng.'],
})

/** “…Hàn Quốc, nơi ông tới thăm vào 7/11”, “Bangkok, nơi Thủ tướng có chuyến thăm hai ngày”: the host stands before. */
export const visitWhere = defineRule<VisitDraft>({
  id: 'vi/visit/where',
  yields: 'visit',
  pattern: [
    `host:PLACES mark,? 'nơi' visitor:PEOPLE ~ when:when* ~ v.visit|v.arrive! kind:kind* when:when*`,
    `host:PLACES mark,? 'nơi' visitor:PEOPLE ~ when:when* ~ n.visit! kind:kind* when:when*`,
  ],
  data: (match) => draftOf(match, { nominal: match.items[match.at]?.kind === 'n.visit', cues: [...cuesOf(match.slot('kind')), 'where'] }),
  matches: ['Người dân Hàn Quốc, nơi Tổng thống Mỹ tới thăm vào 7/11, đang chờ đợi.'],
  ignores: ['Hàn Quốc, nơi có nhiều du khách tới thăm, đang vào thu.'],
})

/** “Anh từng đón Tổng thống Mỹ”: the country that receives. */
export const visitReceived = defineRule<VisitDraft>({
  id: 'vi/visit/received',
  yields: 'visit',
  pattern: [
    `host:country ~ v.receive|v.welcome! visitor:PEOPLE mark, visitor:person v.visit`,
    `host:country ~ v.receive|v.welcome! num.qual|number? visitor:PEOPLE when:when*`,
  ],
  data: (match) => {
    const lead = match.items[match.from - 1]
    const each = match.slot('visitor').length > 1
    return !lead || /^(?:mark|v\.say|when|asp)/.test(lead.kind) ? draftOf(match, { cues: ['received'], ...(each ? { each } : {}) }) : null
  },
  matches: ['Năm ngoái, Pháp từng đón Tổng thống Mỹ.', 'Pháp đã đón Tổng thống Mỹ, Thủ tướng Lào thăm cấp Nhà nước trong một tuần.'],
  ignores: ['Thủ tướng Pháp đón Tổng thống Mỹ.', 'Người dân Pháp đón Tổng thống Mỹ.'],
})

/** “tới thăm nước này”, “chuyến thăm nước này của Thủ tướng Lào”: the country is the one spoken of. */
export const visitThere = defineRule<VisitDraft>({
  id: 'vi/visit/there',
  yields: 'visit',
  pattern: [
    `v.visit|v.arrive! kind:kind|asp.ago|asp.next* ${to}? 'đất'? rel.country when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* ${to}? 'đất'? rel.country ~ prep.of visitor:PEOPLE when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when* prep.of visitor:PEOPLE ~ ${to} 'đất'? rel.country when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* ${to}? 'đất'? rel.country when:when*`,
  ],
  data: (match) => {
    if (match.items[match.to]?.kind === 'country') return null
    const arrives = match.items[match.at]?.kind === 'v.arrive'
    return draftOf(match, {
      there: true,
      strict: arrives,
      nominal: match.items[match.at]?.kind === 'n.visit',
      cues: [...cuesOf(match.slot('kind')), 'there'],
    })
  },
  matches: ['Năm ngoái, Thủ tướng Lào đã thăm chính thức nước này.', 'Chuyến thăm nước này của Thủ tướng Lào kết thúc.'],
  ignores: ['Hàng hóa của nước này được miễn thuế.'],
})

export const visitRules = [
  visitThere,
  visitWhere,
  visitsOfSeveral,
  visitListed,
  visitReceived,
  visitVerb,
  visitVerbAlone,
  visitTour,
  visitStop,
  visitEarlierStop,
  visitNoun,
  visitDepart,
  visitHome,
  visitGoOn,
  visitArrive,
  visitLeave,
  visitEvent,
  visitWelcomed,
]
