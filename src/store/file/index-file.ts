import { createHash } from 'node:crypto'
import type { GrowingIndex } from './growing-index.ts'
import { numbersAt, putSlot, slotsFor } from './hash-slots.ts'
import { none, type SegmentIndex } from './segment-index.ts'

/**
 * The index of a sealed segment as a file: `index/<first>.idx`. It can be deleted at any time.
 *
 *     <sha256 of the next line, 64 hex digits> LF
 *     {"format":1,"bytes":…,"events":…,"tail":…,"sections":[…],"digest":…,"types":[["VisitStarted",12],…]} LF
 *     <sections: unsigned 32-bit integers, little-endian>
 *
 * `bytes` and `events` are the segment's, `tail` is the SHA-256 of its last 4,096 bytes, `sections` gives the number
 * of integers in each section, `digest` is the SHA-256 over all of them. Sections: offset of every line and of the end;
 * hash slots of ids; hash slots of streams; five integers a stream (start and end of its name, start and end of its
 * places, first revision); three a type (start and end of its places, 0); places by stream; places by type; names
 * (each as a JSON string, in UTF-8, padded with zeros).
 */
export interface IndexHeader {
  readonly format: 1
  readonly bytes: number
  readonly events: number
  readonly tail: string
  readonly sections: readonly number[]
  readonly digest: string
  readonly types: readonly (readonly [type: string, events: number])[]
}

export const tailBytes = 4_096

export const encodeIndex = (index: GrowingIndex, tail: string): Buffer => {
  const streams = [...index.streams()].map(([stream]) => stream)
  const types = [...index.types()]
  const names = streams.map((stream) => Buffer.from(JSON.stringify(stream)))
  const idSlots = new Uint32Array(slotsFor(index.events))
  let place = 0
  for (const id of index.ids()) putSlot(idSlots, id, place++)
  const streamSlots = new Uint32Array(slotsFor(streams.length))
  const streamRows: number[] = []
  const byStream: number[] = []
  let nameStart = 0
  for (const [number, stream] of streams.entries()) {
    const { revision, places } = index.placesOfStream(stream) as { revision: number; places: ArrayLike<number> }
    const nameEnd = nameStart + (names[number] as Buffer).length
    putSlot(streamSlots, stream, number)
    streamRows.push(nameStart, nameEnd, byStream.length, byStream.length + places.length, revision)
    for (let at = 0; at < places.length; at++) byStream.push(places[at] as number)
    nameStart = nameEnd
  }
  const typeRows: number[] = []
  const byType: number[] = []
  for (const [, places] of types) {
    typeRows.push(byType.length, byType.length + places.length, 0)
    for (const each of places) byType.push(each)
  }
  const padded = Buffer.alloc(Math.ceil(nameStart / 4) * 4)
  Buffer.concat(names).copy(padded)
  const sections = [
    Uint32Array.from({ length: index.events + 1 }, (_, at) => index.offset(at)),
    idSlots,
    streamSlots,
    Uint32Array.from(streamRows),
    Uint32Array.from(typeRows),
    Uint32Array.from(byStream),
    Uint32Array.from(byType),
    new Uint32Array(padded.buffer, padded.byteOffset, padded.length / 4),
  ]
  const body = Buffer.concat(sections.map((section) => Buffer.from(section.buffer, section.byteOffset, section.byteLength)))
  const header: IndexHeader = {
    format: 1,
    bytes: index.bytes,
    events: index.events,
    tail,
    sections: sections.map((section) => section.length),
    digest: sha256(body),
    types: types.map(([type, places]) => [type, places.length]),
  }
  const line = JSON.stringify(header)
  return Buffer.concat([Buffer.from(`${sha256(Buffer.from(line))}\n${line}\n`), body])
}

/** The header and where the sections start, or undefined when it is not what was written. */
export const indexHeaderOf = (bytes: Buffer): { header: IndexHeader; start: number } | undefined => {
  const end = bytes.indexOf(10, 65)
  if (end < 0 || bytes[64] !== 10) return undefined
  const line = bytes.subarray(65, end)
  if (sha256(line) !== bytes.toString('latin1', 0, 64)) return undefined
  return { header: JSON.parse(line.toString()) as IndexHeader, start: end + 1 }
}

/** The index in these bytes, or undefined when they are damaged. */
export const decodeIndex = (bytes: Buffer): SegmentIndex | undefined => {
  const head = indexHeaderOf(bytes)
  if (!head) return undefined
  const { header, start } = head
  const body = bytes.subarray(start)
  if (sha256(body) !== header.digest) return undefined
  // A copy, because in the file the integers need not start at a multiple of four.
  const words = new Uint32Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength))
  const ends = header.sections.map((_, number) => header.sections.slice(0, number + 1).reduce((sum, length) => sum + length, 0))
  const sections = ends.map((end, number) => words.subarray(end - (header.sections[number] as number), end))
  const [offsets, idSlots, streamSlots, streamRows, typeRows, byStream, byType, nameWords] = sections as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  const names = Buffer.from(nameWords.buffer, nameWords.byteOffset, nameWords.byteLength)
  const rowOf = (number: number) => streamRows.subarray(number * 5, number * 5 + 5) as unknown as [number, number, number, number, number]
  const nameOf = (row: readonly [number, number, ...number[]]): string => names.toString('utf8', row[0], row[1])
  const typeNumbers = new Map(header.types.map(([type], number) => [type, number]))
  return {
    events: header.events,
    offset: (place) => offsets[place] as number,
    placesOfId: (id) => numbersAt(idSlots, id),
    placesOfStream(stream) {
      const name = JSON.stringify(stream)
      for (const number of numbersAt(streamSlots, stream)) {
        const row = rowOf(number)
        if (nameOf(row) === name) return { revision: row[4], places: byStream.subarray(row[2], row[3]) }
      }
      return undefined
    },
    placesOfType(type) {
      const number = typeNumbers.get(type)
      return number === undefined ? none : byType.subarray(typeRows[number * 3], typeRows[number * 3 + 1])
    },
    *streams() {
      for (let number = 0; number < streamRows.length / 5; number++) {
        const row = rowOf(number)
        yield [JSON.parse(nameOf(row)) as string, row[3] - row[2]]
      }
    },
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
