import type { NewEvent } from '../../src/kernel/envelope.ts'

/** A document's events as extraction yields them: one registration and claims with quotes, about 480 bytes a line. */
export const eventsOfDocument = (number: number, count = 5): NewEvent[] =>
  Array.from({ length: count }, (_, each) => ({
    type: each === 0 ? 'DocumentRegistered' : each % 2 ? 'VisitStarted' : 'MeetingHeld',
    version: 1,
    id: `${hex(number, 8)}-0000-5000-8000-${hex(each, 12)}`,
    by: 'extractor vi@1.0.0',
    rule: 'vi/visit/official',
    data: {
      visit: `${hex(number, 12)}/v@130`,
      visitors: [
        {
          id: `person-${number % 500}.vn`,
          name: 'Nguyễn Văn Thử',
          office: 'Thủ tướng Chính phủ',
          role: 'head-of-government',
          country: 'VN',
          number: 'one',
        },
      ],
      host: 'KZ',
      kind: 'official',
      start: '2009-09-14',
      narrative: 'news',
    },
    evidence: [{ start: 130, end: 171, quote: 'Thủ tướng bắt đầu thăm chính thức nước bạn', field: '/visitors/0' }],
  }))

export const streamOf = (number: number): string => `document/${hex(number, 64)}`

const hex = (number: number, digits: number): string => (number >>> 0).toString(16).padStart(digits, '0')
