import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/identity/resolver.ts'
import { areOne, document, dung, groupOf, masimov, type Teller, tables, thuong, tokayev } from './told.ts'

/** What two documents tell, and whether it is one. */
const linked = (a: (told: Teller) => string, b: (told: Teller) => string): boolean => {
  const ids: string[] = []
  const documents = [a, b].map((tell, i) =>
    document(`d${i}`, (told) => {
      ids.push(tell(told))
    }),
  )
  return areOne(resolve(documents, tables), ids[0] as string, ids[1] as string)
}

describe('meetings', () => {
  test('of the same two people on one day are one, however they are called', () =>
    expect(
      linked(
        (told) => told.meeting('Held', [dung, masimov], { date: 'XXXX-09-15' }),
        (told) => told.meeting('Announced', [masimov, dung], { date: 'XXXX-09-15', form: 'reception' }),
      ),
    ).toBe(true))
  test('on the telephone and face to face are two', () =>
    expect(
      linked(
        (told) => told.meeting('Held', [dung, masimov], { date: 'XXXX-09-15' }),
        (told) => told.meeting('Held', [dung, masimov], { date: 'XXXX-09-15', form: 'phone' }),
      ),
    ).toBe(false))
  test('of one of them with somebody else are two', () =>
    expect(
      linked(
        (told) => told.meeting('Held', [dung, masimov], { date: 'XXXX-09-15' }),
        (told) => told.meeting('Held', [dung, tokayev], { date: 'XXXX-09-15' }),
      ),
    ).toBe(false))
  test('during visits to different countries are two', () => {
    const during = (host: string) => (told: Teller) => {
      const visit = told.visit('Started', host === 'KZ' ? dung : masimov, host)
      return told.meeting('Held', [dung, masimov], { visit })
    }
    expect(linked(during('KZ'), during('VN'))).toBe(false)
  })
  test('without a date of their own take the date of the visit', () =>
    expect(
      linked(
        (told) => {
          const visit = told.visit('Started', dung, 'KZ', { start: 'XXXX-09-14', end: 'XXXX-09-15' })
          return told.meeting('Held', [dung, masimov], { visit })
        },
        (told) => told.meeting('Held', [dung, masimov], { date: 'XXXX-09-15' }),
      ),
    ).toBe(true))
  test('of an organisation are one session for all who attend it', () => {
    const asean = { name: null, country: 'ASEAN' }
    expect(
      linked(
        (told) => told.meeting('Held', [dung, asean], { form: 'multilateral', date: '2012-11-18' }),
        (told) => told.meeting('Held', [masimov, asean], { form: 'multilateral', date: '2012-11-19' }),
      ),
    ).toBe(true)
  })
})

describe('agreements', () => {
  test('with like titles between the same parties are one', () =>
    expect(
      linked(
        (told) =>
          told.agreement('Signed', ['VN', 'KZ'], {
            title: 'Hiệp định giữa Chính phủ Việt Nam và Chính phủ Kazakhstan về vận tải hàng không',
          }),
        (told) => told.agreement('Referenced', ['KZ', 'VN'], { title: 'Hiệp định vận tải hàng không' }),
      ),
    ).toBe(true))
  test('about different things are two', () =>
    expect(
      linked(
        (told) => told.agreement('Signed', ['VN', 'KZ'], { title: 'Hiệp định vận tải hàng không' }),
        (told) => told.agreement('Signed', ['VN', 'KZ'], { title: 'Hiệp định vận tải biển' }),
      ),
    ).toBe(false))
  test('between different parties are two', () =>
    expect(
      linked(
        (told) => told.agreement('Signed', ['VN', 'KZ'], { title: 'Hiệp định vận tải hàng không' }),
        (told) => told.agreement('Signed', ['VN', 'MN'], { title: 'Hiệp định vận tải hàng không' }),
      ),
    ).toBe(false))
  test('for different years are two', () =>
    expect(
      linked(
        (told) => told.agreement('Signed', ['VN', 'KZ'], { title: 'Kế hoạch hợp tác giáo dục 2019' }),
        (told) => told.agreement('Signed', ['VN', 'KZ'], { title: 'Kế hoạch hợp tác giáo dục 2021' }),
      ),
    ).toBe(false))
  test('with one long title are one, whatever dates are told; numbered ones are not', () => {
    const titled = (title: string, date: string) => (told: Teller) => told.agreement('Signed', ['VN', 'KZ'], { title, date })
    const long = 'Thỏa thuận về nguyên tắc cơ bản giải quyết vướng mắc trong khai thác mỏ'
    expect(linked(titled(long, '2009-09-14'), titled(long, '2012-03-01'))).toBe(true)
    expect(linked(titled(`${long} lần thứ 3`, '2009-09-14'), titled(`${long} lần thứ 4`, '2012-03-01'))).toBe(false)
  })
  test('known by two acronyms are two', () =>
    expect(
      linked(
        (told) => told.agreement('Referenced', ['VN', 'KZ'], { title: 'Tuyên bố ứng xử vùng hồ (DOL)' }),
        (told) => told.agreement('Referenced', ['VN', 'KZ'], { title: 'Bộ quy tắc ứng xử vùng hồ (COL)' }),
      ),
    ).toBe(false))
  test('known by an acronym are one, whichever parties a report names', () =>
    expect(
      linked(
        (told) => told.agreement('Referenced', ['VN', 'CA'], { title: 'Hiệp định CPTPP' }),
        (told) => told.agreement('Referenced', ['AU', 'VN'], { title: 'CPTPP' }),
      ),
    ).toBe(true))
  test('that are only mentioned without a name are nothing that could be known again', () =>
    expect(
      linked(
        (told) => told.agreement('Referenced', ['VN', 'KZ']),
        (told) => told.agreement('Referenced', ['VN', 'KZ']),
      ),
    ).toBe(false))
})

