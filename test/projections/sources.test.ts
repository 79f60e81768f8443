import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { addSource, hasSource, Sources } from '../../projections/folding/sources.ts'
import { rowShapeOf } from '../../src/replay/row-shape.ts'

/** Many small numbers in any order, so that blocks fill, carry and meet what is there already. */
const arriving = fc.array(fc.nat(700).map(String), { minLength: 0, maxLength: 900, size: 'max' })

test('given sources in any order and number, each is held once, and a reader sees them sorted', () => {
  const { inOrder } = rowShapeOf(z.object({ sources: Sources.default([]) }))
  fc.assert(
    fc.property(arriving, (all) => {
      const sources: string[] = []
      const known = new Set<string>()
      for (const source of all) {
        expect(hasSource(sources, source)).toBe(known.has(source))
        expect(addSource(sources, source)).toBe(!known.has(source))
        known.add(source)
      }
      expect(inOrder({ sources })).toEqual({ sources: [...known].sort() })
    }),
    { numRuns: 30 },
  )
})
