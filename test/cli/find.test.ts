import { describe, expect, test } from 'vitest'
import { findRow } from '../../src/cli/rows/find.ts'

const people: [string, unknown][] = [
  [
    'kassym-jomart-tokayev.kz',
    { name: 'Kassym-Jomart Tokayev', names: { 'Kassym-Jomart Tokayev': ['s'], 'Kasym Jomart Kemelevich Tokayev': ['s'] } },
  ],
  ['nguyen-tan-dung.vn', { name: 'Nguyễn Tấn Dũng', names: { 'Nguyễn Tấn Dũng': ['s'] } }],
  ['nguyen-phu-trong.vn', { name: 'Nguyễn Phú Trọng', engagements: { x: { with: { name: 'Lars Løkke Rasmussen' } } } }],
  ['anders-fogh-rasmussen.dk', { name: 'Anders Fogh Rasmussen' }],
  ['lars-lokke-rasmussen.dk', { name: 'Lars Løkke Rasmussen' }],
]
const keyOf = (wanted: string): string | string[] | null => {
  const found = findRow(wanted, people)
  if (found.how === 'not') return null
  return found.how === 'ambiguous' ? found.candidates.map(({ key }) => key) : found.row.key
}

describe('the row that somebody means', () => {
  test.each([
    ['nguyen-tan-dung.vn', 'nguyen-tan-dung.vn'],
    ['Nguyễn Tấn Dũng', 'nguyen-tan-dung.vn'],
    ['Nguyễn Tấn Dũng'.normalize('NFD'), 'nguyen-tan-dung.vn'],
    ['NGUYEN TAN DUNG', 'nguyen-tan-dung.vn'],
    ['tan dung', 'nguyen-tan-dung.vn'],
    ['Dũng Nguyễn Tấn', 'nguyen-tan-dung.vn'],
    ['tokayev', 'kassym-jomart-tokayev.kz'],
    ['Kemelevich', 'kassym-jomart-tokayev.kz'],
    ['tokaev', 'kassym-jomart-tokayev.kz'],
    ['lokke', 'lars-lokke-rasmussen.dk'],
  ])('%s is %s', (wanted, key) => {
    expect(keyOf(wanted)).toBe(key)
  })

  test('a surname that several share is a question, never an answer', () => {
    expect(keyOf('rasmussen')).toEqual(['anders-fogh-rasmussen.dk', 'lars-lokke-rasmussen.dk'])
    expect(keyOf('nguyễn')).toEqual(['nguyen-tan-dung.vn', 'nguyen-phu-trong.vn'])
  })

  test('the order of a pair of countries does not matter', () => {
    expect(findRow('vn-kz', [['KZ-VN', {}]])).toMatchObject({ row: { key: 'KZ-VN' } })
  })

  test('a near spelling says that it was one', () => {
    expect(findRow('tokaev', people)).toMatchObject({ how: 'nearly', row: { name: 'Kassym-Jomart Tokayev' } })
  })

  test.each(['', '   ', '---', 'zzzzzz'])('%j is nobody', (wanted) => {
    expect(keyOf(wanted)).toBeNull()
  })

  test.each(['__proto__', 'constructor', 'toString'])('%s is a word like any other', (wanted) => {
    expect(findRow(wanted, [[wanted, {}]])).toMatchObject({ how: 'exactly' })
    expect(keyOf(wanted)).toBeNull()
  })
})
