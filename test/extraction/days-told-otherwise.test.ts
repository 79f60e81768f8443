import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('the days of a visit', () => {
  it.each([
    [
      'behind where it went',
      'Tổng thống Pháp Emmanuel Macron đã tới Iraq. Chuyến thăm bất ngờ của Tổng thống Emmanuel Macron tới căn cứ ở ngoại ô thủ đô Baghdad ngày 26/12 gây chú ý.',
      'XXXX-12-26',
      undefined,
    ],
    [
      'behind the event that it is for',
      'Thủ tướng Phạm Minh Chính hội kiến với Tổng thống Pháp Emmanuel Macron nhân chuyến thăm Việt Nam dự Hội nghị cấp cao từ ngày 27-28/2/2019.',
      '2019-02-27',
      '2019-02-28',
    ],
    [
      'behind what the country is on a tour',
      'Tổng thống Pháp Emmanuel Macron thăm chính thức Trung Quốc, điểm dừng chân thứ ba trong chuyến công du châu Á, từ ngày 8/11.',
      'XXXX-11-08',
      undefined,
    ],
    [
      'after a comma',
      'Chuyến thăm Thổ Nhĩ Kỳ của Tổng thống Pháp Emmanuel Macron, diễn ra vào ngày 3-4/11, mở ra nhiều hợp tác.',
      'XXXX-11-03',
      'XXXX-11-04',
    ],
    [
      'in the month that its occasion is told with',
      'Hồi tháng 6, Việt Nam và Pháp đã nhất trí nâng quan hệ nhân chuyến thăm Việt Nam của Tổng thống Pháp Emmanuel Macron.',
      'XXXX-06',
      undefined,
    ],
    [
      'behind a plan',
      'Hai bên chuẩn bị cho chuyến thăm chính thức Lào của Tổng thống Pháp Emmanuel Macron dự kiến vào tháng 11 tới.',
      'XXXX-11',
      undefined,
    ],
    [
      'in the month after that of the word',
      'Sáng 11/4, Tổng thống Pháp Emmanuel Macron họp báo tại Paris. Điện Elysée ngày 16/5 thông báo Tổng thống Emmanuel Macron sẽ thăm Lào vào tháng tới.',
      'XXXX-06',
      undefined,
    ],
    [
      'behind a capital without its name',
      'Tổng thống Pháp Emmanuel Macron tới Thủ đô của Trung Quốc vào ngày 13/12.',
      'XXXX-12-13',
      undefined,
    ],
    [
      'in some days of a month',
      'Chuyến thăm Việt Nam của Tổng thống Pháp Emmanuel Macron vào những ngày giữa tháng 11 thành công.',
      'XXXX-11',
      undefined,
    ],
    [
      'from its second day',
      'Sáng 6/11, ngày thứ hai trong chuyến thăm Nhật Bản, Tổng thống Pháp Emmanuel Macron hội kiến Nhà vua Nhật Bản.',
      'XXXX-11-05',
      undefined,
    ],
  ])('stand %s', (_, text, start, end) => {
    const [visit] = told(/^Visit/, text)
    expect(visit).toMatchObject({ ...(start ? { start } : {}), ...(end ? { end } : {}) })
    if (!end) expect(visit?.end).toBeUndefined()
  })

  it.each([
    [
      'that somebody spoke of it in',
      'Hồi tháng 6, Thủ tướng Phạm Minh Chính cho biết chuyến thăm Việt Nam của Tổng thống Pháp Emmanuel Macron đã thành công.',
    ],
    [
      'that something came after it in',
      'Hồi tháng 6, hai nước đã ký thỏa thuận sau chuyến thăm Việt Nam của Tổng thống Pháp Emmanuel Macron.',
    ],
    [
      'of what was done before going on',
      'Tổng thống Pháp Emmanuel Macron dự hội nghị cấp cao tại Thái Lan ngày 10/11, sau đó sẽ bay đến Campuchia.',
    ],
  ])('are not those %s', (_, text) => {
    const visits = told(/^Visit/, text).filter(({ host }) => host !== 'TH')
    expect(visits.length).toBeGreaterThan(0)
    for (const { start } of visits) expect(start).toBeUndefined()
  })

  it('are those of each country where each has its own', () => {
    const visits = told(/^Visit/, 'Thủ tướng Phạm Minh Chính sẽ thăm chính thức Na Uy ngày 24-26/5 và Thụy Điển ngày 26-28/5.')
    expect(visits.map(({ host, start, end }) => [host, start, end])).toEqual([
      ['NO', 'XXXX-05-24', 'XXXX-05-26'],
      ['SE', 'XXXX-05-26', 'XXXX-05-28'],
    ])
  })

  it('end on the last working day', () => {
    const [visit] = told(/^Visit/, 'Ngày 23/5 là ngày làm việc cuối cùng trong chuyến thăm chính thức Nga của Thủ tướng Phạm Minh Chính.')
    expect(visit?.start).toBeUndefined()
    expect(visit?.end).toBe('XXXX-05-23')
  })
})

const welcome =
  'Chiều 5/3, tại Hà Nội, Chủ tịch nước Lương Cường chủ trì lễ đón Tổng thống Pháp Emmanuel Macron thăm cấp Nhà nước tới Việt Nam.'

