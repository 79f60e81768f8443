import { type Finding, finding } from '../../kernel/finding.ts'
import type { Reach } from './catalog.ts'
import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'
import { onDisk } from './disk-fault.ts'
import type { LineHead } from './line-head.ts'
import { type Segment, segmentsIn } from './segments.ts'
import { wholeEndOf } from './whole-end.ts'

/** A log as it was found, up to its last whole append. */
export interface FoundLog extends Reach {
  /** Instant of the last event, or ''. */
  readonly recorded: string
  /** Bytes of the last segment that follow the last whole append. */
  readonly torn: number
}

/** Looks at the end of the log only; takes nothing away. */
export const findLog = (disk: Disk, folder: string): FoundLog => {
  const segments = segmentsIn(disk, folder)
  const lastSegment = segments[segments.length - 1]
  if (!lastSegment) return { segments, bytes: 0, tip: -1, recorded: '', torn: 0 }
  const { bytes, size, last } = endOf(disk, lastSegment)
  if (bytes > 0) {
    if (!last || last.position < lastSegment.first)
      throw corrupt(lastSegment.path, lastSegment.first, 'its last line is no event of this segment')
    return { segments, bytes, tip: last.position, recorded: last.recorded, torn: size - bytes }
  }
  // Nothing whole in it yet: the log ends with the segment before, which was sealed whole.
  const before = segments[segments.length - 2]
  const recorded = before ? (endOf(disk, before).last?.recorded ?? '') : ''
  return { segments, bytes: 0, tip: lastSegment.first - 1, recorded, torn: size }
}

/** Cuts off what follows the last whole append, for the writer, and says so. */
export const cutTorn = async (disk: Disk, log: FoundLog): Promise<Finding[]> => {
  const segment = log.segments[log.segments.length - 1]
  if (!segment || log.torn === 0) return []
  const fd = onDisk('open the log', () => disk.open(segment.path, 'r+'))
  try {
    onDisk('cut the torn end of the log', () => disk.truncate(fd, log.bytes))
    await disk.sync(fd)
  } finally {
    disk.close(fd)
  }
  const after = log.tip < 0 ? 'the log is empty' : `the log ends at position ${log.tip}`
  return [
    finding('torn-tail', undefined, `the last append was cut short: ${log.torn} bytes that nobody was promised were removed; ${after}`),
  ]
}

const endOf = (disk: Disk, { path }: Segment): { bytes: number; size: number; last?: LineHead } => {
  const fd = onDisk('open the log', () => disk.open(path, 'r'))
  try {
    const size = disk.size(fd)
    return { ...onDisk('read the end of the log', () => wholeEndOf(disk, fd, size)), size }
  } finally {
    disk.close(fd)
  }
}
