import { describe, expect, it } from 'vitest'
import { meetingsOf } from '../../src/extraction/complete-meetings.ts'
import { anyDigest, extractor } from './told.ts'

/** Who meets whom, by the names or offices that the text has for them, and in what form: before any decision on status. */
const told = (text: string): string[] => {
  const { document } = extractor.read(text, anyDigest)
  return meetingsOf(document).map(
    ({ participants, form }) =>
      `${participants
        .map(({ name, offices, country }) => `${name ?? offices[0]?.text ?? '?'} ${country}`)
        .sort()
        .join(' + ')}: ${form}`,
  )
}

describe('who meets', () => {
  it.each([
    [
      'countries stand for those who lead them',
      'Tổng thống Nga Vladimir Putin rời Helsinki. Tổng thống Mỹ Donald Trump đi sau. Thượng đỉnh Nga - Mỹ kéo dài bốn giờ.',
      'Donald Trump US + Vladimir Putin RU: meeting',
    ],
    [
      'a pair without names is the pair of the offices named',
      'Ngoại trưởng Lào Saleumxay Kommasith đến Bangkok. Ngoại trưởng Thái Lan Don Pramudwinai ra đón đoàn. Hai Ngoại trưởng hội đàm trong buổi chiều.',
      'Don Pramudwinai TH + Saleumxay Kommasith LA: talks',
    ],
    [
      'one office is shared by the countries of a list',
      'Tổng thống Mỹ Donald Trump điện đàm với Thủ tướng Thái Lan và Singapore.',
      'Donald Trump US + Thủ tướng SG: phone',
    ],
    [
      'a hyphen shares an office as a list does',
      'Bộ trưởng Quốc phòng Mỹ - Nhật điện đàm chiều 5/3.',
      'Bộ trưởng Quốc phòng JP + Bộ trưởng Quốc phòng US: phone',
    ],
    [
      'each country of leaders has one',
      'Tổng thống Pháp Emmanuel Macron đã gặp các nhà lãnh đạo Iran và Thổ Nhĩ Kỳ.',
      'Emmanuel Macron FR + nhà lãnh đạo TR: meeting',
    ],
    [
      'a list behind a colon stands for the group before it',
      'Tổng thống Nga Vladimir Putin có cuộc gặp gỡ, hội đàm với lần lượt 4 lãnh đạo cấp cao của Lào: Thủ tướng Lào Thongloun Sisoulith và Chủ tịch Quốc hội Lào Saysomphone Phomvihane.',
      'Saysomphone Phomvihane LA + Vladimir Putin RU: meeting',
    ],
    [
      'so does one that others are told of as',
      'Tổng thống Nga Vladimir Putin sẽ gặp một số lãnh đạo Lào khác như Thủ tướng Lào Thongloun Sisoulith và Chủ tịch Quốc hội Lào Saysomphone Phomvihane.',
      'Saysomphone Phomvihane LA + Vladimir Putin RU: meeting',
    ],
    [
      'who receives a guest gives him a banquet too',
      'Tổng thống Pháp Emmanuel Macron sẽ tiếp kiến và tổ chức quốc yến chào mừng Thủ tướng Lào Thongloun Sisoulith.',
      'Emmanuel Macron FR + Thongloun Sisoulith LA: call',
    ],
    [
      'leaders may come from countries',
      'Tổng thống Pháp Emmanuel Macron đã điện đàm với các nhà lãnh đạo hàng đầu đến từ Iran, Qatar và Thổ Nhĩ Kỳ.',
      'Emmanuel Macron FR + nhà lãnh đạo QA: phone',
    ],
    [
      'leaders who come to a country are not of it',
      'Thủ tướng Đức Angela Merkel tiếp các nhà lãnh đạo đến Pháp dự hội nghị.',
      'Angela Merkel DE + các nhà lãnh đạo null: reception',
    ],
    [
      'officials are those whom the sentence names as such',
      'Tổng thống Pháp Emmanuel Macron đã hội đàm với các quan chức Đức phụ trách thương mại như Ngoại trưởng Đức Heiko Maas và Bộ trưởng Kinh tế Đức Peter Altmaier.',
      'Emmanuel Macron FR + Heiko Maas DE: talks',
    ],
    [
      'a semicolon goes on with a list',
      'Tổng thống Pháp Emmanuel Macron đã có các cuộc hội đàm với Tổng thống Đức Frank-Walter Steinmeier; Thủ tướng Đức Angela Merkel và Ngoại trưởng Đức Heiko Maas.',
      'Angela Merkel DE + Emmanuel Macron FR: talks',
    ],
    [
      'two who hold an office are those of the countries spoken of',
      'Ngoại trưởng Lào Saleumxay Kommasith đến Bangkok. Ngoại trưởng Thái Lan Don Pramudwinai ra đón đoàn. Sau lễ đón, Bộ trưởng Ngoại giao hai nước đã hội đàm.',
      'Don Pramudwinai TH + Saleumxay Kommasith LA: talks',
    ],
    [
      'a place may stand before the two of a noun',
      'Sau một giờ hội đàm tại Nhà Quốc hội giữa Thủ tướng Đức Angela Merkel với Tổng thống Pháp Emmanuel Macron, hai bên ra tuyên bố.',
      'Angela Merkel DE + Emmanuel Macron FR: talks',
    ],
    [
      'two who agreed to meet have a meeting to come',
      'Tổng thống Pháp Emmanuel Macron và Thủ tướng Đức Angela Merkel nhất trí sẽ gặp mặt vào tháng 5.',
      'Angela Merkel DE + Emmanuel Macron FR: meeting',
    ],
    [
      'both houses have a head, and the country is said once',
      'Thủ tướng Lào Thongloun Sisoulith hội kiến với Chủ tịch Thượng viện và Hạ viện Hà Lan.',
      'Chủ tịch Hạ viện NL + Thongloun Sisoulith LA: call',
    ],
    [
      'a body between office and name belongs to the office',
      'Thủ tướng Lào Thongloun Sisoulith gặp Phó Thủ tướng Quốc vụ viện Trung Quốc Lưu Chí Bằng.',
      'Lưu Chí Bằng CN + Thongloun Sisoulith LA: meeting',
    ],
    [
      'each further “với” is a contact more',
      'Tổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Đức Angela Merkel tối 4/3, với Thủ tướng Anh Theresa May sáng 5/3.',
      'Emmanuel Macron FR + Theresa May GB: phone',
    ],
    [
      'who stands after the comma spoke with the one before it',
      'Trong cuộc điện đàm với Thủ tướng Đức Angela Merkel, Tổng thống Pháp Emmanuel Macron kêu gọi kiềm chế.',
      'Angela Merkel DE + Emmanuel Macron FR: phone',
    ],
    [
      'who opens talks with somebody stands after the comma',
      'Mở đầu cuộc hội đàm ngày 5/3 với Thủ tướng Đức Angela Merkel, Tổng thống Pháp Emmanuel Macron nói về thương mại.',
      'Angela Merkel DE + Emmanuel Macron FR: talks',
    ],
    [
      'the sentence names the countries whose leaders spoke',
      'Tổng thống Nga Vladimir Putin ở lại Sochi. Tổng thống Pháp Emmanuel Macron ở Paris. Trong cuộc điện đàm ngày 5/3, lãnh đạo hai nước Nga - Pháp đã bàn về khí hậu.',
      'Emmanuel Macron FR + Vladimir Putin RU: phone',
    ],
    [
      'one of two has a name and no country told',
      'Cuộc gặp giữa Thứ trưởng Ngoại giao Korovin và Đặc phái viên Mỹ Elliot Abrams kéo dài một giờ.',
      'Elliot Abrams US + Korovin null: meeting',
    ],
    [
      'two walk into a room, in a picture',
      'Thủ tướng Lào Thongloun Sisoulith và Thủ tướng Thái Lan Prayut Chan-ocha bước vào phòng họp tại Viêng Chăn.',
      'Prayut Chan-ocha TH + Thongloun Sisoulith LA: meeting',
    ],
    [
      'two at one table',
      'Tổng thống Nga Vladimir Putin đón Tổng thống Pháp Emmanuel Macron. Hai nhà lãnh đạo cùng dự tiệc trưa.',
      'Emmanuel Macron FR + Vladimir Putin RU: ceremony',
    ],
    [
      'one noun with partners of two countries tells of two meetings',
      'Tổng thống Pháp Emmanuel Macron có cuộc hội đàm riêng với Thủ tướng Đức Angela Merkel và Thủ tướng Anh Theresa May.',
      'Emmanuel Macron FR + Theresa May GB: talks',
    ],
    [
      'two leaders are those who lead, not the envoys told of last',
      'Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin hội đàm tại Helsinki. Ngoại trưởng Nga Sergei Lavrov sau đó tiếp Ngoại trưởng Mỹ Mike Pompeo. Hai nhà lãnh đạo gặp nhau lần đầu tại Đức.',
      'Donald Trump US + Vladimir Putin RU: meeting',
    ],
    [
      'a counterpart is the holder of the same office, named later',
      'Tổng thống Pháp Emmanuel Macron điện đàm với người đồng cấp Iran. Tổng thống Iran Hassan Rouhani cảm ơn ông.',
      'Emmanuel Macron FR + Hassan Rouhani IR: phone',
    ],
    [
      'who is received is told in the passive too',
      'Thủ tướng Lào Thongloun Sisoulith được Tổng thống Pháp Emmanuel Macron tiếp tại Paris.',
      'Emmanuel Macron FR + Thongloun Sisoulith LA: reception',
    ],
    [
      'an office alone is the one who is named with it later',
      'Tổng thống Pháp hội đàm với Thủ tướng Đức. Tổng thống Pháp Emmanuel Macron cảm ơn Thủ tướng Đức Angela Merkel.',
      'Angela Merkel DE + Emmanuel Macron FR: talks',
    ],
    [
      'where they stand in a picture is passed over',
      'Thủ tướng Đức Angela Merkel, phải, gặp Tổng thống Pháp Emmanuel Macron ở Berlin.',
      'Angela Merkel DE + Emmanuel Macron FR: meeting',
    ],
    [
      'the other side of a noun alone is named in its sentence',
      'Trong cuộc điện đàm, Thủ tướng Đức Angela Merkel chúc mừng chiến thắng của Tổng thống Pháp Emmanuel Macron.',
      'Angela Merkel DE + Emmanuel Macron FR: phone',
    ],
    [
      'a royal couple is met together',
      'Tổng thống Pháp Emmanuel Macron hội kiến Nhà vua Hà Lan Willem-Alexander và Hoàng hậu Hà Lan Máxima.',
      'Emmanuel Macron FR + Máxima NL + Willem-Alexander NL: call',
    ],
    [
      'several meetings told by one noun are one each',
      'Tổng thống Pháp Emmanuel Macron có các cuộc hội đàm với Thủ tướng Đức Angela Merkel và Thủ tướng Hà Lan Mark Rutte.',
      'Emmanuel Macron FR + Mark Rutte NL: talks',
    ],
  ])('%s', (_what, text, meeting) => expect(told(text)).toContain(meeting))

  it.each([
    [
      'who speaks for a government',
      'Người phát ngôn Bộ Ngoại giao Nga Maria Zakharova xác nhận cuộc gặp với Ngoại trưởng Mỹ Rex Tillerson đang được sắp xếp.',
    ],
    ['what is denied', 'Điện Kremlin bác thông tin rằng Tổng thống Nga Vladimir Putin gặp Tổng thống Mỹ Donald Trump.'],
    ['a semicolon before a clause of somebody else', 'Tổng thống Pháp Emmanuel Macron phát biểu; Thủ tướng Đức Angela Merkel lắng nghe.'],
    ['delight at receiving somebody', 'Tổng thống Pháp Emmanuel Macron vui mừng được đón Thủ tướng Đức Angela Merkel.'],
  ])('%s is no meeting', (_what, text) => expect(told(text)).toEqual([]))
})

describe('what is told of a meeting without word of one', () => {
  it('belongs to the call that the two had', () => {
    const text =
      'Tổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Đức Angela Merkel. Tổng thống Pháp và Thủ tướng Đức đã trao đổi về khí hậu.'
    expect(new Set(told(text))).toEqual(new Set(['Angela Merkel DE + Emmanuel Macron FR: phone']))
  })

  it('is a sign of a meeting where nothing else is told', () => {
    expect(told('Tổng thống Pháp Emmanuel Macron bắt tay Thủ tướng Đức Angela Merkel.')).toEqual([
      'Angela Merkel DE + Emmanuel Macron FR: meeting',
    ])
  })
})
