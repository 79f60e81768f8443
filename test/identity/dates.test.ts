import { describe, expect, test } from 'vitest'
import { createResolver, type IdentityDocument, resolve } from '../../src/identity/resolver.ts'
import { document, dung, linkLog, masimov, rasmussen, senator, tables, tokayev } from './told.ts'

/** A visit without a year, with people whose tenures bound it. */
const seed = (published?: string): IdentityDocument =>
  document(
    'seed',
    (told) => {
      const visit = told.visit('Started', dung, 'KZ', { start: 'XXXX-09-14' })
      told.visit('Ended', dung, 'KZ', { end: 'XXXX-09-15', visit })
      told.meeting('Held', [dung, senator], { visit })
      told.meeting('Held', [dung, masimov], { visit })
      told.invitation(told.visit('Started', dung, 'DK'), [rasmussen])
    },
    published ? { published } : {},
  )
const dateOf = (documents: readonly IdentityDocument[], field: string): string | undefined =>
  resolve(documents, tables).dates.find(({ engagement, field: one }) => engagement.endsWith('/v@0') && one === field)?.when

test('the years in which all held the offices that the document gives them', () => {
  expect(dateOf([seed()], 'start')).toBe('[2009-09-14,2010-09-14,2015-09-14]')
  expect(dateOf([seed()], 'end')).toBe('[2009-09-15,2010-09-15,2015-09-15]')
})

test('the basis names the tenures', () => {
  const resolver = createResolver(tables)
  resolver.put(seed())

  const [derived] = resolver.difference().filter(({ type }) => type === 'DateDerived')

  expect(derived?.data).toMatchObject({
    basis: { rule: 'identity/date/tenures', gazetteer: expect.arrayContaining([expect.stringContaining('lars-lokke-rasmussen.dk')]) },
  })
})

test('a date of publication, learnt later, leaves one year and takes the three back', () => {
  const resolver = createResolver(tables)
  const log = linkLog()
  resolver.put(seed())
  const before = log.append(resolver).filter(({ type }) => type === 'DateDerived').length

  resolver.put(seed('2009-09-16'))

  expect(log.append(resolver).filter(({ type }) => type === 'EventRetracted')).toHaveLength(before)
  const dates = [...log.inForce.values()].flatMap((link) => (link.type === 'DateDerived' ? [link.data] : []))
  expect(dates.find(({ field }) => field === 'start')).toMatchObject({ when: '2009-09-14', basis: { rule: 'identity/date/published' } })
})

test('another report of the same visit, dated in full, leaves one year', () => {
  const other = document('other', (told) => void told.visit('Reported', dung, 'KZ', { start: '2010-09-14', narrative: 'background' }))

  expect(dateOf([seed(), other], 'start')).toBe('2010-09-14')
})

describe('by publication', () => {
  const nearest = (type: 'Announced' | 'Started', start: string, published: string, narrative = 'news') =>
    resolve([document('a', (told) => void told.visit(type, tokayev, 'VN', { start, narrative }), { published })], tables).dates[0]?.when

  test('what happened was before', () => expect(nearest('Started', 'XXXX-12-30', '2023-01-02')).toBe('2022-12-30'))
  test('what is planned comes after', () => expect(nearest('Announced', 'XXXX-01-15', '2022-12-20')).toBe('2023-01-15'))
  test('history without a year is recent', () => expect(nearest('Started', 'XXXX-08-20', '2023-06-01', 'background')).toBe('2022-08-20'))
  test('a range over the end of a year ends in the next', () =>
    expect(nearest('Announced', 'XXXX-12-30/XXXX-01-02', '2022-12-20')).toBe('2022-12-30/2023-01-02'))
  test('a month stays a month', () => expect(nearest('Started', 'XXXX-08', '2023-09-01')).toBe('2023-08'))
  test('a leap day is only in leap years', () => expect(nearest('Started', 'XXXX-02-29', '2021-03-01')).toBeUndefined())
})

test('a date with a year is never derived', () => {
  const dated = document('a', (told) => void told.visit('Started', tokayev, 'VN', { start: '2023-08-20' }), { published: '2024-01-01' })

  expect(resolve([dated], tables).dates).toEqual([])
})

test('nothing is derived from nothing', () => {
  const unknown = document(
    'a',
    (told) => void told.visit('Started', { name: 'Serik Abdrahmanov', country: 'KZ' }, 'VN', { start: 'XXXX-08-20' }),
  )

  expect(resolve([unknown], tables).dates).toEqual([])
})
