/** Suites that authors of adapters run against their own: one call each, inside vitest. */
export { type Append, documentsAndLinks, ledgers, storeWith } from './ledgers.ts'
export { note, notes, readAll } from './notes.ts'
export { memorySnapshots, type ProjectionUnderTest, projectionContract } from './projections.ts'
export { type StoreUnderTest, storeContract } from './store.ts'