describe('the day of a meeting that its clause does not tell', () => {
  it.each([
    'Sau lễ đón, Chủ tịch nước Lương Cường và Tổng thống Pháp Emmanuel Macron đã hội đàm.',
    'Ngay sau đó, Chủ tịch nước Lương Cường và Tổng thống Pháp Emmanuel Macron đã tiến hành hội đàm.',
    'Trong cuộc hội đàm sau lễ đón, Chủ tịch nước Lương Cường chào mừng Tổng thống Pháp Emmanuel Macron.',
  ])('is that of the scene: %s', (text) => {
    expect(told(/^MeetingHeld/, `${welcome} ${text}`).find(({ date }) => date === 'XXXX-03-05')).toBeDefined()
  })

  it.each([
    'Sau chuyến thăm Việt Nam, Tổng thống Emmanuel Macron sẽ tới Lào, nơi ông hội đàm với Thủ tướng Lào Sonexay Siphandone.',
    'Sau cuộc điện đàm với Thủ tướng Lào Sonexay Siphandone, Tổng thống Emmanuel Macron cho biết hai bên đã nhất trí.',
  ])('is not where another day may have come: %s', (text) => {
    const meetings = told(/^Meeting/, `${welcome} ${text}`).filter(({ participants }) =>
      participants?.some(({ name }) => name?.includes('Sonexay')),
    )
    expect(meetings.length).toBeGreaterThan(0)
    for (const { date } of meetings) expect(date).toBeUndefined()
  })

  it('is not of a day that nothing anchors', () => {
    const text =
      'Trời nắng. Trời mưa. Trời gió. Trời ấm. Trời lạnh. Trời râm. Căng thẳng bắt đầu hôm 5/6 tại Trung Đông. Tổng thống Pháp Emmanuel Macron hôm qua tiếp Thủ tướng Lào Sonexay Siphandone. Sau đó, ông Macron hội đàm với Thủ tướng Phạm Minh Chính.'
    const meeting = told(/^Meeting/, text).find(({ participants }) => participants?.some(({ name }) => name === 'Phạm Minh Chính'))
    expect(meeting).toBeDefined()
    expect(meeting?.date).toBeUndefined()
  })

  it.each([
    ['XXXX-05', 'Tổng thống Pháp Emmanuel Macron sẽ có cuộc hội đàm với Thủ tướng Lào Sonexay Siphandone, dự kiến diễn ra vào tháng 5.'],
    ['2018', 'Tổng thống Pháp Emmanuel Macron đã gặp Thủ tướng Lào Sonexay Siphandone tại Paris hồi giữa năm 2018.'],
  ])('may stand behind a comma, or within a year: %s', (date, text) => {
    expect(told(/^Meeting/, text)[0]?.date).toBe(date)
  })

  it('stands behind who gave the dinner', () => {
    const text = 'Thủ tướng Phạm Minh Chính dự tiệc chiêu đãi do Ngoại trưởng Mỹ Marco Rubio chủ trì tại Washington trưa 31/5.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-05-31')
  })
})

describe('a day since which', () => {
  it('is not the day of the meeting', () => {
    const text = 'Kể từ khi nhậm chức vào ngày 20/1, Tổng thống Pháp Emmanuel Macron đã điện đàm với Thủ tướng Đức Angela Merkel.'
    expect(told(/^Meeting/, text).map(({ date }) => date)).toEqual([undefined])
  })
})

describe('the place of a meeting', () => {
  it.each([
    ['thủ đô Yerevan', 'Ngày 9/3, Thủ tướng Pháp Gabriel Attal đã hội đàm với Thủ tướng Armenia Nikol Pashinyan tại thủ đô Yerevan.'],
    [
      'Thủ đô Yerevan',
      'Thủ tướng Pháp Gabriel Attal đã thảo luận với Thủ tướng Armenia Nikol Pashinyan khi tới thăm Thủ đô Yerevan hồi tháng 10/2018.',
    ],
    [
      'Bàn Môn Điếm',
      'Cuộc gặp giữa Tổng thống Hàn Quốc Moon Jae-in với nhà lãnh đạo Triều Tiên Kim Jong-un dự kiến diễn ra vào ngày 27/4 tới tại làng Bàn Môn Điếm.',
    ],
  ])('may have a name that no table knows, or stand further behind: %s', (place, text) => {
    expect(told(/^Meeting/, text)[0]?.place).toBe(place)
  })

  it('is not the city of the scene where the meeting is told in passing or to come', () => {
    const planned = told(/^MeetingAnnounced/, `${welcome} Ông Macron sẽ hội kiến Thủ tướng Phạm Minh Chính.`)
    expect(planned.length).toBeGreaterThan(0)
    for (const { place } of planned) expect(place).toBeUndefined()
  })
})

describe('the office of a participant', () => {
  const officeOf = (text: string, name: string): string | undefined =>
    told(/^Meeting/, text)
      .flatMap(({ participants }) => participants ?? [])
      .find((person) => person.name === name)?.office

  it('is not the word that stands in for it, where the document tells it', () => {
    const text =
      'Thủ tướng Phạm Minh Chính ngày 9/3 hội đàm với người đồng cấp Sonexay Siphandone. Thủ tướng Lào Sonexay Siphandone cảm ơn Việt Nam.'
    expect(officeOf(text, 'Sonexay Siphandone')).toBe('Thủ tướng')
  })

  it('is that word where the document tells none', () => {
    const text = 'Thủ tướng Phạm Minh Chính ngày 9/3 hội đàm với người đồng cấp Lào Sonexay Siphandone.'
    expect(officeOf(text, 'Sonexay Siphandone')).toBe('người đồng cấp')
  })
})
