import { describe, expect, it } from 'vitest'
import { anyDigest, extractor, told } from './told.ts'

/** The people of a text as they were told apart: their fullest name, or their office. */
const people = (text: string): string[] =>
  extractor
    .read(text, anyDigest)
    .document.people.entities.filter(({ group }) => !group)
    .map(({ name, offices }) => name ?? offices[0]?.text ?? '')

const visitors = (text: string): { host: string; visitors: string[] }[] =>
  told<{ host: string; visitors: { name: string | null; office?: string }[] }>(/^Visit/, text).map(({ host, visitors }) => ({
    host,
    visitors: visitors.map(({ name, office }) => name ?? office ?? ''),
  }))

describe('one person under many forms', () => {
  it('is the later holder of an office that stands in the headline', () => {
    expect(
      people('Tổng thống Phần Lan đến Hà Nội\n\nChiều 4/6, Tổng thống Phần Lan Aino Virtanen đến Hà Nội. Bà Virtanen sẽ ở lại hai ngày.'),
    ).toEqual(['Aino Virtanen'])
  })

  it('is neither the wife of the holder nor the crown prince of the king', () => {
    expect(people('Tổng thống Weidinger đến Viêng Chăn cùng Đệ nhất phu nhân Lena Weidinger.')).toEqual(['Weidinger', 'Lena Weidinger'])
    expect(people('Quốc vương Faruk tiếp khách. Thái tử Hamad bin Faruk ra đón.')).toEqual(['Faruk', 'Hamad bin Faruk'])
  })

  it('is not a holder of the past', () => {
    expect(
      people('Thủ tướng Na Uy sẽ thăm Lào.\n\nCựu Thủ tướng Na Uy Olav Berggren từng đến nước này.').filter(
        (name) => name !== 'Olav Berggren',
      ),
    ).toHaveLength(1)
  })

  it('keeps a surname that a relative shares for the one who holds the office', () => {
    expect(
      people(
        'Tổng thống Áo Karl Weidinger cùng con gái Lena Weidinger đến Viêng Chăn. Ông Weidinger hội đàm với Chủ tịch nước Lào. Tổng thống Weidinger về nước chiều 5/3. Bà Lena Weidinger ở lại.',
      ).filter((name) => name.includes('Weidinger')),
    ).toEqual(['Karl Weidinger', 'Lena Weidinger'])
  })

  it('is known under two spellings of one name', () => {
    expect(
      people(
        'Ngoại trưởng Séc Tomas Hrabicek gặp Ngoại trưởng Lào. Ông Tomas Hrabicek phát biểu. Sau đó, ông Tomas Hrabicec về nước.',
      ).filter((name) => name.startsWith('Tomas')),
    ).toEqual(['Tomas Hrabicek'])
  })

  it('is not two people whose short names differ in one syllable', () => {
    expect(people('Ông Park Jong Un và ông Park Jong Il là hai anh em.')).toEqual(['Park Jong Un', 'Park Jong Il'])
  })

  it('stands behind the time at which the office was held', () => {
    expect(people('Năm 2004, Tổng thống Pháp lúc đó là Henri Delacourt đến Hà Nội.')).toEqual(['Henri Delacourt'])
  })
})

