import { Readable } from 'node:stream'
import type { RecordedEvent } from '../kernel/envelope.ts'

/**
 * A stream of single events with arrays behind it: an await per array, not per event. Back-pressure reaches the
 * source, because the next array is asked for only when the last one has been taken. The source is told by a signal
 * when nobody listens any longer.
 */
export const readableOfBatches = (
  batchesUntil: (ended: AbortSignal) => AsyncIterable<readonly RecordedEvent[]>,
  signal?: AbortSignal,
): Readable => {
  const ended = new AbortController()
  const source = batchesUntil(ended.signal)[Symbol.asyncIterator]()
  let batch: readonly RecordedEvent[] = []
  let next = 0
  let pulling = false
  const pull = async (stream: Readable): Promise<void> => {
    for (;;) {
      while (next < batch.length)
        if (!stream.push(batch[next++])) {
          pulling = false
          return
        }
      const step = await source.next()
      if (stream.destroyed) return
      if (step.done) {
        stream.push(null)
        return
      }
      batch = step.value
      next = 0
    }
  }
  return new Readable({
    objectMode: true,
    highWaterMark: 256,
    ...(signal ? { signal } : {}),
    read() {
      if (pulling) return
      pulling = true
      pull(this).catch((error: Error) => this.destroy(error))
    },
    destroy(error, done) {
      ended.abort()
      Promise.resolve(source.return?.()).then(
        () => done(error),
        () => done(error),
      )
    },
  })
}
