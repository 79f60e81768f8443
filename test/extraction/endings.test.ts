import { describe, expect, it } from 'vitest'
import { anyDigest, extractor } from './told.ts'

const claimsOf = (text: string): { type: string; data: { kind?: string } }[] =>
  extractor.extract(text, anyDigest).claims.map(({ type, data }) => ({ type, data: data as { kind?: string } }))

const typesOf = (text: string): string[] => claimsOf(text).map(({ type }) => type)

describe('a visit that is told as over', () => {
  it.each([
    'Chiều 9/3, Tổng thống Pháp Emmanuel Macron đã rời Việt Nam, kết thúc chuyến thăm chính thức.',
    'Ngày 9/3, hai nhà lãnh đạo dùng bữa trưa tại Hà Nội trước khi Tổng thống Pháp Emmanuel Macron rời Việt Nam, kết thúc chuyến thăm chính thức.',
    'Thủ tướng Đức Friedrich Merz phát biểu hôm 9/3 sau khi trở về từ chuyến thăm chính thức Việt Nam.',
    'Ngày 9/3, Tổng thống Pháp Emmanuel Macron thăm chính thức Việt Nam. Sau chuyến thăm ngắn tới Việt Nam, Tổng thống Emmanuel Macron lên đường tới Bangkok.',
  ])('ended: %s', (text) => {
    expect(typesOf(text)).toContain('VisitEnded')
  })

  it.each([
    'Tổng thống Pháp Emmanuel Macron hôm nay (9/3) tới Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam. Kết thúc chuyến thăm Việt Nam, ông Macron sẽ thăm chính thức Thái Lan.',
    'Tổng thống Pháp Emmanuel Macron hôm nay (9/3) tới Hà Nội, bắt đầu chuyến thăm chính thức Việt Nam. Trước khi kết thúc chuyến thăm Việt Nam, ông Macron đã hội đàm với Thủ tướng Phạm Minh Chính.',
    'Ngày 9/3, Tổng thống Pháp Emmanuel Macron thăm chính thức Việt Nam. Sau chuyến thăm Việt Nam, ông Macron sẽ lên đường tới Bangkok.',
    'Ngày 9/3, Tổng thống Nga Vladimir Putin đã tới Syria. Ông Putin hạ lệnh rút quân về nước.',
  ])('did not end yet: %s', (text) => {
    expect(typesOf(text).filter((type) => type.startsWith('Visit')).length).toBeGreaterThan(0)
    expect(typesOf(text)).not.toContain('VisitEnded')
  })

  it('ended as history too', () => {
    const text =
      'Thủ tướng Phạm Minh Chính ngày 9/3/2023 hội đàm với Ngoại trưởng Pháp Catherine Colonna. Trước đó, hồi tháng 2, Tổng thống Pháp Emmanuel Macron vừa kết thúc chuyến thăm cấp Nhà nước tới Campuchia.'
    const ended = extractor.extract(text, anyDigest).claims.find(({ type }) => type === 'VisitEnded')
    expect((ended?.data as { narrative?: string } | undefined)?.narrative).toBe('background')
  })
})

describe('what somebody comes for', () => {
  it.each([
    [
      'event',
      'Tháng trước, Thủ tướng Phạm Minh Chính đã tới Viêng Chăn, hội đàm với Thủ tướng Lào Sonexay Siphandone và dự hội nghị cấp cao ASEAN.',
    ],
    ['event', 'Ngày 9/3, Nhật hoàng Akihito đã tới Thái Lan viếng cố Quốc vương.'],
    ['event', 'Tổng thống Pháp Emmanuel Macron ngày 15/7 đã tới Nga để xem trận chung kết.'],
    ['transit', 'Ngày 15/7, Tổng thống Paraguay Santiago Pena đã quá cảnh tại Mỹ.'],
    ['unspecified', 'Ngày 9/3, Tổng thống Pháp Emmanuel Macron đã tới Hà Nội và hội đàm với Thủ tướng Phạm Minh Chính.'],
  ])('is its kind: %s, %s', (kind, text) => {
    const visits = claimsOf(text).filter(({ type }) => type.startsWith('Visit'))
    expect(visits.length).toBeGreaterThan(0)
    expect(new Set(visits.map(({ data }) => data.kind))).toEqual(new Set([kind]))
  })
})
