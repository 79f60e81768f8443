import { Fault } from '../../kernel/fault.ts'
import type { Catalog, Reach } from './catalog.ts'
import type { Disk } from './disk.ts'
import { diskFault, onDisk } from './disk-fault.ts'
import { failedClosed } from './failed-closed.ts'
import { mostNumbers } from './hash-slots.ts'
import { saveIndex } from './index-files.ts'
import { logFolder, type Segment, segmentAt } from './segments.ts'

/** The end of the log: the one place that writes to segments. */
export interface LogWriter {
  reach(): Reach
  /** Instant of the last event, or ''. */
  recorded(): string
  /** How many more events the segment takes. */
  room(): number
  /** Makes sure there is a segment to write to: seals a full one, starts the next. */
  prepare(): Promise<void>
  /** Writes and syncs whole appends. Only then does the reach grow. */
  write(bytes: Uint8Array, events: number, recorded: string): Promise<void>
  close(): void
}

export interface LogWriterOptions {
  readonly disk: Disk
  readonly folder: string
  readonly catalog: Catalog
  readonly segmentBytes: number
  readonly start: Reach & { readonly recorded: string }
  /** Whether the lock is still ours. */
  readonly held: () => boolean
  readonly grown: () => void
}

export const openLogWriter = ({ disk, folder, catalog, segmentBytes, start, held, grown }: LogWriterOptions): LogWriter => {
  let reach: Reach = { segments: start.segments, bytes: start.bytes, tip: start.tip }
  let recorded = start.recorded
  let open: { readonly segment: Segment; readonly fd: number; readonly ino: number } | undefined
  let broken: Fault | undefined

  const current = (): Segment | undefined => reach.segments[reach.segments.length - 1]
  const eventsIn = ({ first }: Segment): number => reach.tip - first + 1

  /** Opens a segment for writing, a new one under a name that no file has yet. */
  const openSegment = async (segment: Segment, fresh: boolean): Promise<void> => {
    if (open) disk.close(open.fd)
    open = undefined
    const fd = disk.open(segment.path, fresh ? 'wx+' : 'r+')
    open = { segment, fd, ino: disk.stat(segment.path).ino }
    if (!fresh) return
    await disk.sync(fd)
    disk.syncFolder(logFolder(folder))
    reach = { segments: [...reach.segments, segment], bytes: 0, tip: reach.tip }
  }

  const fence = (segment: Segment, ino: number): void => {
    const stats = disk.stat(segment.path)
    const attempted = `append to ${segment.path}`
    const cure = 'Close this ledger and open it again.'
    if (!held()) throw new Fault('locked', { attempted, found: 'another process has taken the lock', cure })
    if (stats.ino !== ino) throw new Fault('vanished', { attempted, found: 'another file has taken its place', cure })
    if (stats.size !== reach.bytes)
      throw new Fault('locked', {
        attempted,
        found: `it is ${stats.size} bytes long`,
        expected: `${reach.bytes}: somebody else wrote to it`,
        cure,
      })
  }

  /** Takes back what a failed write may have left; if even that fails, nothing more is written. */
  const takeBack = async (fd: number, cause: Fault): Promise<void> => {
    try {
      disk.truncate(fd, reach.bytes)
      await disk.sync(fd)
    } catch {
      broken = failedClosed(cause)
    }
  }

  return {
    reach: () => reach,
    recorded: () => recorded,
    room: () => mostNumbers - eventsIn(current() as Segment),
    async prepare() {
      if (broken) throw broken
      const segment = current()
      try {
        if (!segment) await openSegment(segmentAt(folder, 0), true)
        else if (reach.bytes >= segmentBytes || eventsIn(segment) >= mostNumbers) {
          const next = segmentAt(folder, reach.tip + 1)
          saveIndex(disk, segment, catalog.growing(segment))
          await openSegment(next, true)
        } else if (open?.segment !== segment) await openSegment(segment, false)
      } catch (error) {
        throw diskFault('start a segment of the log', error)
      }
    },
    async write(bytes, events, instant) {
      if (broken) throw broken
      const { segment, fd, ino } = open as NonNullable<typeof open>
      const attempted = `append ${events} events to ${segment.path}`
      onDisk(attempted, () => fence(segment, ino))
      try {
        disk.write(fd, bytes, reach.bytes)
      } catch (error) {
        const fault = diskFault(attempted, error)
        await takeBack(fd, fault)
        throw fault
      }
      try {
        await disk.sync(fd)
      } catch (error) {
        // The kernel may have dropped the pages and called them clean: a second sync would prove nothing.
        broken = failedClosed(error)
        await takeBack(fd, broken)
        throw diskFault(attempted, error)
      }
      reach = { segments: reach.segments, bytes: reach.bytes + bytes.length, tip: reach.tip + events }
      recorded = instant
      grown()
    },
    close() {
      if (open) disk.close(open.fd)
      open = undefined
    },
  }
}
