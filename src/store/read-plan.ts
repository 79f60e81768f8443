import type { RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import type { ReadOptions } from './event-store.ts'
import type { News } from './news.ts'

/** What an adapter must be able to do so that every kind of read follows from it. */
export interface Readings<Event = RecordedEvent> {
  /** Last position of a whole append, or last revision of a stream; -1 when there is none. */
  end(stream: string | undefined): Promise<number>
  /** Events of an inclusive range that ends at or before `end`, in arrays, in the order asked for. */
  range(range: Range, options: ReadOptions): AsyncIterable<readonly Event[]>
  readonly news: News
  closed(): boolean
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** Every read of the contract: up to the tip as it is now, or on and on. Ends with the fault `closed`. */
export async function* planned<Event>(
  readings: Readings<Event>,
  options: ReadOptions,
  ended: AbortSignal,
): AsyncGenerator<readonly Event[]> {
  let from = Math.max(options.from ?? 0, 0)
  const last = options.to ?? Number.POSITIVE_INFINITY
  for (;;) {
    refuseClosed(readings.closed())
    const seen = readings.news.count()
    const to = Math.min(await readings.end(options.stream), last)
    if (from <= to)
      for await (const batch of readings.range({ from, to }, options)) {
        refuseClosed(readings.closed())
        yield batch
      }
    from = Math.max(from, to + 1)
    if (!options.follow || options.backwards || from > last) return
    await readings.news.after(seen, ended)
    if (ended.aborted) return
  }
}

export const refuseClosed = (closed: boolean): void => {
  if (closed) throw new Fault('closed', { attempted: 'use the store', found: 'it has been closed', cure: 'Open the ledger again.' })
}
