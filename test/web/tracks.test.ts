import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tracksOf } from '../../src/web/charts/tracks.ts'

describe('marks on a line of time', () => {
  test('stay on one track as long as they do not meet, and go below one another where they do', () => {
    expect(
      tracksOf([
        { from: 0, to: 10 },
        { from: 10, to: 20 },
        { from: 15, to: 30 },
        { from: 20, to: 25 },
      ]),
    ).toEqual([0, 0, 1, 0])
  })

  test('never overlap on a track while there are tracks left', () => {
    const stretch = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 60 })).map(([from, length]) => ({ from, to: from + length }))
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 10 }), (given) => {
        const stretches = given.sort((a, b) => a.from - b.from)
        const tracks = tracksOf(stretches)
        for (const [i, a] of stretches.entries())
          for (const [j, b] of stretches.entries()) if (i < j && tracks[i] === tracks[j]) expect(a.to <= b.from).toBe(true)
      }),
    )
  })
})
