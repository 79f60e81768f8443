import { sha256Of } from '../documents/digest.ts'
import { type Input, isRefusal, type Refusal, type SourceDocument } from '../documents/document.ts'
import { readDocument } from '../documents/reading.ts'
import { inOrder } from './in-order.ts'
import { describeAgain, type Ingested, ingest, isKnown, refusal } from './ingest.ts'
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
    for await (const prepared of inOrder(inputs, ahead, () => Math.max(preparation.width, leastUnderWay))) {
      if (signal?.aborted) return
      yield await recorded(ready, prepared)
    }
  } finally {
    await preparation.close()
  }
}

type Ahead = { readonly origin: string } & (Prepared | { readonly known: SourceDocument } | { readonly error: unknown })

/** Everything that needs no order. What goes wrong is told when the document's turn comes. */
const prepareAhead = async (rooms: Rooms, preparation: Preparation, input: Input | Refusal): Promise<Ahead> => {
  const { origin } = input
  if (isRefusal(input)) return { origin, error: input.fault }
  try {
    const bytes = await input.load()
    const loaded = { ...input, load: async () => bytes }
    if (await isKnown(rooms, sha256Of(bytes))) return { origin, known: await readDocument(loaded) }
    const prepared = await preparation.prepare(loaded)
    await rooms.archive.put(prepared.document)
    return { origin, ...prepared }
  } catch (error) {
    return { origin, error }
  }
}

const recorded = async (rooms: Rooms, { origin, ...ahead }: Ahead): Promise<Ingested> => {
  try {
    if ('error' in ahead) throw ahead.error
    return 'known' in ahead ? await describeAgain(rooms, origin, ahead.known) : await ingest(rooms, origin, ahead)
  } catch (error) {
    return refusal(origin, error)
  }
}
