import { availableParallelism } from 'node:os'
import { loadGazetteer } from './documents/gazetteers.ts'
import { createExtractor, type Extractor as ReadingExtractor } from './extraction/extract.ts'
import { growing, inThisThread, inThreads, type Preparation } from './intake/preparation.ts'
import type { Extractor } from './intake/prepared.ts'
import { vietnamese } from './languages/vi/index.ts'
import { gazetteerFolders } from './ledger-gazetteers.ts'

/** The extractor of this package: Vietnamese, with the gazetteer that came with it. */
export const loadExtractor = async (): Promise<ReadingExtractor> =>
  createExtractor({ language: vietnamese, gazetteer: await loadGazetteer(gazetteerFolders) })

/** Threads pay once there are more documents than this: starting one costs what a hundred articles do. */
const worthThreads = 100

/** Reads and extracts in this thread, and in others once there is work for them. `threads` 0: never. */
export const prepareOn = (extractor: Extractor, threads: number = availableParallelism()): Preparation => {
  const own = inThisThread(extractor)
  const worker = new URL(import.meta.url.endsWith('.ts') ? './preparing-worker.ts' : './preparing-worker.js', import.meta.url)
  const canRun = !worker.pathname.endsWith('.ts') || Boolean((process.features as { typescript?: unknown }).typescript)
  return threads > 0 && canRun ? growing(own, () => inThreads(worker, threads), worthThreads) : own
}
