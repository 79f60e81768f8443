/** Suites that authors of adapters run against their own: one call each, inside vitest. */
export { note, notes, readAll } from './notes.ts'
export { type StoreUnderTest, storeContract } from './store.ts'
