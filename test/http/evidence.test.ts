import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stretches } from '../../src/http/evidence/marking.ts'
import { textOf } from '../../src/http/html/quote.ts'
import { unescaped } from './example-room.ts'

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(60), fc.nat(9)).map(([start, length, name]) => ({ start, end: start + length, name })),
  { maxLength: 12 },
)

describe('marking', () => {
  test('stretches follow one another without gaps, whatever crosses whatever', () => {
    fc.assert(
      fc.property(fc.nat(80), spans, (length, given) => {
        const found = stretches(length, given)
        let at = 0
        for (const { start, end } of found) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBe(length)
      }),
    )
  })

  test('every unit of a text is under exactly the spans that hold it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), spans, (length, given) => {
        for (const { start, end, under } of stretches(length, given))
          for (let at = start; at < end; at++)
            expect([...under].sort()).toEqual(
              given
                .filter((span) => span.start <= at && at < span.end)
                .map(({ name }) => name)
                .sort(),
            )
      }),
    )
  })

  test('every span begins once', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const begun = stretches(200, given).flatMap(({ begins }) => begins)
        expect(begun.sort()).toEqual(
          given
            .filter(({ start, end }) => start < end)
            .map(({ name }) => name)
            .sort(),
        )
      }),
    )
  })
})

describe('text as markup', () => {
  test('says what the text says, unit for unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        const text = `${a}<&"'>\r\n\u202e${b}`
        expect(unescaped(String(textOf(text)).replace(/<[^>]*>/g, ''))).toBe(text)
      }),
    )
  })
})
