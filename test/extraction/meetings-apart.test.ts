import { describe, expect, it } from 'vitest'
import { decideMeetings } from '../../src/extraction/claims-meetings.ts'
import { decideVisits } from '../../src/extraction/claims-visits.ts'
import { anyDigest, extractor } from './told.ts'

/** How many mentions each meeting of a text has. */
const mentionsIn = (text: string): readonly number[] => {
  const writing = extractor.read(text, anyDigest)
  return decideMeetings(writing, decideVisits(writing)).map(({ mentions }) => mentions.length)
}

const lead = 'Tổng thống Nga Vladimir Putin gặp Tổng thống Pháp Emmanuel Macron'

describe('two meetings of the same people without a date', () => {
  it.each([
    ['in cities of two countries', `${lead} tại Paris. Trước đó, ông Putin hội đàm với ông Macron tại Moscow.`, [1, 1]],
    ['in one city are one', `${lead} tại Paris. Ông Putin hội đàm với ông Macron tại Paris.`, [2]],
    ['in a city and nowhere told are one', `${lead} tại Paris. Ông Putin hội đàm với ông Macron.`, [2]],
    [
      'counted as first and second',
      'Hội nghị thượng đỉnh lần thứ nhất giữa Tổng thống Nga Vladimir Putin và Tổng thống Pháp Emmanuel Macron thành công. Hội nghị thượng đỉnh lần thứ hai giữa ông Putin và ông Macron thất bại.',
      [1, 1],
    ],
    [
      'counted once are one',
      'Hội nghị thượng đỉnh giữa Tổng thống Nga Vladimir Putin và Tổng thống Pháp Emmanuel Macron kết thúc. Hội nghị thượng đỉnh lần thứ hai giữa ông Putin và ông Macron kéo dài hai giờ.',
      [2],
    ],
  ])('%s', (_, text, mentions) => {
    expect(mentionsIn(text)).toEqual(mentions)
  })
})
