import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reflow } from '../../src/cli/text/reflow.ts'
import { widthOf } from '../../src/cli/text/width.ts'

describe('long lines on a narrow terminal', () => {
  test('are broken at blanks; what fits stays as it is', () => {
    expect(reflow('short\nhội đàm với Tổng thống', 12)).toBe('short\nhội đàm với\nTổng thống')
  })

  test('go on behind the branches of a tree', () => {
    expect(reflow('├ set by AgreementSigned\n│   [0–43] ba văn kiện\n└ and more events', 16)).toBe(
      '├ set by\n│   AgreementSigned\n│   [0–43] ba\n│     văn kiện\n└ and more\n    events',
    )
  })

  test('go on under their second column', () => {
    expect(reflow('  demo    a tour on example articles that are short', 36)).toBe(
      '  demo    a tour on example articles\n          that are short',
    )
  })

  test('lose no word, and no line is wider than it must be: property', () => {
    const word = fc.stringMatching(/^[a-zăâđêôơư]{1,9}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 12, max: 60 }), (words, columns) => {
        const lines = reflow(words.join(' '), columns).split('\n')
        expect(lines.flatMap((line) => line.trim().split(' '))).toEqual(words)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })

  test('a colour that is broken across lines is put on again', () => {
    expect(reflow('[1] \u001b[7mmột hai\u001b[27m ba', 8)).toBe('[1] \u001b[7mmột\u001b[0m\n\u001b[7mhai\u001b[27m ba')
  })
})
