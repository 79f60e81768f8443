import type { Input, Refusal } from './documents/document.ts'
import { type Extracted, extractAll } from './intake/extract-all.ts'
import { loadExtractor, prepareOn } from './preparing.ts'

/** Reads and extracts without a ledger: nothing is stored. */
export async function* extract(inputs: AsyncIterable<Input | Refusal>, options: { threads?: number } = {}): AsyncGenerator<Extracted> {
  const preparation = prepareOn(await loadExtractor(), options.threads)
  try {
    yield* extractAll(inputs, preparation)
  } finally {
    await preparation.close()
  }
}
