import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '../../src/extraction/status.ts'
import { sharedCues, withWhole } from '../../src/extraction/weighed-cues.ts'

describe('cues of an engagement', () => {
  test('hold by the root of the share of mentions that show them, however often one mention repeats them', () => {
    const shared = sharedCues([['past'], ['past'], ['past', 'future', 'future'], ['past']])
    expect(shared).toEqual(
      new Map([
        ['past', 1],
        ['future', 0.5],
      ]),
    )
  })

  test('a single odd mention does not outvote the others', () => {
    const statuses = ['happened', 'planned']
    const weights = { visit: { statuses, cues: new Map(Object.entries({ past: [1, 0], future: [0, 1.8] })) } }
    expect(decide('visit', sharedCues([['past'], ['past'], ['past'], ['past', 'future']]), weights, statuses).status).toBe('happened')
    expect(decide('visit', sharedCues([['past', 'future']]), weights, statuses).status).toBe('planned')
  })

  test('what is said of the whole holds in full, also where a mention shows it too', () => {
    expect(withWhole(sharedCues([['a'], []]), ['a', 'b'])).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    )
  })

  test('shares lie above 0 and never above 1, and the order of mentions does not matter', () => {
    const mentions = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(mentions, (told) => {
        const shared = sharedCues(told)
        for (const share of shared.values()) expect(share > 0 && share <= 1).toBe(true)
        expect([...sharedCues([...told].reverse())].sort()).toEqual([...shared].sort())
      }),
    )
  })
})
