import { type Disk, realDisk } from './disk.ts'
import { onDisk } from './disk-fault.ts'
import { type Segment, segmentsIn } from './segments.ts'

const chunkBytes = 4 * 1024 * 1024

/** What stands in a segment, as it is: for those who check, and therefore believe nothing that the log says of itself. */
export type RawPart =
  | { readonly kind: 'segment'; readonly segment: Segment }
  /** Lines without their LF; valid until the next part is asked for. */
  | { readonly kind: 'lines'; readonly segment: Segment; readonly lines: readonly Buffer[] }
  /** Bytes at the end that no LF closes. */
  | { readonly kind: 'rest'; readonly segment: Segment; readonly bytes: number }

/** Every line of every segment, in order of their names. */
export async function* rawLines(folder: string, disk: Disk = realDisk): AsyncGenerator<RawPart> {
  for (const segment of segmentsIn(disk, folder)) {
    yield { kind: 'segment', segment }
    const fd = onDisk('open the log', () => disk.open(segment.path, 'r'))
    try {
      yield* linesOfSegment(disk, fd, segment)
    } finally {
      disk.close(fd)
    }
  }
}

async function* linesOfSegment(disk: Disk, fd: number, segment: Segment): AsyncGenerator<RawPart> {
  const bytes = Buffer.allocUnsafeSlow(Math.max(1, Math.min(chunkBytes, disk.size(fd))))
  let kept = 0
  for (let at = 0; ; ) {
    const read = kept < bytes.length ? await disk.readLater(fd, bytes.subarray(kept), at) : 0
    const filled = kept + read
    const lines: Buffer[] = []
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0 && end < filled; end = bytes.indexOf(10, start)) {
      lines.push(bytes.subarray(start, end))
      start = end + 1
    }
    if (lines.length > 0) yield { kind: 'lines', segment, lines }
    if (read === 0) {
      if (filled > start) yield { kind: 'rest', segment, bytes: disk.size(fd) - at + filled - start }
      return
    }
    bytes.copyWithin(0, start, filled)
    kept = filled - start
    at += read
  }
}
