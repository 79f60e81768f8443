import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, compareWhen, isEdtf, setMembers, within } from '../../src/kernel/edtf.ts'

const bounds = (when: string) => {
  const { earliest, latest } = boundsOf(when)
  return `${earliest ?? '?'}..${latest ?? '?'}`
}

describe('dates', () => {
  test.each([
    ['2023-08-21', '2023-08-21..2023-08-21'],
    ['2018-03', '2018-03-01..2018-03-31'],
    ['2023-02', '2023-02-01..2023-02-28'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['1959', '1959-01-01..1959-12-31'],
    ['195X', '1950-01-01..1959-12-31'],
    ['XXXX-09-14', '?..?'],
    ['2009-09-14/2009-09-15', '2009-09-14..2009-09-15'],
    ['2009-09-14/..', '2009-09-14..?'],
    ['../2009-09', '?..2009-09-30'],
    ['[2009-09-14,2010-09-14,2015-09-14]', '2009-09-14..2015-09-14'],
    ['[2009..2012]', '2009-01-01..2012-12-31'],
    ['[..2012]', '?..2012-12-31'],
    ['2009-09-14~', '2009-09-14..2009-09-14'],
    ['2009-21', '2009-03-01..2009-05-31'],
  ])('%s means %s', (when, expected) => {
    expect(isEdtf(when)).toBe(true)
    expect(bounds(when)).toBe(expected)
  })

  test.each([
    '',
    '2023-02-30',
    '1692576000',
    '2021-02-29',
    '2021-02-29/2021-03-02',
    '20230821',
    '2023-13-01',
    '14/9/2009',
    'XXXX',
    'XXXX-02-30',
    '/',
    '[]',
    '2010-01-01/2009-01-01',
    'hôm nay',
    '0'.repeat(3_000),
  ])('%j is refused', (when) => expect(isEdtf(when)).toBe(false))

  test.each(['XXXX-02-29', 'XXXX-12-31/XXXX-01-02', 'XXXX-09-14/XXXX-09-15', '{2009,2010}'])('%s is accepted', (when) =>
    expect(isEdtf(when)).toBe(true),
  )

  test('whether a date lies within a range is three-valued', () => {
    expect(within('2009-09-14', '2009-01-01', '2009-12-31')).toBe('certainly')
    expect(within('2009', '2009-06-01', null)).toBe('possibly')
    expect(within('2008', '2009-06-01', null)).toBe('no')
    expect(within('XXXX-09-14', '2009-06-01', '2009-06-02')).toBe('possibly')
    expect(within(null, null, null)).toBe('certainly')
  })

  test('the order of the world is total and puts the unknown last', () => {
    const whens = ['XXXX-09-14', '2009', '2009-09-14', '2009-09', null, '1959', '[2009-09-14,2010-09-14]']
    fc.assert(
      fc.property(fc.shuffledSubarray(whens, { minLength: whens.length }), (shuffled) => {
        expect([...shuffled].sort(compareWhen)).toEqual([...whens].sort(compareWhen))
      }),
    )
    expect([...whens].sort(compareWhen).slice(-2)).toEqual([null, 'XXXX-09-14'])
  })

  test('a set has members', () => {
    expect(setMembers('[2009-09-14, 2010-09-14]')).toEqual(['2009-09-14', '2010-09-14'])
    expect(setMembers('2009')).toBeNull()
  })

  test('a day of any year bounds itself', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(isEdtf(day)).toBe(true)
        expect(bounds(day)).toBe(`${day}..${day}`)
      }),
    )
  })
})
