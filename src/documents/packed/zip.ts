import { inflateRawSync } from 'node:zlib'
import { Fault } from '../../kernel/fault.ts'
import { megabytes } from '../limits.ts'

/** One file of a ZIP archive, as its central directory (APPNOTE 4.3.12) tells. */
export interface Entry {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly method: number
  readonly at: number
  readonly encrypted: boolean
}

export interface ZipLimits {
  readonly entries: number
  readonly bytes: number
}

/**
 * Lists an archive from its central directory, before anything is inflated: too many files, too many bytes, or a size
 * that is not told is refused here, so that a bomb never goes off. ZIP64 has no place in an article.
 */
export const entriesOf = (bytes: Uint8Array, origin: string, limits: ZipLimits): Entry[] => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > view.length) throw damaged(origin, 'it has no directory: the file is cut short')
  const count = view.readUInt16LE(end + 10)
  let at = view.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) throw bomb(origin, 'more files than can be told', limits)
  if (count > limits.entries) throw bomb(origin, `${count} files`, limits)
  const entries: Entry[] = []
  let total = 0
  for (let number = 0; number < count; number++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) throw damaged(origin, 'its directory is damaged')
    const nameLength = view.readUInt16LE(at + 28)
    const entry = {
      name: view.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    }
    total += entry.size
    if (entry.size === 0xffffffff || total > limits.bytes) throw bomb(origin, `more than ${megabytes(limits.bytes)} when unpacked`, limits)
    entries.push(entry)
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return entries
}

/** Inflates one file, never beyond the size that the directory tells: a directory that lies is refused. */
export const contentOf = (bytes: Uint8Array, entry: Entry, origin: string): Buffer => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.encrypted) throw damaged(origin, `${entry.name} in it is encrypted`)
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== 0x04034b50)
    throw damaged(origin, `${entry.name} is not where it should be`)
  const start = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28)
  const packed = view.subarray(start, start + entry.packed)
  if (entry.method === 0) {
    if (packed.length !== entry.size) throw damaged(origin, `${entry.name} has another size than told`)
    return packed
  }
  try {
    const content = entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) }) : null
    if (content?.length === entry.size) return content
  } catch (error) {
    throw damaged(origin, `${entry.name} has another size than told, or is damaged`, error)
  }
  throw damaged(origin, `${entry.name} has another size than told, or is packed in an unknown way`)
}

const bomb = (origin: string, found: string, limits: ZipLimits): Fault =>
  new Fault('document-too-large', {
    attempted: `read ${origin}`,
    found: `it holds ${found}`,
    expected: `at most ${limits.entries} files and ${megabytes(limits.bytes)}`,
    cure: 'Save the article alone.',
  })

const damaged = (origin: string, found: string, cause?: unknown): Fault =>
  new Fault(
    'document-unreadable',
    { attempted: `read ${origin}`, found, expected: 'a whole file', cure: 'Save it again, or as text.' },
    cause,
  )
