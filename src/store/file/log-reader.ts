import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { BareEvent, ReadOptions, StreamSummary } from '../event-store.ts'
import type { Range } from '../read-plan.ts'
import type { Catalog, Reach } from './catalog.ts'
import { corrupt } from './corrupt.ts'
import type { Disk } from './disk.ts'
import { onDisk } from './disk-fault.ts'
import { bareLines, type LineReaders, wholeLines } from './line-readers.ts'
import { eventsAtPlaces } from './pick-lines.ts'
import { chunksOf } from './scan-lines.ts'
import type { Segment } from './segments.ts'
import { batchesOfStretch } from './stretch-batches.ts'

const size = 1_024

/** Every way of reading the files, each within a reach that was taken before. */
export interface LogReader {
  events(reach: Reach, range: Range, options: ReadOptions): AsyncIterable<readonly RecordedEvent[]>
  bare(reach: Reach, range: Range, types: readonly string[]): AsyncIterable<readonly BareEvent[]>
  pick(reach: Reach, positions: readonly number[]): Promise<RecordedEvent[]>
  locate(reach: Reach, id: string): Promise<number | undefined>
  lastRevision(reach: Reach, stream: string): Promise<number>
  streams(reach: Reach, prefix: string): AsyncIterable<StreamSummary>
  lines(reach: Reach, range: Range): AsyncIterable<readonly Uint8Array[]>
}

