import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type FileStore, type FileStoreOptions, openFileStore } from '../../src/store/file/file-store.ts'

/** Fresh folders and stores that are closed and removed after each test. */
export const folders = () => {
  const made: string[] = []
  const open: FileStore[] = []
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  return {
    fresh(): string {
      const folder = mkdtempSync(join(tmpdir(), 'chancery-'))
      made.push(folder)
      return folder
    },
    async store(folder: string, options?: FileStoreOptions): Promise<FileStore> {
      const store = await openFileStore(folder, options)
      open.push(store)
      return store
    },
  }
}
