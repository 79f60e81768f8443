import type { DocumentArchive } from '../documents/archive.ts'
import type { EventRegister } from '../kernel/register.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { EventStore } from '../store/event-store.ts'
import type { Linking } from './linking.ts'
import type { Extractor } from './prepared.ts'

/** The rooms that intake works with; the hall hands them in. */
export interface Rooms {
  readonly store: EventStore
  readonly register: EventRegister
  readonly archive: DocumentArchive
  readonly recorder: Recorder
  readonly extractor: Extractor
  readonly linking: Linking
}
