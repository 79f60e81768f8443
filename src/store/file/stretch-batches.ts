import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'
import type { LineReader } from './line-readers.ts'
import { chunksOf, type Stretch } from './scan-lines.ts'

/** Events of one array: few enough that little of what is let go soon is copied whenever young objects are collected. */
const size = 128

export interface StretchOptions<Event> {
  /** Inclusive positions; lines before `from` are passed over, reading stops after `to`. */
  readonly from: number
  readonly to: number
  readonly read: LineReader<Event>
}

/** The fast path: large chunks, a newline scan on bytes, events in arrays. */
export async function* batchesOfStretch<Event>(
  disk: Disk,
  fd: number,
  stretch: Stretch,
  { from, to, read }: StretchOptions<Event>,
): AsyncGenerator<Event[]> {
  let position = stretch.position
  let batch: Event[] = []
  for await (const { bytes, end } of chunksOf(disk, fd, stretch)) {
    let digits = String(position).length
    let tenfold = 10 ** digits
    for (let start = 0; start < end && position <= to; position++) {
      const lineEnd = bytes.indexOf(10, start)
      if (position >= tenfold) {
        digits++
        tenfold *= 10
      }
      const event = position >= from ? read(bytes, start, lineEnd, position, digits) : undefined
      if (event !== undefined) batch.push(event)
      start = lineEnd + 1
      if (batch.length === size) {
        yield batch
        batch = []
      }
    }
    if (position > to) break
  }
  if (batch.length > 0) yield batch
  if (position <= to) throw corrupt(stretch.path, position, 'the segment ends here')
}
