import { describe, expect, it } from 'vitest'
import { decideMeetings } from '../../src/extraction/claims-meetings.ts'
import { decideVisits } from '../../src/extraction/claims-visits.ts'
import { anyDigest, extractor } from './told.ts'

/** The cues of each visit and meeting of a text, in its order. */
const cuesIn = (text: string): { readonly visits: readonly string[][]; readonly meetings: readonly string[][] } => {
  const writing = extractor.read(text, anyDigest)
  const visits = decideVisits(writing)
  return {
    visits: visits.map(({ cues }) => [...cues.keys()]),
    meetings: decideMeetings(writing, visits).map(({ cues }) => [...cues.keys()]),
  }
}

describe('how the date beside an engagement is worded', () => {
  it.each([
    ['looks back', 'Thủ tướng Lào hội đàm với Thủ tướng Thái Lan hôm 5/3.', 'dated-behind:hôm'],
    ['looks further back', 'Thủ tướng Lào hội đàm với Thủ tướng Thái Lan hồi tháng 3.', 'dated-behind:hồi'],
    ['opens the sentence of a report', 'Chiều 5/3, Thủ tướng Lào hội đàm với Thủ tướng Thái Lan.', 'dated-before:chiều'],
    ['has no word of its own', 'Thủ tướng Lào 5/3 hội đàm với Thủ tướng Thái Lan.', 'dated:plain'],
  ])('%s', (_, text, cue) => {
    expect(cuesIn(text).meetings[0]).toContain(cue)
  })

  it('is not that of another clause', () => {
    const [cues = []] = cuesIn('Thủ tướng Lào hội đàm với Thủ tướng Thái Lan; hồi tháng 3 giá gạo tăng.').meetings
    expect(cues.filter((cue) => cue.startsWith('dated-'))).toEqual([])
  })

  it('tells the part of the day where it has one', () => {
    expect(cuesIn('Chiều 5/3, Thủ tướng Lào hội đàm với Thủ tướng Thái Lan.').meetings[0]).toContain('date:day-part')
    expect(cuesIn('Ngày 5/3, Thủ tướng Lào hội đàm với Thủ tướng Thái Lan.').meetings[0]).not.toContain('date:day-part')
  })
})

describe('what a document opens with', () => {
  const text = [
    'Thủ tướng Lào thăm Thái Lan',
    '',
    'Thủ tướng Lào Thongloun Sisoulith chiều 5/3 đến Bangkok, bắt đầu chuyến thăm chính thức Thái Lan.',
    'Giá gạo tăng. Nông dân vui mừng.',
    'Năm ngoái, Tổng thống Nga Vladimir Putin đã thăm Mông Cổ.',
  ].join('\n')

  it('is a visit, and another one is passed over', () => {
    const [first = [], second = []] = cuesIn(text).visits
    expect(first).toContain('opening:one-this')
    expect(second).toContain('opening:nobody-another')
  })

  it('is no visit at all', () => {
    const later = text.split('\n').slice(3).join('\n')
    expect(cuesIn(`Thị trường lúa gạo\n\nXuất khẩu tăng.\n${later}`).visits[0]).toContain('opening:nobody-none')
  })
})
