import { join } from 'node:path'
import { vocabulary } from '../events/index.ts'
import { fileArchive } from './documents/file-archive.ts'
import { loadGazetteer } from './documents/gazetteers.ts'
import type { IdentityFinding } from './identity/resolver.ts'
import { createLinking } from './intake/linking.ts'
import { gazetteerFolders } from './ledger-gazetteers.ts'
import { openFileStore } from './store/file/file-store.ts'

/** The ledger at a place, as its log was up to a position. */
export interface Point {
  readonly location: string
  readonly to: number
}

/** What is doubtful about who and what is one, worked out from all documents. Reads, and writes nothing. */
export const findingsAt = async ({ location, to }: Point): Promise<readonly IdentityFinding[]> => {
  const store = await openFileStore(location, { readOnly: true })
  try {
    const archive = fileArchive(join(location, 'documents'))
    return await createLinking({ store, register: vocabulary, archive, tables: await loadGazetteer(gazetteerFolders) }).findings(to)
  } finally {
    await store.close()
  }
}
