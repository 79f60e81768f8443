import { describe, expect, test } from 'vitest'
import { drawChart, periodsOf } from '../../src/cli/rows/chart.ts'
import { checkFields, conditionOf, dateFilter, dateOf, filterByDate, valueAt } from '../../src/cli/rows/filter.ts'
import { spanOf } from '../../src/cli/rows/span.ts'
import { en } from '../../src/cli/words/en.ts'

const rows: [string, unknown][] = [
  ['a', { when: '2023-06-22', until: 'XXXX-06-24', what: 'state' }],
  ['b', { when: 'XXXX-09-14', what: 'official' }],
  ['c', { when: null, what: null }],
  ['d', { when: '2019', what: 'Đối tác' }],
]

describe('filters', () => {
  test('what has no year is possible anywhere, and is counted so', () => {
    const filter = dateFilter('2023', '2023', 'view', en)
    expect(filter).toEqual({ from: '2023-01-01', to: '2023-12-31' })
    const filtered = filterByDate(rows, filter as NonNullable<typeof filter>)
    expect(filtered.rows.map(({ key, fits }) => [key, fits])).toEqual([
      ['a', 'certainly'],
      ['b', 'possibly'],
      ['c', 'possibly'],
    ])
    expect(filtered).toMatchObject({ certain: 1, possible: 2 })
  })

  test('a history keeps the entries that fit, and is gone when none does', () => {
    const history: [string, unknown] = [
      'x',
      { name: 'X', engagements: { one: { when: '2023-01-05' }, two: { when: '2010' }, three: { when: 'XXXX-01-05' } } },
    ]
    const { rows: kept, certain, possible } = filterByDate([history], { from: '2023-01-01', to: null })
    expect(kept[0]?.row).toEqual({ name: 'X', engagements: { one: { when: '2023-01-05' }, three: { when: 'XXXX-01-05' } } })
    expect([certain, possible]).toEqual([1, 1])
    expect(filterByDate([['y', { list: [{ when: '2010' }] }]], { from: '2011-01-01', to: null }).rows).toEqual([])
  })

  test('only a row whose value fits, marks and case forgiven', () => {
    const fits = (text: string) => rows.filter(([, row]) => conditionOf(text, 'view', en).fits(valueAt(row, 'what'))).map(([key]) => key)
    expect(fits('what=STATE')).toEqual(['a'])
    expect(fits('what=doi tac')).toEqual(['d'])
    expect(fits('what~tac')).toEqual(['d'])
    expect(fits('what=null')).toEqual(['c'])
    expect(() => conditionOf('what', 'view', en)).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })

  test('a misspelt field is told, because no rows would look like an empty view', () => {
    expect(() => checkFields(rows, [conditionOf('waht=x', 'view', en)], 'view', en)).toThrow(
      expect.objectContaining({ code: 'invalid-value', facts: expect.objectContaining({ cure: 'did you mean what?' }) }),
    )
  })

  test('values inside lists and records are reached by their field', () => {
    const row = { visitors: { x: { name: 'A' }, y: { name: 'B' } }, list: [{ n: 1 }, { n: 2 }] }
    expect(valueAt(row, 'visitors.name')).toEqual(['A', 'B'])
    expect(valueAt(row, '/list/n')).toEqual([1, 2])
    expect(valueAt(row, 'nothing')).toBeUndefined()
  })

  test.each(['yesterday', '2023-13', '1/2/2023'])('%s is no date', (text) => {
    expect(() => dateFilter(text, undefined, 'view', en)).toThrow(expect.objectContaining({ code: 'invalid-value' }))
  })
})

describe('the time of a row', () => {
  test.each([
    ['2023-06-11', 'XXXX-06-13', '2023-06-11/2023-06-13'],
    ['XXXX-06-11', 'XXXX-06-13', 'XXXX-06-11/XXXX-06-13'],
    ['[2009-09-14,2010-09-14]', 'XXXX-09-15', '[2009-09-14/2009-09-15,2010-09-14/2010-09-15]'],
    ['2023-12-30', 'XXXX-01-02', '2023-12-30'],
    ['2023-06-11', '2023-06-11', '2023-06-11'],
    ['2023-06', null, '2023-06'],
  ])('%s until %s is %s', (when, until, span) => {
    expect(spanOf(when, until)).toBe(span)
  })

  test('is undefined where there is none', () => {
    expect(dateOf({ when: null })).toBeUndefined()
    expect(dateOf('text')).toBeUndefined()
  })
})

describe('the chart', () => {
  test('an event of several possible years is one event, drawn as possible in each', () => {
    const periods = periodsOf(['2023-06-22', '2023-06-01', '[2022-06-01,2023-06-01]', 'XXXX-06-01', undefined])
    expect(periods).toEqual({
      bars: [
        { period: '2022-06', certain: 0, possible: 1 },
        { period: '2023-06', certain: 2, possible: 1 },
      ],
      unknown: 2,
    })
    expect(drawChart(periods, 80, en)).toEqual(['   6/2022  ░ 0–1', '   6/2023  ██░ 2–3', '  year not known: 2'])
  })

  test('many months become years', () => {
    const dates = Array.from({ length: 50 }, (_, i) => `${1990 + i}-01-01`)
    expect(periodsOf(dates).bars[0]).toEqual({ period: '1990', certain: 1, possible: 0 })
  })
})
