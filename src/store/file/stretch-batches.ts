import type { RecordedEvent } from '../../kernel/envelope.ts'
import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'
import { eventIn, withoutEvidence } from './parse-line.ts'
import { chunksOf, type Stretch } from './scan-lines.ts'
import type { TypeFilter } from './type-filter.ts'

/** Events of one array: few enough that they are still young when they are let go. */
const size = 1_024

export interface StretchOptions {
  /** Inclusive positions; lines before `from` are passed over, reading stops after `to`. */
  readonly from: number
  readonly to: number
  readonly wanted: TypeFilter
  readonly evidence: boolean
}

/**
 * The fast path: large chunks, a newline scan on bytes, lines of other types passed over unparsed, evidence cut off
 * before it is parsed, events in arrays.
 */
export async function* batchesOfStretch(
  disk: Disk,
  fd: number,
  stretch: Stretch,
  { from, to, wanted, evidence }: StretchOptions,
): AsyncGenerator<RecordedEvent[], number> {
  let position = stretch.position
  let batch: RecordedEvent[] = []
  for await (const { bytes, end } of chunksOf(disk, fd, stretch)) {
    let digits = String(position).length
    let tenfold = 10 ** digits
    for (let start = 0; start < end && position <= to; position++) {
      const lineEnd = bytes.indexOf(10, start)
      if (position >= tenfold) {
        digits++
        tenfold *= 10
      }
      if (position >= from && wanted(bytes, start, digits))
        batch.push(eventIn(bytes, start, evidence ? lineEnd : withoutEvidence(bytes, start, lineEnd), position, stretch.path))
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
  return position
}
