import { describe, expect, test } from 'vitest'
import { drawn } from '../../src/http/html/glyph.ts'
import { dateInWords } from '../../src/http/words/dates.ts'
import { en } from '../../src/http/words/en.ts'
import { vi } from '../../src/http/words/vi.ts'

describe('dates', () => {
  test.each([
    ['2009-09-14', 'point', '14/9/2009', '14/9/2009'],
    ['2009-09-14/2009-09-15', 'span', '14–15/9/2009', '14–15/9/2009'],
    ['2009-09-30/2009-10-02', 'span', '30/9–2/10/2009', '30/9–2/10/2009'],
    ['2009-12-30/2010-01-02', 'span', '30/12/2009 – 2/1/2010', '30/12/2009 – 2/1/2010'],
    ['2009-09-14/', 'open', 'from 14/9/2009, end not stated', 'từ 14/9/2009, không ghi ngày kết thúc'],
    ['/2009-09-14', 'open', 'until 14/9/2009, start not stated', 'đến 14/9/2009, không ghi ngày bắt đầu'],
    [
      '[2009-09-14,2010-09-14,2015-09-14]',
      'choice',
      '14/9, year not stated: 2009, 2010 or 2015',
      '14/9, không ghi năm: 2009, 2010 hoặc 2015',
    ],
    ['[2014-09-14,2015-09-14,2016-09-14,2017-09-14]', 'choice', '14/9, year not stated: 2014–2017', '14/9, không ghi năm: 2014–2017'],
    ['[2016-09,2018-09]', 'choice', 'September, year not stated: 2016 or 2018', 'tháng 9, không ghi năm: 2016 hoặc 2018'],
    ['XXXX-09-14', 'yearless', '14/9, year not stated', '14/9, không ghi năm'],
    ['2009-09', 'within', '9/2009', '9/2009'],
    ['2009', 'within', '2009', '2009'],
    ['2009-09-XX', 'within', 'some day in 9/2009', 'một ngày trong 9/2009'],
    ['2009-09-14~', 'about', 'about 14/9/2009', 'khoảng 14/9/2009'],
    ['2009-21', 'within', 'spring 2009', 'mùa xuân 2009'],
    ['199X', 'within', 'the 1990s', 'thập niên 1990'],
    ['[2009..2011]', 'choice', 'some time from 2009 to 2011', 'trong khoảng 2009 đến 2011'],
    ['[..2011]', 'choice', '2011 or earlier', '2011 hoặc trước đó'],
    ['XXXX-09-14/XXXX-09-15', 'span', '14–15/9, year not stated', '14–15/9, không ghi năm'],
  ])('%s is drawn as %s and said as “%s”', (when, kind, english, vietnamese) => {
    expect(drawn(when)).toBe(kind)
    expect(dateInWords(when, en.dates)).toBe(english)
    expect(dateInWords(when, vi.dates)).toBe(vietnamese)
  })

  test('what is only announced is drawn as expected, what nobody says as unknown', () => {
    expect(drawn('2009-09-14', { expected: true })).toBe('expected')
    expect(drawn(null)).toBe('unknown')
    expect(drawn(null, { expected: true })).toBe('unknown')
  })
})
