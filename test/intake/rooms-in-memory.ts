import { vocabulary } from '../../events/index.ts'
import { memoryArchive } from '../../src/documents/memory-archive.ts'
import { createLinking } from '../../src/intake/linking.ts'
import type { Rooms } from '../../src/intake/rooms.ts'
import { createRecorder } from '../../src/recording/recorder.ts'
import { openMemoryStore } from '../../src/store/memory/memory-store.ts'

/** The version that claims of tests are said to come from. */
export const version = { extractor: 'vi@1.0.0', rules: '0123456789ab', gazetteer: '0123456789ab' }

/** An empty ledger in memory, with no tables to know people by; the extractor finds nothing until a test says what. */
export const roomsInMemory = (): Rooms => {
  const store = openMemoryStore()
  const archive = memoryArchive()
  return {
    store,
    register: vocabulary,
    archive,
    recorder: createRecorder(store, vocabulary),
    extractor: {
      ...version,
      id: version.extractor,
      language: 'vi',
      extract: () => ({ ...version, claims: [], uncoded: [], findings: [] }),
    },
    linking: createLinking({ store, register: vocabulary, archive, tables: {} }),
  } as unknown as Rooms
}
