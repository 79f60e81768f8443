import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { Disk } from './disk.ts'
import { onDisk } from './disk-fault.ts'
import { eventIn } from './parse-line.ts'
import type { SegmentIndex } from './segment-index.ts'
import type { Segment } from './segments.ts'

/** Lines nearer than this are fetched in one read. */
const nearBytes = 4_096
const mostBytes = 1024 * 1024

/** The events at these places of one segment, ascending. The log must reach that far. */
export const eventsAtPlaces = (disk: Disk, segment: Segment, index: SegmentIndex, places: readonly number[]): RecordedEvent[] => {
  const events: RecordedEvent[] = []
  const fd = onDisk('open the log', () => disk.open(segment.path, 'r'))
  try {
    for (let from = 0; from < places.length; ) {
      const start = index.offset(places[from] as number)
      let to = from
      let end = index.offset((places[from] as number) + 1)
      for (let next = places[to + 1]; next !== undefined; next = places[to + 1]) {
        if (index.offset(next) - end > nearBytes || index.offset(next + 1) - start > mostBytes) break
        end = index.offset(next + 1)
        to++
      }
      const bytes = Buffer.allocUnsafe(end - start)
      const filled = onDisk('read the log', () => disk.read(fd, bytes, start))
      for (; from <= to; from++) {
        const place = places[from] as number
        const lineEnd = Math.min(index.offset(place + 1) - 1 - start, filled)
        events.push(eventIn(bytes, index.offset(place) - start, lineEnd, segment.first + place, segment.path))
      }
    }
  } finally {
    disk.close(fd)
  }
  return events
}
