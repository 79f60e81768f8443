import type { SnapshotStorage } from './snapshot-storage.ts'

/** Snapshots that somebody else keeps: they are read, and nothing is written or removed. */
export const readOnlySnapshots = (storage: SnapshotStorage): SnapshotStorage => ({
  read: storage.read,
  write: async () => {},
  remove: async () => {},
})