describe('who travels', () => {
  it('is no ambassador who tells of a delegation', () => {
    expect(
      visitors(
        'Đại sứ Áo Karl Weidinger cho biết vào tháng 1 năm tới, một đoàn kinh tế quan trọng của nước này dự kiến thăm Việt Nam.',
      ).flatMap((visit) => visit.visitors),
    ).not.toContain('Karl Weidinger')
  })

  it('comes once, whatever day of the visit is told', () => {
    expect(
      visitors('Tổng thống Áo Karl Weidinger sẽ tới Lào từ ngày 26/3. Ông Karl Weidinger sẽ thăm Lào trong hai ngày 27 và 28/3.'),
    ).toHaveLength(1)
  })

  it.each([
    ['Chiều 7/5, đoàn đại biểu do Phó Thủ tướng Nguyễn Văn Hòa dẫn đầu đã đến Viêng Chăn.', 'Nguyễn Văn Hòa', 'LA'],
    ['Ngay khi đến Viêng Chăn, Thủ tướng Nguyễn Văn Hòa đã hội đàm với Thủ tướng Lào.', 'Nguyễn Văn Hòa', 'LA'],
    ['Ngoại trưởng Áo Karl Weidinger sẽ công du 3 nước gồm Lào, Campuchia và Thái Lan từ ngày 5/3.', 'Karl Weidinger', 'LA'],
  ])('%s', (text, name, host) => {
    expect(visitors(text)).toContainEqual({ host, visitors: [name] })
  })

  it('has come to whoever receives', () => {
    expect(visitors('Năm 2011, Singapore đã đón Tổng thống Áo Karl Weidinger trong chuyến thăm chính thức đầu tiên.')).toEqual([
      { host: 'SG', visitors: ['Karl Weidinger'] },
    ])
  })

  it('is each of several who are told of in one phrase', () => {
    expect(
      visitors(
        'Sau các chuyến thăm chính thức của Tổng thống Áo Karl Weidinger và Thủ tướng Lào Somchit Vilay tới Việt Nam tháng 3/2015, thương mại tăng.',
      ),
    ).toEqual(
      expect.arrayContaining([
        { host: 'VN', visitors: ['Karl Weidinger'] },
        { host: 'VN', visitors: ['Somchit Vilay'] },
      ]),
    )
  })

  it('is not whose daughter or government is told of', () => {
    expect(
      visitors('Tháng 3/2015, một trợ lý trong chính quyền Tổng thống Áo Karl Weidinger đến Việt Nam.').flatMap((visit) => visit.visitors),
    ).not.toContain('Karl Weidinger')
  })
})

/** Name, office, role and country of everybody in the claims of a text. */
const shown = (text: string) =>
  told<{ participants?: { name: string; office?: string; role?: string; country: string }[] }>(/./, text)
    .flatMap(({ participants = [] }) => participants)
    .map(({ name, office, role, country }) => [name, office, role, country])

describe('the office that a claim shows', () => {
  it('is one that says of what, where the document has one', () => {
    expect(shown('Tổng thống Áo Lena Weidinger đến Oslo. Chiều 4/6, nhà lãnh đạo Áo hội đàm với Thủ tướng Na Uy Olav Berggren.')).toEqual([
      ['Lena Weidinger', 'Tổng thống', 'head-of-state', 'AT'],
      ['Olav Berggren', 'Thủ tướng', 'head-of-government', 'NO'],
    ])
  })

  it('of a counterpart has the role of the other', () => {
    expect(shown('Chiều 4/6, Ngoại trưởng Áo Lena Weidinger hội đàm với người đồng cấp Na Uy Olav Berggren.')).toEqual([
      ['Lena Weidinger', 'Ngoại trưởng', 'foreign-minister', 'AT'],
      ['Olav Berggren', 'người đồng cấp', 'foreign-minister', 'NO'],
    ])
  })

  it('has no role once it is over', () => {
    expect(shown('Chiều 4/6, Thủ tướng Na Uy Olav Berggren tiếp cựu Tổng thống Áo Lena Weidinger.')).toEqual([
      ['Olav Berggren', 'Thủ tướng', 'head-of-government', 'NO'],
      ['Lena Weidinger', 'cựu Tổng thống', undefined, 'AT'],
    ])
  })

  it('of an organisation outweighs where its holder comes from', () => {
    expect(
      shown('Chiều 4/6, Thủ tướng Na Uy Olav Berggren hội đàm với Tổng Thư ký LHQ António Guterres. Ông Guterres cảm ơn Na Uy.')[1],
    ).toEqual(['António Guterres', 'Tổng Thư ký', 'organisation-head', 'UN'])
  })
})
