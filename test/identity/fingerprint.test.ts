import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../../src/identity/fingerprint.ts'

test('spelling, punctuation and spacing make no other fingerprint, words do', () => {
  const words = fc.array(fc.constantFrom('hội', 'đàm', 'tại', 'Hà', 'Nội', '2009', '𝐀', 'ß'), { minLength: 1, maxLength: 30 })
  const between = fc.constantFrom(' ', ', ', '. ', '…\n', '–', '😀')
  fc.assert(
    fc.property(words, fc.array(between, { minLength: 30, maxLength: 30 }), (said, marks) => {
      const written = said.map((word, at) => `${at % 2 ? word.toUpperCase() : word.normalize('NFD')}${marks[at]}`).join('')
      expect(fingerprintOf(written)).toEqual(fingerprintOf(said.join(' ')))
      expect(fingerprintOf(`${written} khác`)).not.toEqual(fingerprintOf(written))
    }),
  )
})

test('one word of nine million letters, and as many marks, are texts like others', () => {
  expect(fingerprintOf('ω'.repeat(9_000_000)).shingles).toBe(0)
  expect(fingerprintOf('…'.repeat(9_000_000)).shingles).toBe(0)
})
