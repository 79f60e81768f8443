import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from '../kernel/fault.ts'
import type { DocumentArchive } from './archive.ts'
import { archiveFaults } from './archive-faults.ts'
import { isSha256, sha256Of } from './digest.ts'
import { ioFault } from './io-fault.ts'

/**
 * The archive as a folder, `<aa>` being the first two hex digits:
 *
 *   <aa>/<sha256>            the source bytes, as they came
 *   <aa>/<sha256>.txt        `chancery-text <sha256 of what follows>` LF, then the text in UTF-8
 *   <aa>/<sha256>.withdrawn  `chancery-withdrawn <sha256 of what follows>` LF, then { "because", "text": sha256 } in
 *                            JSON, instead of the two others; where it stands, nothing else counts
 *
 * A file is written under a temporary name, synced (fsync), renamed (atomic), and its folder synced, so that after a
 * crash a name holds a whole file or is not there. When it withdraws, the marker is durable before anything is
 * removed; when it restores, everything is durable before the marker goes.
 */
export const fileArchive = (folder: string): DocumentArchive => {
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2))
  const pathOf = (sha256: string, ending = '') => join(folderOf(sha256), sha256 + ending)

  const marker = async (sha256: string): Promise<Marker | null> => {
    const content = await contentOf(pathOf(sha256, '.withdrawn'))
    if (!content) return null
    const { digest, inside } = unwrap('chancery-withdrawn', content)
    if (digest === sha256Of(inside)) return JSON.parse(inside.toString('utf8'))
    throw archiveFaults.corrupt(sha256, 'the marker of its withdrawal', 'is not what was written', digest)
  }

  const kept = async (sha256: string, ending: string): Promise<Buffer> => {
    if (!isSha256(sha256)) throw archiveFaults.missing(sha256)
    const withdrawn = await marker(sha256)
    if (withdrawn) throw archiveFaults.withdrawn(sha256, withdrawn.because)
    const content = await contentOf(pathOf(sha256, ending))
    if (content) return content
    throw archiveFaults.missing(sha256)
  }

  return {
    async put({ sha256, bytes, text }) {
      const attempted = `keep document ${sha256}`
      try {
        if (sha256Of(bytes) !== sha256) throw archiveFaults.corrupt(sha256, 'its bytes', `have the digest ${sha256Of(bytes)}`, sha256)
        const digest = sha256Of(text)
        const withdrawn = await marker(sha256)
        if (withdrawn?.text && withdrawn.text !== digest) throw archiveFaults.otherText(sha256, withdrawn.text, digest)
        const made = await mkdir(folderOf(sha256), { recursive: true })
        if (made) await Promise.all([syncFolder(dirname(made)), syncFolder(folder)])
        await write(pathOf(sha256), bytes)
        await write(pathOf(sha256, '.txt'), wrap('chancery-text', text))
        await syncFolder(folderOf(sha256))
        if (!withdrawn) return
        await unlink(pathOf(sha256, '.withdrawn'))
        await syncFolder(folderOf(sha256))
      } catch (error) {
        throw ioFault(attempted, error)
      }
    },

    async text(sha256) {
      const content = await kept(sha256, '.txt')
      const { digest, inside } = unwrap('chancery-text', content)
      if (sha256Of(inside) !== digest) throw archiveFaults.corrupt(sha256, 'its text', 'is not what was put', digest)
      return inside.toString('utf8')
    },

    async bytes(sha256) {
      const content = await kept(sha256, '')
      const found = sha256Of(content)
      if (found !== sha256) throw archiveFaults.corrupt(sha256, 'its bytes', `have the digest ${found}`, sha256)
      return content
    },

    async withdraw(sha256, because) {
      if (!isSha256(sha256)) throw archiveFaults.missing(sha256)
      try {
        const before = await marker(sha256)
        const text = await contentOf(pathOf(sha256, '.txt'))
        if (!before && !text && !(await contentOf(pathOf(sha256)))) throw archiveFaults.missing(sha256)
        const digest = text ? unwrap('chancery-text', text).digest : (before?.text ?? null)
        await write(pathOf(sha256, '.withdrawn'), wrap('chancery-withdrawn', JSON.stringify({ because, text: digest } satisfies Marker)))
        await syncFolder(folderOf(sha256))
        await remove(pathOf(sha256))
        await remove(pathOf(sha256, '.txt'))
        await syncFolder(folderOf(sha256))
      } catch (error) {
        throw ioFault(`withdraw document ${sha256}`, error)
      }
    },

    async *digests() {
      for (const shelf of await namesIn(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        const digests = (await namesIn(join(folder, shelf))).map((name) => name.replace(/\.(txt|withdrawn)$/, '')).filter(isSha256)
        yield* new Set(digests)
      }
    },
  }
}

interface Marker {
  readonly because: string
  /** Digest of the text that was withdrawn; null when the text had been lost before. */
  readonly text: string | null
}

const wrap = (kind: string, content: string): Buffer => Buffer.from(`${kind} ${sha256Of(content)}\n${content}`, 'utf8')

/** Digest and content; no digest when the first line is not the one expected. */
const unwrap = (kind: string, content: Buffer): { digest: string | null; inside: Buffer } => {
  const length = kind.length + 1 + 64
  const line = content.toString('latin1', 0, length + 1)
  const digest = line.slice(kind.length + 1, -1)
  const whole = line.startsWith(`${kind} `) && isSha256(digest) && line.endsWith('\n')
  return { digest: whole ? digest : null, inside: content.subarray(length + 1) }
}

const contentOf = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (isAbsent(error)) return null
    throw ioFault(`read ${path}`, error)
  }
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isAbsent(error)) return []
    throw ioFault(`list ${folder}`, error)
  }
}

let written = 0

const write = async (path: string, content: Uint8Array): Promise<void> => {
  const temporary = `${path}.${process.pid}-${written++}.part`
  let file: FileHandle | undefined
  try {
    file = await open(temporary, 'wx')
    await file.writeFile(content)
    await file.sync()
    await file.close()
    await rename(temporary, path)
  } catch (error) {
    await file?.close().catch(() => {})
    await unlink(temporary).catch(() => {})
    throw error instanceof Fault ? error : ioFault(`write ${path}`, error)
  }
}

const remove = async (path: string): Promise<void> => {
  try {
    await unlink(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
