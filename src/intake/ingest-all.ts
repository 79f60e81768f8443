import type { Input, Refusal } from '../documents/document.ts'
import { extractAll } from './extract-all.ts'
import { type Ingested, ingest, refusal } from './ingest.ts'
import type { Preparation } from './preparation.ts'
import type { Extractor } from './prepared.ts'
import type { Rooms } from './rooms.ts'

export interface IngestOptions {
  /** Stops cleanly between documents: what was appended stays, and a second run goes on. */
  readonly signal?: AbortSignal
  /** Threads that read and extract; 0 for none, the machine's parallelism by default. */
  readonly threads?: number
}

/**
 * Reads and extracts several inputs at once, and records them one after the other, in the order of the inputs: the
 * log does not depend on how many threads there were.
 */
export async function* ingestAll(
  rooms: () => Promise<Rooms>,
  prepareOn: (extractor: Extractor, threads?: number) => Preparation,
  inputs: AsyncIterable<Input | Refusal>,
  { signal, threads }: IngestOptions = {},
): AsyncGenerator<Ingested> {
  const ready = await rooms()
  const preparation = prepareOn(ready.extractor, threads)
  try {
    for await (const result of extractAll(inputs, preparation)) {
      if (signal?.aborted) return
      yield result.outcome === 'refused' ? result : await recorded(ready, result.origin, result)
    }
  } finally {
    await preparation.close()
  }
}

const recorded = async (rooms: Rooms, origin: string, prepared: Parameters<typeof ingest>[2]): Promise<Ingested> => {
  try {
    return await ingest(rooms, origin, prepared)
  } catch (error) {
    return refusal(origin, error)
  }
}
