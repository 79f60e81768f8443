import type { Readable } from 'node:stream'

/** The streams that are being read: closing a store ends them with a fault. */
export interface OpenReads {
  keep(stream: Readable): Readable
  endAll(fault: Error): void
}

export const openReads = (): OpenReads => {
  const streams = new Set<Readable>()
  return {
    keep(stream) {
      streams.add(stream)
      stream.once('close', () => streams.delete(stream))
      return stream
    },
    endAll(fault) {
      for (const stream of streams) stream.destroy(fault)
    },
  }
}
