import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedFrom } from '../../src/documents/published.ts'
import { isEdtf } from '../../src/kernel/edtf.ts'

describe('dates of publication as they are written', () => {
  it.each([
    ['2023-08-21', '2023-08-21'],
    ['2023-08', '2023-08'],
    ['1959', '1959'],
    ['2023-08-21T07:15:00+07:00', '2023-08-21'],
    ['2023-08-20T23:30:00Z', '2023-08-20'],
    ['2023-08-21 07:15', '2023-08-21'],
    ['20230821', '2023-08-21'],
    ['20230821T071500Z', '2023-08-21'],
    ['Mon, 21 Aug 2023 07:00:00 +0700', '2023-08-21'],
    ['21 August 2023', '2023-08-21'],
    ['August 21, 2023', '2023-08-21'],
    ['Thứ hai, 21/8/2023, 07:15 (GMT+7)', '2023-08-21'],
    ['21-08-2023', '2023-08-21'],
    ['21.08.2023', '2023-08-21'],
    ['2023/8/21', '2023-08-21'],
    ['Ngày 21 tháng 8 năm 2023', '2023-08-21'],
    ['05/06/2023', '2023-06-05'],
    ['06/25/2023', '2023-06-25'],
    ['31/02/2023', null],
    ['0000-01-01', null],
    ['hôm qua', null],
    ['', null],
    ['12', null],
    ['1692576000', null],
  ])('%s → %s', (written, day) => {
    expect(publishedFrom(written)).toBe(day)
  })

  it('answers EDTF or nothing: property', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9T:./ -]{0,20}$/), (written) => {
        const day = publishedFrom(written)
        expect(day === null || isEdtf(day)).toBe(true)
      }),
    )
  })
})
