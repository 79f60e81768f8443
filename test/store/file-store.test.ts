import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../../src/store/file/file-store.ts'
import { storeContract } from '../contracts/store.ts'

for (const [name, segmentBytes] of [
  ['file', undefined],
  ['file with tiny segments', 700],
] as const) {
  let folder = ''
  const options = segmentBytes === undefined ? {} : { segmentBytes }
  storeContract(name, {
    async open({ now }) {
      folder = await mkdtemp(join(tmpdir(), 'chancery-'))
      return openFileStore(folder, { now, ...options })
    },
    reopen: () => openFileStore(folder, options),
    clean: () => rm(folder, { recursive: true, force: true }),
  })
}
