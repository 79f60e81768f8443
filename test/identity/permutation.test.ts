import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createResolver, type IdentityDocument, resolve } from '../../src/identity/resolver.ts'
import { corpus } from './corpora.ts'
import { linkLog, replayed, summaryOf, tables } from './told.ts'

/** Corpora, and orders of each: a thousand in all. */
const [corpora, orders] = [125, 8]

test('documents give the same partition, and the log the same links, in any of 1,000 orders', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      corpus.chain((documents) =>
        fc.tuple(
          fc.constant(documents),
          fc.array(fc.shuffledSubarray(documents as IdentityDocument[], { minLength: documents.length }), {
            minLength: orders,
            maxLength: orders,
          }),
        ),
      ),
      ([documents, shuffled]) => {
        const whole = resolve(documents, tables)
        for (const order of shuffled) {
          const resolver = createResolver(tables)
          const log = linkLog()
          for (const one of order) {
            resolver.put(one)
            log.append(resolver)
          }

          expect(resolver.partition()).toEqual(whole)
          expect(resolver.difference()).toEqual([])
          expect(replayed(log.inForce.values())).toEqual(summaryOf(whole))
        }
      },
    ),
    { numRuns: corpora },
  )
})

test('taking documents out again leaves what the others say', () => {
  fc.assert(
    fc.property(corpus, fc.nat(), (documents, seed) => {
      const gone = documents.filter((_, i) => (seed >> i) % 2 === 1)
      const resolver = createResolver(tables)
      const log = linkLog()
      for (const one of documents) resolver.put(one)
      log.append(resolver)
      for (const { stream } of gone) resolver.remove(stream)
      log.append(resolver)

      const rest = resolve(
        documents.filter((one) => !gone.includes(one)),
        tables,
      )
      expect(resolver.partition()).toEqual(rest)
      expect(replayed(log.inForce.values())).toEqual(summaryOf(rest))
    }),
    { numRuns: 200 },
  )
})
