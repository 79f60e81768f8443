import { describe, expect, it } from 'vitest'
import { visitsOf } from '../../src/extraction/complete-visits.ts'
import { anyDigest, extractor } from './told.ts'

/** Who visits where and when, before any decision on status; mentions that say the same count once. */
const told = (text: string): string[] => {
  const { document } = extractor.read(text, anyDigest)
  const mentions = visitsOf(document).map(
    ({ visitors, host, moment }) =>
      `${visitors.map(({ name, offices }) => name ?? offices[0]?.text ?? '?').join(' + ')}: ${host}${moment.start ? ` ${moment.start}` : ''}`,
  )
  return [...new Set(mentions)].sort()
}

describe('who visits', () => {
  it.each([
    [
      'each date of a list is a visit of its own',
      'Sau chuyến thăm Lào của Tổng thống Pháp Jacques Chirac năm 1997 và năm 2004, quan hệ ấm dần.',
      ['Jacques Chirac: LA 1997', 'Jacques Chirac: LA 2004'],
    ],
    [
      'each visitor of a dated list goes alone',
      'Những chuyến thăm Lào của Thủ tướng Việt Nam Phạm Văn Đồng năm 1977, Tổng thống Pháp Jacques Chirac năm 1997 được nhắc lại.',
      ['Jacques Chirac: LA 1997', 'Phạm Văn Đồng: LA 1977'],
    ],
    [
      'times that are counted have their dates behind them',
      'Tổng thống Nga Vladimir Putin từng thăm Lào ba lần, lần đầu tiên là năm 2006, lần thứ hai vào năm 2013 và lần gần nhất là năm 2017.',
      ['Vladimir Putin: LA 2006', 'Vladimir Putin: LA 2013', 'Vladimir Putin: LA 2017'],
    ],
    [
      'who invites is the host',
      'Thủ tướng Đức Angela Merkel có chuyến thăm chính thức theo lời mời của lãnh đạo Lào.',
      ['Angela Merkel: LA'],
    ],
    [
      'whom a plane carries goes where it lands',
      'Chuyên cơ của Thủ tướng Đức Angela Merkel đã hạ cánh xuống sân bay Viêng Chăn.',
      ['Angela Merkel: LA'],
    ],
    [
      'a clause without a subject has that of the one before it',
      'Thủ tướng Đức Angela Merkel viết trên mạng xã hội, sau khi đến Viêng Chăn.',
      ['Angela Merkel: LA'],
    ],
    [
      'each of several whom a country received came alone',
      'Lào đã đón Thủ tướng Đức Angela Merkel, Tổng thống Pháp Emmanuel Macron thăm cấp Nhà nước trong một tuần.',
      ['Angela Merkel: LA', 'Emmanuel Macron: LA'],
    ],
    [
      'a year goes on from the one before it',
      'Tổng thống Nga Vladimir Putin thăm Lào năm 2006 và 2013.',
      ['Vladimir Putin: LA 2006', 'Vladimir Putin: LA 2013'],
    ],
    [
      'who says something after an arrival has arrived',
      'Tổng thống Nga Vladimir Putin viết trên Twitter hôm qua, sau khi đến Viêng Chăn.',
      ['Vladimir Putin: LA'],
    ],
    [
      'who comes is in the plane of theirs',
      'Chuyên cơ của Tổng thống Nga Vladimir Putin đã hạ cánh xuống sân bay Viêng Chăn.',
      ['Vladimir Putin: LA'],
    ],
    ['an office may not come by plane of its own', 'Chuyên cơ đã hạ cánh xuống sân bay Viêng Chăn.', []],
    [
      'what somebody is said to be is nobody else',
      'Thủ tướng Đức Angela Merkel là lãnh đạo nước ngoài đầu tiên đến Lào.',
      ['Angela Merkel: LA'],
    ],
    [
      'who leads a delegation stands before it',
      'Đại sứ Việt Nam Trần Văn Minh có mặt. Bộ trưởng Quốc phòng Việt Nam Lê Văn Hùng dẫn đầu đoàn đại biểu Việt Nam thăm Lào.',
      ['Lê Văn Hùng: LA'],
    ],
    [
      'kin only tell who somebody is',
      'Đặc phái viên Triều Tiên Kim Yo-jong, em gái Chủ tịch Triều Tiên Kim Jong-un, đã tới Lào.',
      ['Kim Yo-jong: LA'],
    ],
    [
      'who speaks and goes on without a subject is who goes',
      'Tổng thống Mỹ Donald Trump cho biết đang rời Lào để đến Hà Nội.',
      ['Donald Trump: LA', 'Donald Trump: VN'],
    ],
    [
      'a verb goes on past an object',
      'Thủ tướng Đức Angela Merkel sẽ gặp Tổng thống Pháp Emmanuel Macron tại Paris trước khi đến Lào.',
      ['Angela Merkel: LA'],
    ],
    [
      'a relative clause tells of whom it follows',
      'Tổng thống Pháp Emmanuel Macron gặp Thủ tướng Đức Angela Merkel, người vừa tới Paris.',
      ['Angela Merkel: FR'],
    ],
    [
      'what stands in brackets is passed over',
      'Tổng thống Nga Vladimir Putin (bạn của Thủ tướng Đức Angela Merkel) thăm Lào.',
      ['Vladimir Putin: LA'],
    ],
    [
      'who welcomes a guest to a session is the host',
      'Chủ tịch nước Việt Nam Trần Đức Lương tiếp Thủ tướng Lào Bounnhang Vorachith sang dự kỳ họp lần thứ 24.',
      ['Bounnhang Vorachith: VN'],
    ],
    [
      'a visit without a host has that of the visit beside it',
      'Thủ tướng Đức Angela Merkel là người thứ ba thăm Lào sau các chuyến thăm của Tổng thống Pháp Emmanuel Macron và Thủ tướng Nhật Bản Shinzo Abe.',
      ['Angela Merkel: LA', 'Emmanuel Macron: LA', 'Shinzo Abe: LA'],
    ],
  ])('%s', (_, text, expected) => expect(told(text)).toEqual(expected))
})
