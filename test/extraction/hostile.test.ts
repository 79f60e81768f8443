import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDigest, extractor } from './told.ts'

const extract = (text: string) => extractor.extract(text, anyDigest)

describe('hostile texts', () => {
  const units: Record<string, string> = {
    titles: 'Thủ tướng Chính phủ nước Cộng hòa ',
    brackets: '((((',
    digits: '1234567890',
    commas: ',,,,',
    hyphens: 'A-',
    visits: 'Thủ tướng Lào thăm Việt Nam ',
    surrogates: '\ud83d\ude00 \udc00',
  }
  for (const [name, unit] of Object.entries(units))
    it(`${name} without end are read to the end, with limits`, () => {
      const text = unit.repeat(Math.ceil(60_000 / unit.length))
      const { claims } = extract(text)
      expect(claims.length).toBeLessThanOrEqual(1_500)
      for (const { start, end, quote } of claims.flatMap(({ evidence }) => evidence)) expect(text.slice(start, end)).toBe(quote)
    })

  it('any mixture of what rules listen for keeps every promise about quotes', () => {
    const words = [
      'Thủ tướng',
      'Lào',
      'thăm',
      'chính thức',
      'Việt Nam',
      ',',
      '.',
      '\n',
      'và',
      'hội đàm',
      'với',
      'ông',
      'Nguyễn Văn An',
      'ngày 5/3',
      '(',
      ')',
      'ký',
      'Hiệp định',
      '7',
      'văn kiện',
      'sẽ',
      'của',
      'chuyến thăm',
      '"',
      '-',
      'tại Hà Nội',
      'người đồng cấp',
      'hai bên',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), fc.boolean(), (parts, decomposed) => {
        const text = decomposed ? parts.join(' ').normalize('NFD') : parts.join(' ')
        for (const { evidence } of extract(text).claims)
          for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
      }),
      { numRuns: 150 },
    )
  })

  it('any string is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void extract(text)),
      { numRuns: 150 },
    )
  })
})
