import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointsIn } from '../../src/exports/code-points.ts'

describe('from UTF-16 units to code points', () => {
  it('counts a letter beyond the basic plane once', () => {
    const at = codePointsIn('Hội đàm 🇻🇳.')
    expect([0, 8, 10, 12, 13].map(at)).toEqual([0, 8, 9, 10, 11])
  })

  it('takes an offset inside a letter for the place before it', () => {
    expect([0, 1, 2, 3, 4].map(codePointsIn('😀😀'))).toEqual([0, 0, 1, 1, 2])
  })

  it('agrees with counting letter by letter: property', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ế', 'e\u0301', '😀', '𝄞', '\ud800', '\n') }), (text) => {
        const at = codePointsIn(text)
        let offset = 0
        for (const [points, letter] of [...text].entries()) {
          expect(at(offset)).toBe(points)
          offset += letter.length
        }
        expect(at(text.length)).toBe([...text].length)
      }),
    )
  })
})
