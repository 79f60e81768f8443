import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('the days of a visit', () => {
  it.each([
    ['Thủ tướng Phạm Minh Chính sẽ thăm chính thức Lào theo lời mời của Thủ tướng Lào từ ngày 11 đến 13/1.', 'XXXX-01-11', 'XXXX-01-13'],
    ['Chuyến thăm Lào của Thủ tướng Phạm Minh Chính dự kiến diễn ra từ ngày 11 đến 13/1.', 'XXXX-01-11', 'XXXX-01-13'],
    ['Thủ tướng Phạm Minh Chính sẽ thăm chính thức Lào trong hai ngày 11/1 và 12/1.', 'XXXX-01-11', 'XXXX-01-12'],
    ['Thủ tướng Phạm Minh Chính sẽ thăm chính thức Lào từ ngày 11/1 đến 13/1/2024.', '2024-01-11', '2024-01-13'],
  ])('%s', (text, start, end) => {
    expect(told(/^Visit/, text)[0]).toMatchObject({ start, end, host: 'LA' })
  })

  it.each([
    ['Thủ tướng Phạm Minh Chính sẽ thăm chính thức Lào và tham dự Hội nghị cấp cao Mekong tại Viêng Chăn từ ngày 11 đến 13/1.'],
    ['Thủ tướng Phạm Minh Chính sẽ thăm Lào, bắt đầu từ ngày 11 đến 13/1.'],
    ['Chuyến thăm Lào của Thủ tướng Phạm Minh Chính sẽ được thực hiện từ ngày 11 đến 13/1.'],
  ])('are told behind what else is told of it: %s', (text) => {
    expect(told(/^Visit/, text)[0]).toMatchObject({ start: 'XXXX-01-11', end: 'XXXX-01-13', host: 'LA' })
  })

  it.each(['31/11', '30-2', '31 tháng 4', '29/2/2023'])('are days of the calendar: %s is none', (day) => {
    const [visit] = told(/^Visit/, `Thủ tướng Phạm Minh Chính sẽ thăm chính thức Lào ngày ${day}.`)
    expect(visit).toMatchObject({ host: 'LA' })
    expect(visit?.start ?? '').not.toMatch(/-\d\d-\d\d$/)
  })

  it('begin with the first of the days on which somebody is told to be there', () => {
    const text =
      'Thủ tướng Pháp Gabriel Attal đến TP HCM chiều 4/11.\nThủ tướng Pháp Gabriel Attal thăm chính thức Việt Nam từ ngày 2 đến 4/11.'
    expect(told(/^Visit/, text)[0]).toMatchObject({ start: 'XXXX-11-02', host: 'VN' })
  })

  it('are not the day that opens the clause after it', () => {
    const text = 'Trong chuyến thăm Lào của Thủ tướng Phạm Minh Chính, ngày 12/1, hai bên đã ký Hiệp định vận tải hàng không.'
    expect(told(/^Visit/, text)[0]?.start).toBeUndefined()
  })

  it.each([
    ['Sáng 16/5, Bộ Ngoại giao thông báo Tổng thống Pháp Emmanuel Macron sẽ thăm Việt Nam vào tháng tới.', 'XXXX-06'],
    ['Ngày 16/12/2023, Bộ Ngoại giao thông báo Tổng thống Pháp Emmanuel Macron sẽ thăm Việt Nam vào tháng tới.', '2024-01'],
    ['Tổng thống Pháp Emmanuel Macron sẽ thăm Việt Nam vào tháng tới.', undefined],
  ])('count a month from the day of the report: %s', (text, start) => {
    expect(told(/^Visit/, text)[0]?.start).toBe(start)
  })

  it('gives the range of a tour to none of its countries, and a range of its own to each leg', () => {
    const tour = told(/^Visit/, 'Từ ngày 3 đến 12/4, Tổng thống Pháp Emmanuel Macron sẽ thăm chính thức Lào, Thái Lan và Campuchia.')
    expect(tour.map(({ host, start, end }) => [host, start, end])).toEqual([
      ['LA', undefined, undefined],
      ['TH', undefined, undefined],
      ['KH', undefined, undefined],
    ])
    const legs = told(/^Visit/, 'Tổng thống Pháp Emmanuel Macron sẽ thăm chính thức Lào từ ngày 3 đến 5/4, Thái Lan từ ngày 6 đến 8/4.')
    expect(legs.find(({ host }) => host === 'LA')).toMatchObject({ start: 'XXXX-04-03', end: 'XXXX-04-05' })
  })

  it('does not take the day of talks with a visitor for the day of arrival', () => {
    const [visit] = told(
      /^Visit/,
      'Chiều 9/3, Chủ tịch nước Võ Văn Thưởng tiếp Ngoại trưởng Hàn Quốc Park Jin đang thăm chính thức Việt Nam.',
    )
    expect(visit).toMatchObject({ host: 'VN' })
    expect(visit?.start).toBeUndefined()
  })

  it('ends no visit by leaving one city for another of the same country', () => {
    expect(told(/^VisitEnded$/, 'Chiều 9/3, Tổng thống Pháp Emmanuel Macron rời Hà Nội, lên đường tới Đà Nẵng.')).toEqual([])
    expect(
      told(/^VisitEnded$/, 'Chiều 9/3, Tổng thống Pháp Emmanuel Macron rời Hà Nội, kết thúc chuyến thăm chính thức Việt Nam.'),
    ).toHaveLength(1)
  })
})

