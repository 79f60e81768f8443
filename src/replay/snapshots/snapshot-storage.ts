/** Where snapshots are kept: one per view and version, replaced as a whole. They can be deleted at any time. */
export interface SnapshotStorage {
  /** The bytes of a snapshot: its lines, each with its LF; undefined when there is none. */
  read(name: string): Promise<Buffer | undefined>
  /** Atomic: after a crash there is the old one or the new one. Rejects, leaving the old one, when the lines throw. Lines are given without LF. */
  write(name: string, lines: AsyncIterable<string>): Promise<void>
  remove(name: string): Promise<void>
}