export const logReader = (disk: Disk, catalog: Catalog): LogReader => {
  /** Last position of a segment within the reach. */
  const lastOf = ({ segments, tip }: Reach, number: number): number => (segments[number + 1]?.first ?? tip + 1) - 1

  async function* overlapping(
    reach: Reach,
    { from, to }: Range,
  ): AsyncGenerator<{ segment: Segment; number: number; from: number; to: number }> {
    for (const [number, segment] of reach.segments.entries()) {
      const last = lastOf(reach, number)
      if (number === 0 && segment.first > 0) throw corrupt(segment.path, 0, `the log starts at position ${segment.first}`)
      if (segment.first > to) return
      if (last >= from && last >= segment.first) yield { segment, number, from: Math.max(from, segment.first), to: Math.min(to, last) }
    }
  }

  /** From the line at `from` where the index at hand knows it, else from the segment's first. */
  const stretchOf = (reach: Reach, { segment, number, from }: { segment: Segment; number: number; from: number }) => ({
    path: segment.path,
    ...startOf(segment, from),
    end: number === reach.segments.length - 1 ? reach.bytes : onDisk('read the log', () => disk.stat(segment.path).size),
  })

  const startOf = (segment: Segment, from: number): { position: number; start: number } => {
    const index = from > segment.first ? catalog.atHand(segment) : undefined
    const place = from - segment.first
    return index && place < index.events ? { position: from, start: index.offset(place) } : { position: segment.first, start: 0 }
  }

  /** Positions of events of these types, ascending, if the index is kept and they are few: then most of the segment need not be read. */
  const fewOf = (
    reach: Reach,
    { segment, number, from, to }: { segment: Segment; number: number; from: number; to: number },
    types: readonly string[],
  ): number[] | undefined => {
    const index = catalog.kept(reach, number)
    if (!index) return undefined
    const positions: number[] = []
    for (const type of new Set(types)) {
      const places = index.placesOfType(type)
      if (positions.length + places.length > index.events / 16) return undefined
      for (let at = 0; at < places.length; at++) positions.push(segment.first + (places[at] as number))
    }
    return positions.filter((position) => position >= from && position <= to).sort((a, b) => a - b)
  }

  async function* forwards<Event>(
    reach: Reach,
    range: Range,
    types: readonly string[] | undefined,
    readers: LineReaders<Event>,
  ): AsyncGenerator<readonly (Event | RecordedEvent)[]> {
    for await (const part of overlapping(reach, range)) {
      const few = types && fewOf(reach, part, types)
      if (few) {
        yield* picked(reach, few, { types })
        continue
      }
      const fd = onDisk('open the log', () => disk.open(part.segment.path, 'r'))
      try {
        yield* batchesOfStretch(disk, fd, stretchOf(reach, part), { from: part.from, to: part.to, read: readers(part.segment.path) })
      } finally {
        disk.close(fd)
      }
    }
  }

  const pick = async (reach: Reach, positions: readonly number[]): Promise<RecordedEvent[]> => {
    const events: RecordedEvent[] = []
    let at = 0
    for (let number = 0; number < reach.segments.length && at < positions.length; number++) {
      const segment = reach.segments[number] as Segment
      const last = lastOf(reach, number)
      const start = at
      while (at < positions.length && (positions[at] as number) <= last) at++
      if (at === start) continue
      const index = await catalog.index(reach, number)
      for (let from = start; from < at; from += size)
        events.push(
          ...eventsAtPlaces(
            disk,
            segment,
            index,
            positions.slice(from, Math.min(at, from + size)).map((position) => position - segment.first),
          ),
        )
    }
    return events
  }

  const positionsOfStream = async (reach: Reach, stream: string): Promise<number[]> => {
    const positions: number[] = []
    for (const [number, { first }] of reach.segments.entries()) {
      const { places = [] } = (await catalog.index(reach, number)).placesOfStream(stream) ?? {}
      for (let at = 0; at < places.length; at++) positions.push(first + (places[at] as number))
    }
    while ((positions[positions.length - 1] ?? -1) > reach.tip) positions.pop()
    return positions
  }

  async function* picked(
    reach: Reach,
    positions: readonly number[],
    { types, backwards }: ReadOptions,
  ): AsyncGenerator<readonly RecordedEvent[]> {
    const wanted = types && new Set(types)
    for (let done = 0; done < positions.length; done += size) {
      const part = backwards
        ? positions.slice(Math.max(0, positions.length - done - size), positions.length - done)
        : positions.slice(done, done + size)
      const events = (await pick(reach, part)).filter(({ type }) => !wanted || wanted.has(type))
      yield backwards ? events.reverse() : events
    }
  }

  async function* backwardsFrom(reach: Reach, { from, to }: Range, options: ReadOptions): AsyncGenerator<readonly RecordedEvent[]> {
    for (let last = to; last >= from; last -= size) {
      const first = Math.max(from, last - size + 1)
      yield* picked(
        reach,
        Array.from({ length: last - first + 1 }, (_, ahead) => first + ahead),
        options,
      )
    }
  }

  return {
    async *events(reach, range, options) {
      if (options.stream !== undefined) {
        const positions = await positionsOfStream(reach, options.stream)
        yield* picked(reach, positions.slice(range.from, range.to + 1), options)
      } else if (options.backwards) yield* backwardsFrom(reach, range, options)
      else yield* forwards(reach, range, options.types, wholeLines(options.types))
    },
    bare: (reach, range, types) => forwards(reach, range, types, bareLines(types)),
    pick,
    async locate(reach, id) {
      for (const [number, { first }] of reach.segments.entries())
        for (const place of (await catalog.index(reach, number)).placesOfId(id)) {
          const [event] = first + place <= reach.tip ? await pick(reach, [first + place]) : []
          if (event?.id === id) return event.position
        }
      return undefined
    },
    lastRevision: async (reach, stream) => (await positionsOfStream(reach, stream)).length - 1,
    async *streams(reach, prefix) {
      const counts = new Map<string, number>()
      for (const [number, { first }] of reach.segments.entries()) {
        const index = await catalog.index(reach, number)
        for (const [stream, events] of index.streams()) {
          if (!stream.startsWith(prefix)) continue
          const { places = [] } = index.placesOfStream(stream) ?? {}
          let whole = events
          while (whole > 0 && first + (places[whole - 1] as number) > reach.tip) whole--
          if (whole > 0) counts.set(stream, (counts.get(stream) ?? 0) + whole)
        }
      }
      for (const [stream, events] of counts) yield { stream, events }
    },
    async *lines(reach, range) {
      for await (const part of overlapping(reach, range)) {
        const fd = onDisk('open the log', () => disk.open(part.segment.path, 'r'))
        try {
          const stretch = stretchOf(reach, part)
          let { position } = stretch
          for await (const { bytes, end } of chunksOf(disk, fd, stretch)) {
            const lines: Uint8Array[] = []
            for (let start = 0; start < end && position <= part.to; position++) {
              const lineEnd = bytes.indexOf(10, start)
              if (position >= part.from) lines.push(bytes.subarray(start, lineEnd))
              start = lineEnd + 1
            }
            if (lines.length > 0) yield lines
            if (position > part.to) break
          }
          if (position <= part.to) throw corrupt(part.segment.path, position, 'the segment ends here')
        } finally {
          disk.close(fd)
        }
      }
    },
  }
}
