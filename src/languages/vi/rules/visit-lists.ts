import type { VisitDraft } from '../../../kernel/reading.ts'
import { defineRule } from '../../../kernel/rule.ts'
import { cuesOf } from './slots.ts'
import { draftOf, to } from './visit-draft.ts'

/** “chuyến công du bốn nước gồm Đức, Pháp, Bỉ và Anh”. */
export const visitTour = defineRule<VisitDraft>({
  id: 'vi/visit/tour',
  yields: 'visit',
  pattern: [
    `n.visit! ~~ prep.of visitor:PEOPLE ~ 'gồm'|'bao_gồm' num.qual? host:PLACES`,
    `n.visit|v.visit! ~~ 'gồm'|'bao_gồm'|'qua'|'nước' mark:? num.qual? host:PLACES prep.of? visitor:PEOPLE?`,
    `n.visit|v.visit! ~~ prep.of? visitor:PEOPLE? mark,? ~ frame.within? ~ 'nước'|'quốc_gia' ~ mark,? 'gồm'|'bao_gồm'|'là' mark:? num.qual? host:PLACES prep.of? visitor:PEOPLE?`,
    `n.visit! ~~ prep.of visitor:PEOPLE mark,|mark- ~ frame.within ~ 'nước'|'quốc_gia' mark( host:PLACES`,
    `v.arrive! ~ 'nước'|'quốc_gia' ~ 'gồm'|'bao_gồm'|'như' mark:? host:PLACES`,
    `v.visit! kind:kind* 'lần' 'lượt' host:PLACES`,
    `n.stop! ~ 'là'|'ở'|'tại'|frame.within? host:PLACES`,
    `n.visit! 'còn' 'gồm'|'bao_gồm' host:PLACES`,
  ],
  data: (match) =>
    match.slot('host').length > 1
      ? draftOf(match, { nominal: match.items[match.at]?.kind.startsWith('n.') === true, cues: ['tour'] })
      : null,
  matches: [
    'Chuyến công du châu Âu của ông gồm Đức, Pháp và Bỉ.',
    'Ngoại trưởng Áo sẽ công du 3 nước gồm Đức, Pháp và Bỉ.',
    'Chuyến công du của Thủ tướng Ý, qua 3 nước gồm Đức, Pháp và Bỉ, kéo dài một tuần.',
    'Bà sẽ thăm lần lượt Đức, Pháp và Bỉ.',
    'Thủ tướng Lào sẽ đến các quốc gia khác gồm Đức, Pháp và Bỉ.',
    'Chuyến công du qua ba nước châu Âu, gồm Đức, Pháp và Bỉ của Thủ tướng Lào vừa khép lại.',
  ],
  ignores: ['Chuyến công du châu Âu của ông gồm ba chặng.'],
})

/** “Pháp sẽ là chặng dừng chân cuối của Tổng thống Mỹ”: one stop of a tour. */
export const visitStop = defineRule<VisitDraft>({
  id: 'vi/visit/stop',
  yields: 'visit',
  pattern: [
    `host:PLACES asp.future|asp.past|'cũng'* 'là' ~ n.stop! ~ frame.within* ~ n.visit? ~ prep.of visitor:PEOPLE when:when*`,
    `host:PLACES asp.future|asp.past|'cũng'* 'là' ~ n.stop! ~ asp.after PLACES frame.within n.visit ~~ prep.of visitor:PEOPLE`,
    `host:PLACES asp.future|asp.past|'cũng'* 'là' ~ n.stop!`,
    `n.stop! ~ prep.of visitor:PEOPLE asp.future? 'là' host:PLACES`,
  ],
  data: (match) => draftOf(match, { nominal: true, cues: ['stop'] }),
  matches: ['Pháp sẽ là chặng dừng chân cuối của Tổng thống Mỹ.', 'Điểm dừng chân đầu tiên của Thủ tướng Nhật Bản là Hà Nội.'],
  ignores: ['Hội An là điểm đến của du khách.'],
})

/** “là điểm dừng chân thứ ba của Tổng thống Mỹ, sau Nhật Bản và Hàn Quốc”: the stops before it. */
export const visitEarlierStop = defineRule<VisitDraft>({
  id: 'vi/visit/earlier-stop',
  yields: 'visit',
  pattern: [
    `n.stop ~ prep.of visitor:PEOPLE mark,? asp.after! host:PLACES`,
    `n.stop ~ mark,? asp.after! host:PLACES frame.within n.visit ~~ prep.of visitor:PEOPLE`,
    `n.stop ~ mark,? asp.after! host:PLACES`,
    `v.visit|v.arrive ~ PLACES mark, asp.after! host:PLACES`,
  ],
  data: (match) => draftOf(match, { nominal: true, cues: ['stop', 'stop:earlier'] }),
  matches: ['Pháp là điểm dừng chân thứ ba của Thủ tướng Lào, sau Đức và Bỉ.', 'Thủ tướng Lào sẽ đến Pháp và Ý, sau Đức.'],
  ignores: ['Sau Đức, đội tuyển Pháp cũng bị loại.'],
})

/** “Các đoàn Lào thăm Việt Nam có: Chủ tịch nước A (10/1962), Thủ tướng B (5/1975), …”. */
export const visitListed = defineRule<VisitDraft>({
  id: 'vi/visit/listed',
  yields: 'visit',
  pattern: ['visitor:person! mark( when:when'],
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
