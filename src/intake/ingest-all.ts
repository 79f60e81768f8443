import { type Input, isRefusal, type Refusal } from '../documents/document.ts'
import { documentStream } from '../kernel/ids.ts'
import { inOrder } from './in-order.ts'
import { type Ingested, ingest, refusal } from './ingest.ts'
import type { Preparation } from './preparation.ts'
import type { Extractor, Prepared } from './prepared.ts'
import type { Rooms } from './rooms.ts'

export interface IngestOptions {
  /** Stops cleanly between documents: what was appended stays, and a second run goes on. */
  readonly signal?: AbortSignal
  /** Threads that read and extract; 0 for none, the machine's parallelism by default. */
  readonly threads?: number
}

/** Even on one thread several documents may wait for the disk at once. */
const leastUnderWay = 8

/**
 * Reads, extracts and archives several documents at once, and records them one after the other, in the order of the
 * inputs: the log does not depend on how many threads there were. A text is in the archive before any event speaks of
 * it; a document that is known already is not put again, so that a withdrawn one stays withdrawn.
 */
export async function* ingestAll(
  rooms: () => Promise<Rooms>,
  prepareOn: (extractor: Extractor, threads?: number) => Preparation,
  inputs: AsyncIterable<Input | Refusal>,
  { signal, threads }: IngestOptions = {},
): AsyncGenerator<Ingested> {
  const ready = await rooms()
  const preparation = prepareOn(ready.extractor, threads)
  const ahead = (input: Input | Refusal) => prepareAhead(ready, preparation, input)
  try {
    for await (const { origin, ...result } of inOrder(inputs, ahead, () => Math.max(preparation.width, leastUnderWay))) {
      if (signal?.aborted) return
      yield 'error' in result ? refusal(origin, result.error) : await recorded(ready, origin, result)
    }
  } finally {
    await preparation.close()
  }
}

type Ahead = { readonly origin: string } & (Prepared | { readonly error: unknown })

/** Everything that needs no order. What goes wrong is told when the document's turn comes. */
const prepareAhead = async (rooms: Rooms, preparation: Preparation, input: Input | Refusal): Promise<Ahead> => {
  const { origin } = input
  if (isRefusal(input)) return { origin, error: input.fault }
  try {
    const prepared = await preparation.prepare(input)
    if (!(await isKnown(rooms, prepared.document.sha256))) await rooms.archive.put(prepared.document)
    return { origin, ...prepared }
  } catch (error) {
    return { origin, error }
  }
}

const isKnown = async ({ store }: Rooms, sha256: string): Promise<boolean> => {
  for await (const _ of store.read({ stream: documentStream(sha256), to: 0 })) return true
  return false
}

const recorded = async (rooms: Rooms, origin: string, prepared: Prepared): Promise<Ingested> => {
  try {
    return await ingest(rooms, origin, prepared)
  } catch (error) {
    return refusal(origin, error)
  }
}