describe('a total and a list', () => {
  const titles = ['về vận tải hàng không', 'về miễn thị thực', 'về dẫn độ', 'về kiểm dịch thực vật', 'về năng lượng nguyên tử']
  const total = (count: number) =>
    document('total', (told) => void told.agreement('Signed', ['MN', 'VN'], { instrument: 'documents', count, date: 'XXXX-11-01' }))
  const list = document('list', (told) => {
    for (const title of titles) told.agreement('Signed', ['MN', 'VN'], { title: `Hiệp định ${title}`, date: 'XXXX-11-01' })
  })

  test('of seven and of five: five parts of one whole, two unlisted', () => {
    const { parts, engagements, findings } = resolve([total(7), list], tables)

    expect(parts).toHaveLength(5)
    expect(new Set(parts.map(({ whole }) => whole)).size).toBe(1)
    expect(engagements).toEqual([])
    expect(findings).toContainEqual(expect.objectContaining({ code: 'count-shortfall', says: '7 counted, 5 named' }))
  })

  test('of five and five lack nothing', () => expect(resolve([total(5), list], tables).findings).toEqual([]))

  test('of another day have nothing to do with each other', () => {
    const other = document(
      'total',
      (told) => void told.agreement('Signed', ['MN', 'VN'], { instrument: 'documents', count: 7, date: 'XXXX-04-01' }),
    )

    expect(resolve([other, list], tables).parts).toEqual([])
  })

  test('in one document that dates nothing belong together', () => {
    const one = document('one', (told) => {
      told.agreement('Signed', ['MN', 'VN'], { instrument: 'documents', count: 2 })
      told.agreement('Signed', ['MN', 'VN'], { title: 'Hiệp định về dẫn độ' })
    })

    expect(resolve([one], tables).parts).toHaveLength(1)
  })

  test('two totals of one day are one signing, and the conflict is told', () => {
    const other = document(
      'other',
      (told) => void told.agreement('Signed', ['MN', 'VN'], { instrument: 'documents', count: 6, date: 'XXXX-11-01' }),
    )

    const { engagements, findings } = resolve([total(7), other], tables)

    expect(engagements).toHaveLength(1)
    expect(findings.map(({ code }) => code)).toContain('conflicting-reports')
  })
})

describe('other kinds', () => {
  test('a forum with a like name on the same days is one', () =>
    expect(
      linked(
        (told) => told.forum([dung], { name: 'Diễn đàn doanh nghiệp Việt Nam - Kazakhstan', date: 'XXXX-09-14' }),
        (told) => told.forum([dung, masimov], { name: 'Diễn đàn doanh nghiệp Việt Nam-Kazakhstan', date: 'XXXX-09-15' }),
      ),
    ).toBe(true))
  test('two forums of one person are two', () =>
    expect(
      linked(
        (told) => told.forum([dung], { name: 'Diễn đàn doanh nghiệp', date: 'XXXX-09-14' }),
        (told) => told.forum([dung], { name: 'Hội nghị biến đổi khí hậu', date: 'XXXX-09-14' }),
      ),
    ).toBe(false))

  const relation = (to: string, date: string) => (told: Teller) => {
    const relationship = `${'0123456789ab'}/r@${told.meeting('Held', [dung, thuong]).split('@')[1]}`
    told.claim('RelationshipChanged', { relationship, parties: ['KZ', 'VN'], to, date })
    return relationship
  }
  test('a change of relations is one by parties, level and date', () => {
    expect(
      linked(relation('diplomatic-relations', '1992-06-29'), (told) => relation('diplomatic-relations', '1992')(told).replace('@0', '@0')),
    ).toBe(true)
  })
})

test('three outlets with one agency text are one source; a longer article on the same visit is another', () => {
  const sentences = Array.from(
    { length: 12 },
    (_, i) => `Đoàn đại biểu cấp cao thăm tỉnh thứ ${i}, gặp lãnh đạo địa phương số ${i * 7} và dự lễ khánh thành công trình ${i * 13}.`,
  )
  const wire = sentences.join(' ')
  const own = Array.from(
    { length: 14 },
    (_, i) => `Phóng viên ghi nhận tại hội trường ${i}: khách mời phát biểu lần ${i * 3} về hợp tác kinh tế vùng ${i * 5}.`,
  ).join(' ')
  const of = (name: string, text: string) =>
    document(name, (told) => void told.visit('Started', tokayev, 'VN', { start: '2023-08-20' }), { text })
  const copies = [
    of('agency', wire),
    of('daily', `Tin mới nhận trong ngày hôm nay. ${wire}`),
    of('portal', sentences.slice(0, 11).join(' ')),
  ]

  const { documents } = resolve([...copies, of('own', own)], tables)

  expect(documents).toHaveLength(1)
  expect(groupOf(resolve([...copies], tables), copies[0]?.stream as string)).toEqual(copies.map(({ stream }) => stream).sort())
})
