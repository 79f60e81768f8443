import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('a day that the text does not settle', () => {
  it.each([
    'Thủ tướng Phạm Minh Chính sẽ hội đàm với Thủ tướng Lào Sonexay Siphandone vào ngày 24 hoặc 25/4.',
    'Thủ tướng Phạm Minh Chính sẽ hội đàm với Thủ tướng Lào Sonexay Siphandone vào cuối tháng 5 hoặc đầu tháng 6.',
  ])('is none: %s', (text) => {
    const [meeting] = told(/^Meeting/, text)
    expect(meeting).toBeDefined()
    expect(meeting?.date).toBeUndefined()
  })

  it('is that of the place, whatever day it is elsewhere', () => {
    const text = 'Chiều 10/6 (tức rạng sáng 11/6 giờ Hà Nội), Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Canada Mark Carney.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-06-10')
  })
})

describe('the day of something else', () => {
  it.each([
    'Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Đức Friedrich Merz, người tiếp tục chuyến thăm Việt Nam ngày 7/7.',
    'Ngày 26/10, Thủ tướng Phạm Minh Chính đã có cuộc hội đàm với Thủ tướng Đức Friedrich Merz nhân dịp ông thăm chính thức Việt Nam.',
    'Sáng 15/10, Thủ tướng Phạm Minh Chính chủ trì lễ đón Thủ tướng Đức Friedrich Merz và phu nhân tới thăm chính thức Việt Nam.',
    'Thủ tướng Đức Friedrich Merz đang có chuyến thăm Việt Nam ngày 7/7.',
    'Thủ tướng Phạm Minh Chính đã dự hội nghị về các mục tiêu toàn cầu đến năm 2030 và thăm chính thức Áo.',
  ])('does not begin a visit: %s', (text) => {
    const [visit] = told(/^Visit/, text)
    expect(visit).toBeDefined()
    expect(visit?.start).toBeUndefined()
  })

  it('is not that of a meeting before it', () => {
    const text = 'Thủ tướng Đức Friedrich Merz sẽ hội đàm với Thủ tướng Phạm Minh Chính trước khi rời Hà Nội ngày 31/8.'
    const [meeting] = told(/^Meeting/, text)
    expect(meeting).toBeDefined()
    expect(meeting?.date).toBeUndefined()
  })
})

describe('the days of a journey', () => {
  it('stand behind those who are met on it', () => {
    const text = 'Bộ trưởng Ngoại giao Bùi Thanh Sơn sẽ tới Viêng Chăn và gặp Thủ tướng Lào Sonexay Siphandone từ ngày 2/9 đến 4/9.'
    expect(told(/^Visit/, text)[0]).toMatchObject({ start: 'XXXX-09-02', end: 'XXXX-09-04' })
  })

  it('begin with the day before the verb where only the last is told behind it', () => {
    const text = 'Ngày 25/4, Thủ tướng Phạm Minh Chính bắt đầu chuyến thăm chính thức Singapore kéo dài đến ngày 27/4.'
    expect(told(/^Visit/, text)[0]).toMatchObject({ start: 'XXXX-04-25', end: 'XXXX-04-27' })
  })

  it('are read in brackets, where pictures tell who stands on which side', () => {
    const text =
      'Chuyến thăm cấp nhà nước tới Việt Nam của Tổng thống Ba Lan Karol Nawrocki và phu nhân (từ 27 đến 30/11) mở ra cơ hội mới.'
    expect(told(/^Visit/, text)[0]).toMatchObject({ start: 'XXXX-11-27', end: 'XXXX-11-30' })
  })

  it('are of the kind that the verb tells', () => {
    expect(told(/^Visit/, 'Bộ trưởng Ngoại giao Bùi Thanh Sơn đã thăm và làm việc tại Viêng Chăn.')[0]?.kind).toBe('working')
    expect(told(/^Visit/, 'Bộ trưởng Ngoại giao Bùi Thanh Sơn đã thăm Viêng Chăn.')[0]?.kind).toBe('unspecified')
  })
})

describe('the day that follows another', () => {
  const visit = 'Chiều 2/11, Bộ trưởng Ngoại giao Trung Quốc Vương Nghị đã đến Hà Nội.'

  it('is the next one', () => {
    const text = `${visit} Ngày hôm sau, ông Vương Nghị đã chào xã giao Thủ tướng Phạm Minh Chính.`
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-11-03')
  })

  it('goes on for a call by phone too', () => {
    const text =
      'Ngày 31/5, Tổng thống Pháp Emmanuel Macron phát biểu tại Paris. Tổng thống Macron sau đó điện đàm với Thủ tướng Anh Keir Starmer.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-05-31')
  })

  it('is counted from the day of the report, not from one ahead of it', () => {
    const text =
      'Ngày 24/4, Tổng thống Pháp Emmanuel Macron kêu gọi kiềm chế trước lễ kỷ niệm vào ngày mai (25/4). Cùng ngày, ông Macron cũng có cuộc điện đàm với Thủ tướng Nhật Bản Shigeru Ishiba.'
    expect(told(/^Meeting/, text)[0]?.date).toBe('XXXX-04-24')
  })
})

describe('the place of a meeting', () => {
  it.each([
    ['Thủ tướng Phạm Minh Chính gặp Tổng thống Pháp Emmanuel Macron lúc 9 giờ sáng 12/6 theo giờ địa phương tại Singapore.', 'Singapore'],
    ['Tổng thống Pháp Emmanuel Macron đã tới Văn phòng Chính phủ và hội kiến với Thủ tướng Phạm Minh Chính.', 'Văn phòng Chính phủ'],
    [
      'Ngày 16/12, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Nhật Bản Shigeru Ishiba nhân dịp dự Hội nghị cấp cao Hợp tác Mekong - Nhật Bản lần thứ 17 tại Viêng Chăn.',
      'Viêng Chăn',
    ],
  ])('%s', (text, place) => {
    expect(told(/^Meeting/, text)[0]?.place).toBe(place)
  })
})