describe('the day and place of a meeting', () => {
  it('follow the verb, lead the clause, or close the sentence', () => {
    const text = 'Chiều 5/3, tại Phủ Chủ tịch, Chủ tịch nước Võ Văn Thưởng đã hội đàm với Tổng thống Mông Cổ Ukhnaagiin Khurelsukh.'
    expect(told(/^Meeting/, text)[0]).toMatchObject({ date: 'XXXX-03-05', place: 'Phủ Chủ tịch' })
    const after = 'Ngoại trưởng Bùi Thanh Sơn đã hội đàm với Ngoại trưởng Úc Penny Wong tại Canberra ngày 12/9.'
    expect(told(/^Meeting/, after)[0]).toMatchObject({ date: 'XXXX-09-12', place: 'Canberra' })
  })

  it('are those of the scene where the clause goes on from it', () => {
    const text =
      'Sáng 5/3, tại Hà Nội, Chủ tịch nước Võ Văn Thưởng chủ trì lễ đón Tổng thống Mông Cổ Ukhnaagiin Khurelsukh.\nNgay sau lễ đón, Chủ tịch nước Võ Văn Thưởng đã hội đàm với Tổng thống Ukhnaagiin Khurelsukh.'
    const talks = told(/^Meeting/, text).find((data) => (data as { form?: string }).form === 'talks')
    expect(talks).toMatchObject({ date: 'XXXX-03-05', place: 'Hà Nội' })
  })

  it.each([
    [
      'Lễ đón diễn ra tại Phủ Chủ tịch sáng 5/3. Ngay sau lễ đón, Chủ tịch nước Võ Văn Thưởng đã hội đàm với Tổng thống Mông Cổ Ukhnaagiin Khurelsukh.',
      'Phủ Chủ tịch',
    ],
    ['Ngoại trưởng Úc Penny Wong sẽ tới Hàn Quốc để hội đàm với Ngoại trưởng Hàn Quốc Park Jin.', 'Hàn Quốc'],
    ['Thủ tướng Phạm Minh Chính đã gặp Quốc vương Anh Charles III tại lâu đài Windsor.', 'lâu đài Windsor'],
  ])('are where the guest was received, where a journey for it goes, or a house: %s', (text, place) => {
    expect(told(/^Meeting/, text).at(-1)?.place).toBe(place)
  })

  it('give a call by phone no place', () => {
    const text = 'Ngày 5/3, Thủ tướng Phạm Minh Chính đã điện đàm với Thủ tướng Nhật Bản Kishida Fumio về tình hình ở Trung Quốc.'
    expect(told(/^Meeting/, text)[0]?.place).toBeUndefined()
  })

  it('take the year that the document states for that very day', () => {
    const text =
      'Ngày 5/3, Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng Lào Sonexay Siphandone.\nTuyên bố được ký ngày 5/3/2024 tại Hà Nội.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('2024-03-05')
  })

  it('anchor today in the visit that begins on it', () => {
    const text =
      'Thủ tướng Phạm Minh Chính hôm nay đến Viêng Chăn, bắt đầu chuyến thăm chính thức Lào.\nChuyến thăm diễn ra từ ngày 11 đến 13/1.\nChiều nay, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-01-11')
    expect(told(/^Visit/, text)[0]).toMatchObject({ start: 'XXXX-01-11', end: 'XXXX-01-13' })
  })

  it('take a range that is told of the meeting itself', () => {
    const text = 'Trong hai ngày 5 và 6/3, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Lào Sonexay Siphandone.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-03-05/XXXX-03-06')
  })

  it('anchor today in the metadata, and stay unknown without an anchor', () => {
    const text = 'Chiều nay, Thủ tướng Phạm Minh Chính đã tiếp Đại sứ Nhật Bản Yamada Takio.'
    expect(told(/^Meeting/, text, '2023-08-21')[0]?.date).toBe('2023-08-21')
    expect(told(/^Meeting/, text)[0]?.date).toBeUndefined()
  })
})
