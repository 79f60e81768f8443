import fc from 'fast-check'
import { document, dung, masimov, type PersonTold, rasmussen, senator, type Teller, thuong, tokayev } from './told.ts'

/** Documents that agree and disagree about a few people, places and days, so that most runs have something to join. */
const people: readonly PersonTold[] = [
  dung,
  masimov,
  tokayev,
  senator,
  rasmussen,
  thuong,
  { name: null, office: 'Tổng thống', role: 'head-of-state', country: 'KZ' },
  { name: 'Tokayev', office: 'Tổng thống', role: 'head-of-state', country: 'KZ' },
  { name: 'Kassym-Jomart Tokayev', office: 'Tổng thống', role: 'other', country: 'KZ' },
  { name: 'Rasmussen', office: 'Thủ tướng', role: 'head-of-government', country: 'DK' },
  { name: 'Karim Massimov', office: 'Thủ tướng', role: 'head-of-government', country: 'KZ' },
]
const person = fc.constantFrom(...people)
const when = fc.constantFrom(undefined, 'XXXX-09-14', '2009-09-14', 'XXXX-06-11', '2023-08', '2015', '2023-08-21', 'XXXX-09')
const narrative = fc.constantFrom('news', 'background')

const sentence: fc.Arbitrary<(told: Teller) => void> = fc.oneof(
  fc
    .record({
      type: fc.constantFrom('Announced', 'Reported', 'Started', 'Postponed', 'Ended'),
      who: person,
      host: fc.constantFrom('VN', 'KZ'),
      day: when,
      narrative,
      invited: fc.boolean(),
    })
    .map(({ type, who, host, day, narrative, invited }) => (told: Teller) => {
      const visit = told.visit(type as 'Reported', who, host, { narrative, ...(day ? { [type === 'Ended' ? 'end' : 'start']: day } : {}) })
      if (invited) told.invitation(visit, [dung], [who])
    }),
  fc
    .record({
      type: fc.constantFrom('Announced', 'Held'),
      a: person,
      b: person,
      day: when,
      form: fc.constantFrom('talks', 'phone', 'multilateral'),
      narrative,
    })
    .map(
      ({ type, a, b, day, form, narrative }) =>
        (told: Teller) =>
          void told.meeting(type as 'Held', [a, b], { form, narrative, ...(day ? { date: day } : {}) }),
    ),
  fc
    .record({
      type: fc.constantFrom('Announced', 'Signed', 'Referenced'),
      title: fc.constantFrom(undefined, 'Hiệp định vận tải hàng không', 'Bản ghi nhớ về du lịch'),
      count: fc.constantFrom(1, 5, 7),
      day: when,
    })
    .map(
      ({ type, title, count, day }) =>
        (told: Teller) =>
          void told.agreement(type as 'Signed', ['KZ', 'VN'], {
            ...(title ? { title, count: 1 } : { instrument: 'documents', count }),
            ...(day ? { date: day } : {}),
          }),
    ),
)
const texts = [
  'Thủ tướng đến Astana chiều nay. '.repeat(2),
  'Hai bên ký bảy văn kiện tại thủ đô, mở ra giai đoạn mới cho quan hệ giữa hai nước anh em ở hai đầu châu lục rộng lớn này. '.repeat(4),
]
/** Two to seven documents that tell of a few people, places and days. */
export const corpus = fc
  .array(
    fc.record({
      tell: fc.array(sentence, { minLength: 1, maxLength: 4 }),
      published: fc.constantFrom(undefined, undefined, '2009-09-16', '2023-08-22'),
      text: fc.constantFrom(undefined, ...texts),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((all) =>
    all.map(({ tell, published, text }, i) =>
      document(
        `d${i}`,
        (told) => {
          for (const one of tell) one(told)
        },
        { ...(published ? { published } : {}), ...(text ? { text } : {}) },
      ),
    ),
  )
