import { describe, expect, it } from 'vitest'
import { keyOf } from '../../src/languages/words.ts'

describe('keys of words', () => {
  it.each([
    ['Hoà', 'hòa'],
    ['hòa', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['tòan', 'toàn'],
    ['Ngòai', 'ngoài'],
    ['hùynh', 'huỳnh'],
    ['qúy', 'quý'],
  ])('%s is %s, however its tone is placed', (written, key) => expect(keyOf(written)).toBe(key))

  it('are what a dictionary has, so that rules can name words as they are spelt', () => {
    for (const word of ['năm', 'ngoái', 'loạt', 'khoảng', 'hoàn', 'đoàn', 'hoàng', 'quý', 'quỳnh', 'quà', 'khuỷu'])
      expect(keyOf(word)).toBe(word)
  })
})
