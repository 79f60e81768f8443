import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { SnapshotStorage } from './snapshot-storage.ts'

const chunk = 1 << 20

/**
 * Snapshots as files: `<folder>/<name>/snapshot.ndjson`. Written beside, flushed to disk, then renamed over the old
 * one. A name is a view's with its version: `visits@1`.
 */
export const snapshotFiles = (folder: string): SnapshotStorage => {
  const file = (name: string): string => join(folder, name, 'snapshot.ndjson')
  return {
    async read(name) {
      return readFile(file(name)).catch(() => undefined)
    },
    async write(name, lines) {
      await mkdir(join(folder, name), { recursive: true })
      const beside = `${file(name)}.${process.pid}.part`
      try {
        await writeLines(beside, lines)
        await rename(beside, file(name))
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    remove: (name) => rm(join(folder, name), { recursive: true, force: true }),
  }
}

const writeLines = async (path: string, lines: AsyncIterable<string>): Promise<void> => {
  const handle = await open(path, 'w')
  try {
    let waiting = ''
    for await (const line of lines) {
      waiting += `${line}\n`
      if (waiting.length < chunk) continue
      await handle.write(waiting)
      waiting = ''
    }
    await handle.write(waiting)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}
