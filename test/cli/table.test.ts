import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { table } from '../../src/cli/text/table.ts'
import { visible } from '../../src/cli/text/visible.ts'
import { fitted, widthOf } from '../../src/cli/text/width.ts'

const clusters = (text: string): string[] =>
  Array.from(new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
const vietnamese = fc
  .array(fc.constantFrom('Nguyễn', 'Phú', 'Trọng', 'ộ', 'ậ', 'ở', 'Đặng', '日本', '🇻🇳', 'a', 'Tokayev', '–', '👩‍🚀'), { maxLength: 8 })
  .chain((words) => fc.constantFrom('NFC', 'NFD').map((form) => words.join(' ').normalize(form)))

describe('text on a terminal', () => {
  test('composed or not, Vietnamese is as wide as its letters', () => {
    expect(widthOf('Nguyễn Phú Trọng'.normalize('NFC'))).toBe(16)
    expect(widthOf('Nguyễn Phú Trọng'.normalize('NFD'))).toBe(16)
    expect(widthOf('日本')).toBe(4)
    expect(widthOf('🇻🇳')).toBe(2)
  })

  test('a cut never parts a letter from its marks, and never exceeds its room', () => {
    fc.assert(
      fc.property(vietnamese, fc.integer({ min: 1, max: 30 }), (text, room) => {
        const cut = fitted(text, room)
        expect(widthOf(cut)).toBeLessThanOrEqual(room)
        const kept = cut.endsWith('…') && cut !== text ? cut.slice(0, -1) : cut
        const letters = clusters(text)
        expect(clusters(kept)).toEqual(letters.slice(0, clusters(kept).length))
      }),
    )
  })

  test('what fits is left alone', () => {
    expect(fitted('Tokayev', 7)).toBe('Tokayev')
    expect(fitted('Tokayev', 6)).toBe('Tokay…')
    expect(fitted('Tokayev', 0)).toBe('')
  })

  test('what would move the cursor, turn the text round or hide is shown as a box', () => {
    expect(visible('a\u001b[31mb\u202ec\u200bd')).toBe('a⟨U+001B⟩[31mb⟨U+202E⟩c⟨U+200B⟩d')
    expect(visible('một\n\thai')).toBe('một hai')
    expect(visible('Nguyễn'.normalize('NFD'))).toBe('Nguyễn'.normalize('NFD'))
  })
})

describe('a table', () => {
  test('is never wider than the terminal, whatever is in it', () => {
    const columns = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(
        columns.chain((count) =>
          fc.tuple(
            fc.array(vietnamese, { minLength: count, maxLength: count }),
            fc.array(fc.array(vietnamese, { minLength: count, maxLength: count }), { maxLength: 4 }),
            fc.integer({ min: 4, max: 120 }),
            fc.integer({ min: 0, max: count }),
          ),
        ),
        ([heads, rows, width, whole]) => {
          const drawn = table(heads, rows, { columns: width, whole: (i) => i === whole })
          for (const line of drawn.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('without a width it is whole', () => {
    const long = 'Tổng thống Kassym-Jomart Tokayev '.repeat(5).trim()
    expect(table(['name'], [[long]], { columns: null })).toContain(long)
  })

  test('columns stand straight, and no border is drawn', () => {
    const lines = table(
      ['key', 'tên'],
      [
        ['KZ-VN', 'Trọng'.normalize('NFD')],
        ['日本-VN', 'x'],
      ],
      { columns: 40 },
    ).split('\n')
    expect(lines).toEqual(['key      tên', `KZ-VN    ${'Trọng'.normalize('NFD')}`, '日本-VN  x'])
  })

  test('a date is cut last: others give way', () => {
    const drawn = table(['when', 'what'], [['22–24/6/2023 ◇', 'a very long description of the visit']], {
      columns: 30,
      whole: (i) => i === 0,
    })
    expect(drawn).toContain('22–24/6/2023 ◇  a very long')
  })

  test('where there is no room for all columns, the last ones are left out', () => {
    const drawn = table(['one', 'two', 'three'], [['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc']], { columns: 24 })
    expect(drawn.split('\n')[0]).not.toContain('three')
    expect(drawn).toContain('aaaaa')
  })
})
