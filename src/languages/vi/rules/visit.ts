import type { PlaceMention, VisitDraft } from '../../../kernel/reading.ts'
import { defineRule, type Match } from '../../../kernel/rule.ts'
import { before, cuesOf, visitKind } from './slots.ts'

const draftOf = (match: Match, more: Partial<VisitDraft> = {}): VisitDraft => ({
  yields: 'visit',
  visitors: match.slot('visitor'),
  hosts: match.slot('host'),
  kind: visitKind(match.slot('kind')),
  when: match.slot('when'),
  phase: 'report',
  nominal: false,
  cues: cuesOf(match.slot('kind')),
  ...more,
})

const to = 'v.arrive|frame.within|prep.to'
const words = { depart: new Set(['lên đường', 'khởi hành']) }

/** “thăm chính thức Mông Cổ”, “đến thăm Lào”, “thăm cấp Nhà nước tới Nhật Bản”. */
export const visitVerb = defineRule<VisitDraft>({
  id: 'vi/visit/verb',
  yields: 'visit',
  pattern: [
    `v.visit! kind:kind|asp.ago|asp.next* ${to}? host:PLACES event:v.attend?`,
    `v.visit! kind:kind|asp.ago|asp.next* num.qual|'các' 'nước'? host:PLACES`,
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
    `n.visit! ~ kind:kind|asp.ago|asp.next* ${to}? host:PLACES ~ kind:kind|asp.ago|asp.next* when:when* ~ prep.of|prep.by visitor:PEOPLE when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when* prep.of visitor:PEOPLE ~ ${to} host:PLACES kind:kind|asp.ago|asp.next* when:when*`,
    `n.visit! ~ kind:kind|asp.ago|asp.next* when:when* ${to}? host:PLACES kind:kind|asp.ago|asp.next* when:when*`,
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
    const working = match.items[match.at]?.key.includes('công tác') || match.items[match.at]?.key.includes('làm việc')
    return draftOf(match, {
      nominal: true,
      phase: start ? 'start' : end ? 'end' : 'report',
      ...(match.slot('event').length > 0 ? { kind: 'event' } : {}),
      ...(working && visitKind(named) === 'unspecified' ? { kind: 'working' } : {}),
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

/** “chuyến công du bốn nước gồm Đức, Pháp, Bỉ và Anh”. */
export const visitTour = defineRule<VisitDraft>({
  id: 'vi/visit/tour',
  yields: 'visit',
  pattern: [
    `n.visit! ~~ prep.of visitor:PEOPLE ~ 'gồm'|'bao_gồm' host:PLACES`,
    `n.visit|v.visit! ~~ 'gồm'|'bao_gồm'|'điểm_dừng'|'qua'|'nước' mark:? host:PLACES`,
    `n.visit|v.visit! ~~ prep.of? visitor:PEOPLE? mark,? ~ frame.within? ~ 'nước'|'quốc_gia' mark,? 'gồm'|'bao_gồm'|'là' mark:? host:PLACES`,
    `n.visit! ~~ prep.of visitor:PEOPLE mark,|mark- ~ frame.within ~ 'nước'|'quốc_gia' mark( host:PLACES`,
    `'điểm_dừng'! ~ 'là'|'ở'|'tại'|frame.within? host:PLACES`,
    `n.visit! 'còn' 'gồm'|'bao_gồm' host:PLACES`,
  ],
  data: (match) =>
    match.slot('host').length > 1 ? draftOf(match, { nominal: match.items[match.at]?.kind !== 'v.visit', cues: ['tour'] }) : null,
  matches: [
    'Chuyến công du châu Âu của ông gồm Đức, Pháp và Bỉ.',
    'Ngoại trưởng Áo sẽ công du 3 nước gồm Đức, Pháp và Bỉ.',
    'Chuyến công du của Thủ tướng Ý, qua 3 nước gồm Đức, Pháp và Bỉ, kéo dài một tuần.',
  ],
  ignores: ['Chuyến công du châu Âu của ông gồm ba chặng.'],
})

/** “đến Hà Nội”, “tới Bắc Kinh dự hội nghị”, “có mặt tại Đà Nẵng”. */
export const visitArrive = defineRule<VisitDraft>({
  id: 'vi/visit/arrive',
  yields: 'visit',
  pattern: [
    `v.arrive! ~ frame.within|v.arrive? 'sân'? 'bay'? host:PLACES when:when* mark,? ~ event:v.attend`,
    `v.arrive! 'sân_bay'|n.venue ~ mark,? host:PLACES when:when*`,
    `v.arrive! n.venue? ~ frame.within|v.arrive? host:PLACES when:when*`,
  ],
  data: (match) => {
    if (before(match, 1)?.kind === 'when' && before(match, 2)?.key === 'từ') return null
    if (/^(?:kind|n\.visit)/.test(before(match, 1)?.kind ?? '')) return null
    const event = match.slot('event').length > 0
    return draftOf(match, { strict: true, phase: 'start', kind: event ? 'event' : 'unspecified', cues: ['arrive'] })
  },
  matches: ['Thủ tướng Nhật Bản đã đến Hà Nội chiều 3/5.', 'Tổng thống Hàn Quốc tới Bắc Kinh dự hội nghị.'],
  ignores: ['Hàng hóa được chở đến cảng.', 'Ông nói đến tương lai.', 'Tổng thống Pháp kết thúc chuyến thăm cấp Nhà nước tới Việt Nam.'],
})

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

/** “về nước”, “lên đường về nước”: the visit under way is over. */
export const visitHome = defineRule<VisitDraft>({
  id: 'vi/visit/home',
  yields: 'visit',
  pattern: ['v.home!'],
  data: (match) => draftOf(match, { strict: true, phase: 'end', cues: ['leave'] }),
  matches: ['Chiều 9/5, Chủ tịch nước đã về đến Hà Nội.'],
  ignores: ['Hàng về kho.'],
})

/** “dự hội nghị thượng đỉnh G20 ở Hamburg”: a forum abroad is a visit for an event. */
export const visitEvent = defineRule<VisitDraft>({
  id: 'vi/visit/event',
  yields: 'visit',
  pattern: [
    `v.attend! ~ forum ~~ country|mark-|forum|prep.of* ~~ when:when? ~ frame.within|prep.to|v.arrive host:PLACES when:when*`,
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

/** “Các đoàn Lào thăm Việt Nam có: Chủ tịch nước A (10/1962), Thủ tướng B (5/1975), …”. */
export const visitListed = defineRule<VisitDraft>({
  id: 'vi/visit/listed',
  yields: 'visit',
  pattern: ['visitor:person! mark( when:when mark,? more:when? mark)'],
  data: (match) => {
    const head = match.items.slice(0, match.at)
    const verb = head.findLastIndex(({ kind }) => kind === 'v.visit' || kind === 'n.visit' || kind === 'n.visits')
    if (verb < 0 || !head.slice(verb).some(({ kind }) => kind === 'mark:' || kind === 'mark)')) return null
    const place = head.slice(verb, verb + 4).find(({ kind }) => kind === 'country') ?? null
    return draftOf(match, { hosts: place ? [place] : [], cues: ['listed'], ...(place ? {} : { home: true }) })
  },
  matches: ['Các đoàn Lào thăm Việt Nam có: Thủ tướng Lào Kaysone Phomvihane (5/1975), Chủ tịch nước Lào Souphanouvong (10/1976).'],
  ignores: ['Thủ tướng Lào (55 tuổi) phát biểu.'],
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

/** “các chuyến thăm của Tổng thống Pháp và Thủ tướng Lào tới Việt Nam”: one visit each. */
export const visitsOfSeveral = defineRule<VisitDraft>({
  id: 'vi/visit/several',
  yields: 'visit',
  pattern: [
    `n.visits! ~ kind:kind|asp.ago|asp.next* ${to}? host:PLACES ~ prep.of visitor:PEOPLE`,
    `n.visits! ~ kind:kind|asp.ago|asp.next* when:when* ~ prep.of visitor:PEOPLE ~ ${to} host:PLACES when:when*`,
    'n.visits! ~ kind:kind|asp.ago|asp.next* when:when* ~ prep.of visitor:PEOPLE ~ when:when*',
  ],
  data: (match) => draftOf(match, { nominal: true, each: true, cues: [...cuesOf(match.slot('kind')), 'several'] }),
  matches: ['Sau các chuyến thăm của Tổng thống Pháp và Thủ tướng Lào tới Việt Nam, hợp tác mở rộng.'],
  ignores: ['Hai bên duy trì các chuyến thăm lẫn nhau.'],
})

export const visitRules = [
  visitThere,
  visitsOfSeveral,
  visitListed,
  visitVerb,
  visitVerbAlone,
  visitTour,
  visitNoun,
  visitDepart,
  visitHome,
  visitArrive,
  visitLeave,
  visitEvent,
]
