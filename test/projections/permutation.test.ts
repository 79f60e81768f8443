import fc from 'fast-check'
import { expect, test } from 'vitest'
import { vocabulary } from '../../events/index.ts'
import { views } from '../../projections/index.ts'
import { createResolver, type IdentityDocument } from '../../src/identity/resolver.ts'
import type { NewEvent } from '../../src/kernel/envelope.ts'
import { rebuild } from '../../src/replay/rebuild.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'
import { corpus } from '../identity/corpora.ts'
import { tables } from '../identity/told.ts'

/** All rows of all views, when documents and the links that each brings are appended in this order. */
const rowsAfter = async (documents: readonly IdentityDocument[]): Promise<string[]> => {
  const store = openMemoryStore()
  const resolver = createResolver(tables)
  let count = 0
  const event = (by: string, { type, data }: { type: string; data: unknown }): NewEvent => ({
    type,
    version: vocabulary.get(type)?.version ?? 1,
    id: `event-${count++}`,
    by,
    data,
  })
  for (const document of documents) {
    resolver.put(document)
    const links = resolver.difference().map((link) => event('resolver', link))
    await store.append(document.stream, [...document.claims.map((claim) => event('extractor', claim)), ...links], {
      expectedRevision: 'any',
    })
    resolver.observe(links as never)
  }
  const built = await rebuild({ store, register: vocabulary, projections: views })
  return built.all.flatMap((view) => [...view.keys()].map((key) => `${view.name} ${key} ${rowOf(view.row(key))}`)).sort()
}

/** A row without the event that inferred a date: it has another id in another order. */
const rowOf = (row: unknown): string => JSON.stringify(row, (field, value) => (field === 'by' ? undefined : value))

test('documents give the same rows of every view in whatever order they come', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      corpus.chain((documents) =>
        fc.tuple(
          fc.constant(documents),
          fc.array(fc.shuffledSubarray(documents as IdentityDocument[], { minLength: documents.length }), { minLength: 3, maxLength: 3 }),
        ),
      ),
      async ([documents, orders]) => {
        const rows = await rowsAfter(documents)
        for (const order of orders) expect(await rowsAfter(order)).toEqual(rows)
      },
    ),
    { numRuns: Number(process.env.CHANCERY_RUNS ?? 60) },
  )
})
