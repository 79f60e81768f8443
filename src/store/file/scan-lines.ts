import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'

/** Bytes that are read at once, so few that they are still near the processor when they are looked at; a line is at most 64 KiB. */
const chunkBytes = 512 * 1024

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

/** Room before each chunk for the beginning of a line that the chunk before it left off; no line is longer. */
const headroom = 64 * 1024

/**
 * The lines of a stretch in large chunks, in order. While a chunk is being looked at, the next one is read into a
 * second buffer.
 */
export async function* chunksOf(disk: Disk, fd: number, { path, position, start, end }: Stretch): AsyncGenerator<Chunk> {
  const size = Math.min(chunkBytes, end - start)
  const buffers: Buffer[] = []
  const readInto = (turn: number, at: number): Promise<number> => {
    buffers[turn] ??= Buffer.allocUnsafeSlow(headroom + size)
    const read = disk.readLater(fd, buffers[turn].subarray(headroom, headroom + Math.min(size, end - at)), at)
    read.catch(() => {}) // It is awaited at its turn, or nobody wants it any more.
    return read
  }
  let underWay = start < end ? readInto(0, start) : Promise.resolve(0)
  let kept = 0
  try {
    for (let at = start, turn = 0; at < end; turn = 1 - turn) {
      const read = await underWay
      const buffer = buffers[turn] as Buffer
      const [from, filled] = [headroom - kept, headroom + read]
      const whole = buffer.lastIndexOf(10, filled - 1) + 1
      if (read === 0 || whole <= from || filled - whole > headroom)
        throw corrupt(path, position, read === 0 ? `the file ends at byte ${at}` : `no end of line after byte ${at - kept}`)
      const hasMore = at + read < end
      if (hasMore) underWay = readInto(1 - turn, at + read)
      yield { bytes: buffer.subarray(from), end: whole - from, at: at - kept }
      kept = filled - whole
      if (hasMore) buffer.copy(buffers[1 - turn] as Buffer, headroom - kept, whole, filled)
      at += read
    }
  } finally {
    // The file may be closed after this: no read of ours may still be under way.
    await underWay.catch(() => {})
  }
  if (kept > 0) throw corrupt(path, position, `the file ends at byte ${end}, inside a line`)
}
