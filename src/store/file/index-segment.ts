import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'
import type { GrowingIndex } from './growing-index.ts'
import { headOf } from './line-head.ts'
import { chunksOf } from './scan-lines.ts'
import type { Segment } from './segments.ts'

/** Takes the lines of a segment up to byte `end` into its index, from where the index stands. */
export const indexSegment = async (disk: Disk, { path, first }: Segment, index: GrowingIndex, end: number): Promise<void> => {
  if (index.bytes >= end) return
  const fd = disk.open(path, 'r')
  try {
    let position = first + index.events
    for await (const chunk of chunksOf(disk, fd, { path, position, start: index.bytes, end }))
      for (let start = 0; start < chunk.end; position++) {
        const lineEnd = chunk.bytes.indexOf(10, start)
        const head = headOf(chunk.bytes, start, lineEnd)
        if (head?.position !== position)
          throw corrupt(path, position, head ? `the line says position ${head.position}` : 'the line is no event')
        index.note(head, lineEnd + 1 - start)
        start = lineEnd + 1
      }
  } finally {
    disk.close(fd)
  }
}
