import { createReadStream, type Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Fault } from '../kernel/fault.ts'
import { collected } from './collections/collected.ts'
import type { Collection } from './collections/collection.ts'
import { collections } from './collections/index.ts'
import type { FieldMapping, Input, Metadata, Refusal } from './document.ts'
import { headOf } from './head.ts'
import { readFault } from './io-fault.ts'
import { isSidecar, sidecarOf } from './sidecar.ts'
import { isLeftAside } from './walk-rules.ts'

export interface InputOptions {
  /** Read for the path `-`. */
  readonly stdin?: Readable
  /** Beats what sidecars and documents say. */
  readonly metadata?: Metadata
  /** Where records of collections keep what. */
  readonly fields?: FieldMapping
  /** Instead of what names and contents tell; may carry a charset: `text/html; charset=windows-1258`. */
  readonly mediaType?: string
}

/**
 * What there is to read under the paths: files, folders (in order of name, with their folders, without hidden files),
 * `-` for standard input, and the documents inside collections, one by one. A path that is missing or can't be read
 * is a refusal; the others go on. Nothing is loaded before its turn.
 */
export async function* inputsFrom(paths: readonly string[], options: InputOptions = {}): AsyncIterable<Input | Refusal> {
  for (const path of paths) {
    try {
      if (path === '-') yield* fromStdin(options)
      else if ((await stat(path)).isDirectory()) yield* fromFolder(path, options, [])
      else yield* fromFile(path, options)
    } catch (error) {
      yield { origin: path, fault: readFault(`read ${path}`, path, error) }
    }
  }
}

async function* fromFolder(folder: string, options: InputOptions, within: readonly string[]): AsyncIterable<Input | Refusal> {
  const { dev, ino } = await stat(folder)
  const identity = `${dev}:${ino}`
  if (within.includes(identity)) return
  const entries = await readdir(folder, { withFileTypes: true })
  const names = new Set(entries.map(({ name }) => name))
  for (const entry of entries.sort(byName)) {
    const path = join(folder, entry.name)
    if (isLeftAside(entry.name, names)) continue
    try {
      const isFolder = entry.isSymbolicLink() ? (await stat(path)).isDirectory() : entry.isDirectory()
      if (isFolder) yield* fromFolder(path, options, [...within, identity])
      else if (entry.isFile() || entry.isSymbolicLink()) yield* fromFile(path, options)
    } catch (error) {
      yield { origin: path, fault: readFault(`read ${path}`, path, error) }
    }
  }
}

async function* fromFile(path: string, options: InputOptions): AsyncIterable<Input | Refusal> {
  if (isSidecar(basename(path))) return
  const name = basename(path, extname(path))
  const metadata: Metadata = { ...(await sidecarOf(path)), ...options.metadata }
  const collection = await collectionOf(path, options.mediaType)
  if (collection) yield* collection.documents({ origin: path, name, metadata, chunks: createReadStream(path), ...fieldsOf(options) })
  else yield { origin: path, name, metadata, load: () => loaded(path), ...typeOf(options), ...fieldsOf(options) }
}

async function* fromStdin(options: InputOptions): AsyncIterable<Input | Refusal> {
  const { stdin, mediaType, metadata = {} } = options
  if (!stdin) throw new Fault('invalid-input', { attempted: 'read standard input', found: 'there is none', expected: 'a stream' })
  const { head, chunks } = await headOf(stdin)
  const origin = '-'
  const collection = mediaType
    ? collections.find(({ mediaTypes }) => mediaTypes.includes(mediaType))
    : collections.find(({ resembles }) => resembles?.(head))
  if (collection) yield* collection.documents({ origin, name: 'stdin', metadata, chunks, ...fieldsOf(options) })
  else yield { origin, name: 'stdin', metadata, load: () => collected(chunks, origin), ...typeOf(options), ...fieldsOf(options) }
}

/** By a given media type, else by the ending; an ending that tells nothing (`.xml`) is decided by the first bytes. */
const collectionOf = async (path: string, mediaType: string | undefined): Promise<Collection | undefined> => {
  if (mediaType) return collections.find(({ mediaTypes }) => mediaTypes.includes(mediaType))
  const file = path.toLowerCase()
  const named = collections.find(({ endings }) => endings.some((ending) => file.endsWith(`.${ending}`)))
  if (named) return named
  if (!/\.(xml|json)$/.test(file)) return undefined
  const { head, chunks } = await headOf(createReadStream(path, { end: 1_023 }))
  for await (const _ of chunks);
  return collections.find(({ name, resembles }) => name !== 'ndjson' && resembles?.(head))
}

const loaded = async (path: string): Promise<Uint8Array> => {
  try {
    return await collected(createReadStream(path), path)
  } catch (error) {
    throw readFault(`read ${path}`, path, error)
  }
}

const fieldsOf = ({ fields }: InputOptions): { fields?: FieldMapping } => (fields ? { fields } : {})
const typeOf = ({ mediaType }: InputOptions): { mediaType?: string } => (mediaType ? { mediaType } : {})
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
