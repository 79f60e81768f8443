import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'

/** Bytes that are read at once; a line is at most 64 KiB. */
const chunkBytes = 4 * 1024 * 1024

/** A stretch of a segment that starts and ends with whole lines. */
export interface Stretch {
  readonly path: string
  /** Position of the line that starts at `start`. */
  readonly position: number
  readonly start: number
  readonly end: number
}

/** Whole lines in one buffer; it is overwritten when the next chunk is asked for. */
export interface Chunk {
  readonly bytes: Buffer
  /** Where the whole lines in it end. */
  readonly end: number
  /** Byte of the segment at which `bytes` starts. */
  readonly at: number
}

/** The lines of a stretch in large chunks, read in order. */
export async function* chunksOf(disk: Disk, fd: number, { path, position, start, end }: Stretch): AsyncGenerator<Chunk> {
  const bytes = Buffer.allocUnsafeSlow(Math.min(chunkBytes, end - start))
  let kept = 0
  for (let at = start; at < end; ) {
    const room = bytes.subarray(kept, Math.min(bytes.length, kept + end - at))
    const read = await disk.readLater(fd, room, at)
    const filled = kept + read
    const whole = bytes.lastIndexOf(10, filled - 1) + 1
    if (read === 0 || whole === 0)
      throw corrupt(path, position, read === 0 ? `the file ends at byte ${at}` : `no end of line after byte ${at - kept}`)
    yield { bytes, end: whole, at: at - kept }
    bytes.copyWithin(0, whole, filled)
    kept = filled - whole
    at += read
  }
  if (kept > 0) throw corrupt(path, position, `the file ends at byte ${end}, inside a line`)
}
