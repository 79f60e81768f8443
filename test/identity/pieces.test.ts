import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreements } from '../../src/identity/agreements.ts'
import { meetings } from '../../src/identity/meetings.ts'
import { momentOf, noMoment, signatureOf } from '../../src/identity/moment.ts'
import type { OccurrenceRule } from '../../src/identity/occurrence-rule.ts'
import { createPieces } from '../../src/identity/pieces.ts'
import { bandsOf, bearOnEachOther, type Held, type Resolved, resolveBlock } from '../../src/identity/resolve-block.ts'
import { titleOf } from '../../src/identity/titles.ts'
import { visits } from '../../src/identity/visits.ts'

describe('pieces of a block', () => {
  it('are the connected sets of its members, after any changes, and each change is told once', () => {
    const change = fc.record({ number: fc.nat(30), stays: fc.boolean(), settles: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const pieces = numbers()
        const standing = new Set<number>()
        let told: string[] = []
        const settle = () =>
          pieces.settle((before, after) => {
            for (const one of before) {
              expect(told).toContain(one)
              told = told.filter((other) => other !== one)
            }
            told.push(...after)
          })
        for (const { number, stays, settles } of changes) {
          pieces.put(nameOf(number), stays ? number : null)
          if (stays) standing.add(number)
          else standing.delete(number)
          if (settles) settle()
        }
        settle()
        expect(told.sort()).toEqual(runsOf([...standing]).sort())
      }),
    )
  })

  it('that nothing touches are not resolved again', () => {
    const seen: string[] = []
    const pieces = numbers((piece) => seen.push(piece))
    for (const number of [1, 2, 10, 11]) pieces.put(nameOf(number), number)
    pieces.settle(() => {})
    seen.length = 0
    pieces.put(nameOf(12), 12)
    pieces.settle(() => {})
    expect(seen).toEqual(['10 11 12'])
  })
})

describe('a block resolved by pieces says what it says as a whole', () => {
  it('for visits', () => {
    const phases = fc.constantFrom(['happened'], ['planned'], ['postponed'], ['happened', 'planned'])
    const sort = fc.constantFrom('unspecified', 'official', 'private', 'state')
    agree(visits, fc.record({ sort, phases }))
  })

  it('for meetings', () => {
    const person = fc.constantFrom(
      ...['an.vn', 'binh.vn', 'chi.la', '?minister.LA'].map((id) => ({ id, role: 'minister', country: id.slice(-2) })),
    )
    agree(
      meetings,
      fc.record({
        manner: fc.constantFrom('person', 'phone'),
        people: fc.uniqueArray(person, { selector: ({ id }) => id, minLength: 1 }),
        where: fc.constantFrom(null, 'VN', 'LA'),
        visit: fc.constantFrom(null, 'one', 'other'),
      }),
    )
  })

  it('for agreements', () => {
    const titles = [
      'Hiệp định vận tải đường sắt, đường thủy nội địa, kho bãi và bưu kiện',
      'Hiệp định vận tải đường sắt và đường thủy nội địa, kho bãi, bưu kiện',
      'Hiệp định vận tải đường sắt',
      'Thỏa thuận nuôi ong',
    ].map(titleOf)
    agree(
      agreements,
      fc.record({
        title: fc.constantFrom(null, ...titles),
        instrument: fc.constantFrom('documents', 'mou', 'agreement'),
        count: fc.constantFrom(null, 1, 4),
        phase: fc.constantFrom('planned' as const, 'happened' as const),
        document: fc.constantFrom(null, null, 'document/a'),
      }),
    )
  })
})

const nameOf = (number: number): string => String(number).padStart(2, '0')

/** Numbers that touch when they follow one another. */
const numbers = (resolved: (piece: string) => void = () => {}) =>
  createPieces<number, string>({
    blockOf: () => 'all',
    bandsOf: (a) => (a % 5 === 0 ? null : [a - 1, a, a + 1]),
    touches: (a, b) => Math.abs(a - b) <= 1,
    resolve: (members) => {
      resolved(members.join(' '))
      return members.join(' ')
    },
  })

const runsOf = (all: readonly number[]): string[] => {
  const runs: number[][] = []
  for (const number of [...all].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.at(-1) === number - 1) last.push(number)
    else runs.push([number])
  }
  return runs.map((run) => run.join(' '))
}

/** Whole days, days of no known year, of several years, at the end of a year; months, years, days nearby, and none at all. */
const moments = fc.oneof(
  fc
    .tuple(fc.constantFrom('2001', '2002', 'XXXX'), fc.constantFrom('01', '06', '12'), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, day]) => momentOf(`${year}-${month}-${String(day).padStart(2, '0')}`) ?? noMoment),
  fc
    .constantFrom('2001-06', '2001', '[2001-06-10,2002-06-10]', '2001-06-10/2001-06-20', 'XXXX-12-30/XXXX-01-02')
    .map((when) => momentOf(when) ?? noMoment),
  fc.integer({ min: 0, max: 371 }).map((from) => ({ years: [2001], from, length: 6, precision: 'near' as const })),
  fc.constant(noMoment),
)

const agree = <Features>(rule: OccurrenceRule<Features>, features: fc.Arbitrary<Features>): void => {
  const profiles = fc.uniqueArray(
    fc
      .record({ features, moment: moments })
      .map((one): Held<Features> => ({ ...one, block: 'b', key: `${signatureOf(one.moment)}|${JSON.stringify(one.features)}` })),
    { selector: ({ key }) => key, maxLength: 24 },
  )
  fc.assert(
    fc.property(profiles, (all) => {
      const pieces = createPieces<Held<Features>, Resolved>({
        blockOf: ({ block }) => block,
        bandsOf: (profile) => bandsOf(profile, rule),
        touches: (a, b) => bearOnEachOther(a, b, rule),
        resolve: (members) => resolveBlock(members, rule),
      })
      for (const one of all) pieces.put(one.key, one)
      let apart: readonly Resolved[] = []
      pieces.settle((_, after) => {
        apart = after
      })
      const inOrder = [...all].sort((a, b) => (a.key < b.key ? -1 : 1))
      expect(said(apart)).toEqual(said([resolveBlock(inOrder, rule)]))
    }),
    { numRuns: 400 },
  )
}

const said = (results: readonly Resolved[]): string[] =>
  results.flatMap(({ edges, parts, ambiguous }) => [...edges, ...parts, ...ambiguous].map((one) => JSON.stringify(one))).sort()
