/** What the command line uses of the library, and the only place that loads it. */
export type Hall = typeof import('../ledger.ts')

/** Loads the library: vocabulary, store, readers' register. Nothing before this call does. */
export const loadHall = (): Promise<Hall> => import('../ledger.ts')
