/** Where snapshots are kept: one per view and version, replaced as a whole. They can be deleted at any time. */
export interface SnapshotStorage {
  /** The lines of a snapshot, without LF; undefined when there is none. */
  read(name: string): Promise<AsyncIterable<string> | undefined>
  /** Atomic: after a crash there is the old one or the new one. Rejects, leaving the old one, when the lines throw. */
  write(name: string, lines: AsyncIterable<string>): Promise<void>
  remove(name: string): Promise<void>
}
