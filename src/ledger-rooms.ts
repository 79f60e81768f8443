import { vocabulary } from '../events/index.ts'
import type { DocumentArchive } from './documents/archive.ts'
import { loadGazetteer } from './documents/gazetteers.ts'
import { createLinking } from './intake/linking.ts'
import type { Rooms } from './intake/rooms.ts'
import { gazetteerFolders } from './ledger-gazetteers.ts'
import { loadExtractor } from './preparing.ts'
import { createRecorder } from './recording/recorder.ts'
import type { EventStore } from './store/event-store.ts'

/** The rooms that intake works with, with rules and gazetteer. */
export const loadRooms = async (store: EventStore, archive: DocumentArchive): Promise<Rooms> => ({
  store,
  register: vocabulary,
  archive,
  recorder: createRecorder(store, vocabulary),
  extractor: await loadExtractor(),
  linking: createLinking({ store, register: vocabulary, archive, tables: await loadGazetteer(gazetteerFolders) }),
})
