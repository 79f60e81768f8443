import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateInCell, dateInWords, derivedInWords } from '../../src/cli/dates.ts'
import { en } from '../../src/cli/words/en.ts'
import { vi } from '../../src/cli/words/vi.ts'
import { isEdtf } from '../../src/kernel/edtf.ts'

describe('dates as people read them', () => {
  test.each([
    ['2009-09-14', '14/9/2009'],
    ['2009-09', '9/2009'],
    ['2009', '2009'],
    ['XXXX-09-14', '14/9 (year not stated)'],
    ['XXXX-09', 'September (year not stated)'],
    ['2009-09-14/2009-09-15', '14–15/9/2009'],
    ['2009-08-30/2009-09-02', '30/8–2/9/2009'],
    ['2009-12-30/2010-01-02', '30/12/2009 – 2/1/2010'],
    ['XXXX-09-14/XXXX-09-15', '14–15/9 (year not stated)'],
    ['2009-09-14/', 'from 14/9/2009, end not stated'],
    ['/2009-09-14', 'until 14/9/2009, start not stated'],
    ['2009-09-14/..', 'from 14/9/2009'],
    ['[2009-09-14,2010-09-14]', '14/9, year not stated: 2009 or 2010'],
    ['[2009-09-14,2010-09-14,2015-09-14]', '14/9, year not stated: 2009, 2010 or 2015'],
    ['[2009-09-14/2009-09-15,2010-09-14/2010-09-15]', '14–15/9, year not stated: 2009 or 2010'],
    ['[2021-03-19/2022-12-23,2022-03-19/2022-12-23]', '19/3, year not stated: 2021 or 2022 – 23/12/2022'],
    ['[2009,2011]', '2009 or 2011'],
    ['[2019..2023]', 'between 2019 and 2023'],
    ['[2019..]', '2019 or after'],
    ['[..2019]', '2019 or before'],
    ['2009-09-XX', 'some day in 9/2009'],
    ['2009-XX', 'some day in 2009'],
    ['2009-21', 'spring 2009'],
    ['200X', 'the 2000s'],
    ['20XX', 'the years 2000 to 2099'],
    ['2009~', 'about 2009'],
    ['2009-09-14?', '14/9/2009 (uncertain)'],
    ['2009%', 'about 2009 (uncertain)'],
  ])('%s reads %s', (when, words) => {
    expect(dateInWords(when, en.dates)).toBe(words)
  })

  test.each([
    ['XXXX-09-14', '14/9 (không ghi năm)'],
    ['2009-09-14/', 'từ 14/9/2009, không ghi ngày kết thúc'],
    ['[2009-09-14,2010-09-14]', '14/9, không ghi năm: 2009 hoặc 2010'],
    ['XXXX-09', 'tháng 9 (không ghi năm)'],
  ])('%s reads %s in Vietnamese', (when, words) => {
    expect(dateInWords(when, vi.dates)).toBe(words)
  })

  test('no date is not a date: the sign for “no document says”', () => {
    expect(dateInWords(null, en.dates)).toBe('–')
    expect(dateInWords(undefined, en.dates)).toBe('–')
  })

  test('a cell keeps years that are only possible short, and a derived date is marked', () => {
    expect(dateInCell('[2009-09-14,2010-09-14]', en.dates)).toBe('14/9 (2009|2010)')
    expect(dateInCell('[2021-03-19/2022-12-23,2022-03-19/2022-12-23]', en.dates)).toBe('19/3 (2021|2022) – 23/12/2022')
    expect(derivedInWords('2009-09-14', en.dates)).toBe('14/9/2009 (derived)')
  })

  test('whatever is a date reads without the machine’s letters', () => {
    const day = fc
      .tuple(fc.constantFrom('2009', '2023', 'XXXX'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
    const when = fc.oneof(
      day,
      fc.tuple(day, day).map(([a, b]) => `${a}/${b}`),
      fc.array(day, { minLength: 1, maxLength: 4 }).map((days) => `[${days.join(',')}]`),
    )
    fc.assert(
      fc.property(when.filter(isEdtf), (text) => {
        const words = dateInWords(text, en.dates)
        expect(words).not.toContain('XXXX')
        expect(words).not.toMatch(/undefined|NaN|\[|\]/)
      }),
    )
  })
})
