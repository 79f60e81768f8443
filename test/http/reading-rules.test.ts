import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EngagementRow } from '../../src/http/rows/engagement.ts'
import { readBy, readingRuleOf, readingRules } from '../../src/http/rows/reading-rules.ts'

const rowWith = (when: Readonly<Record<string, readonly string[]>>): EngagementRow =>
  ({ when: '2020', until: null, what: null, told: { happened: { sources: [], what: {}, when, until: {} } } }) as unknown as EngagementRow

describe('a reading rule', () => {
  const row = rowWith({ '2009-09': ['a', 'b', 'c'], '2009-09-14': ['d'], '2010': ['e', 'f'] })

  test.each([
    ['ledger', '2020'],
    ['sources', '2009-09'],
    ['exact', '2009-09-14'],
    ['earliest', '2009-09'],
    ['latest', '2010'],
  ] as const)('%s reads %s', (rule, expected) => {
    expect(readBy(rule, row, 'when')).toBe(expected)
  })

  test('reads one of the values that some document gives, whatever their order', () => {
    const dates = fc.constantFrom('2009', '2009-09', '2009-09-14', 'XXXX-09-14', '2010-01-01/2010-01-03', '[2009-01-01,2010-01-01]')
    fc.assert(
      fc.property(fc.uniqueArray(dates, { minLength: 1 }), fc.constantFrom(...readingRules.slice(1)), (given, rule) => {
        const told = Object.fromEntries(given.map((date, at) => [date, [`s${at}`]]))
        const turned = Object.fromEntries(Object.entries(told).reverse())
        expect(given).toContain(readBy(rule, rowWith(told), 'when'))
        expect(readBy(rule, rowWith(turned), 'when')).toBe(readBy(rule, rowWith(told), 'when'))
      }),
    )
  })

  test('that nobody knows is the ledger’s', () => {
    for (const given of [null, '', '__proto__', 'constructor', 'SOURCES']) expect(readingRuleOf(given)).toBe('ledger')
  })
})
