import type { EventStore } from '../store/event-store.ts'
import { linesOf } from '../store/lines-of.ts'
import { tileWidth } from './tile-path.ts'

/**
 * `tile/entries/<index>[.p/<width>]`, derived from the log on demand: every line after its length, two bytes,
 * big-endian. Undefined when the log does not hold as many events.
 */
export const entryBundle = async (store: EventStore, index: number, width: number = tileWidth): Promise<Buffer | undefined> => {
  const from = index * tileWidth
  const parts: Buffer[] = []
  for await (const lines of linesOf(store, { from, to: from + width - 1 }))
    for (const line of lines) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(line.length)
      parts.push(length, Buffer.from(line))
    }
  return parts.length === width * 2 ? Buffer.concat(parts) : undefined
}
