import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import type { GrowingIndex } from './growing-index.ts'
import { mostNumbers } from './hash-slots.ts'
import { decodeIndex, encodeIndex, type IndexHeader, indexHeaderOf, sha256, tailBytes } from './index-file.ts'
import type { SegmentIndex } from './segment-index.ts'
import type { Segment } from './segments.ts'

/** `index/<first>.idx` beside `log/<first>.ndjson`. */
export const indexPathOf = ({ path }: Segment): string => join(dirname(dirname(path)), 'index', `${basename(path, '.ndjson')}.idx`)

/** The index file of a sealed segment, if it is there, whole, and fits the segment's length and last bytes. */
export const loadIndex = (disk: Disk, segment: Segment): SegmentIndex | undefined => {
  const bytes = readIfThere(indexPathOf(segment))
  const head = bytes && indexHeaderOf(bytes)
  if (!bytes || !head || !fits(disk, segment, head.header)) return undefined
  return decodeIndex(bytes)
}

/** Writes the index of a segment; that it fails is no harm, the next one who needs it builds it again. */
export const saveIndex = (disk: Disk, segment: Segment, index: GrowingIndex): void => {
  const path = indexPathOf(segment)
  if (index.events > mostNumbers) return
  try {
    mkdirSync(dirname(path), { recursive: true })
    const unfinished = `${path}.${process.pid}.new`
    writeFileSync(unfinished, encodeIndex(index, tailDigest(disk, segment, index.bytes)))
    renameSync(unfinished, path)
  } catch {
    return
  }
}

const fits = (disk: Disk, segment: Segment, header: IndexHeader): boolean =>
  header.format === 1 && disk.stat(segment.path).size === header.bytes && tailDigest(disk, segment, header.bytes) === header.tail

const tailDigest = (disk: Disk, { path }: Segment, bytes: number): string => {
  const fd = disk.open(path, 'r')
  try {
    const tail = Buffer.alloc(Math.min(tailBytes, bytes))
    disk.read(fd, tail, bytes - tail.length)
    return sha256(tail)
  } finally {
    disk.close(fd)
  }
}

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
