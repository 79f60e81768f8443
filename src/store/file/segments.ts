import { join } from 'node:path'
import type { Disk } from './disk.ts'
import { onDisk } from './disk-fault.ts'

/** A segment is named by the position of its first event, in twelve digits. */
export interface Segment {
  readonly first: number
  readonly path: string
}

export const logFolder = (folder: string): string => join(folder, 'log')

export const segmentAt = (folder: string, first: number): Segment => ({
  first,
  path: join(logFolder(folder), `${String(first).padStart(12, '0')}.ndjson`),
})

/** The segments of a ledger in order; other files in the folder are not ours and left alone. */
export const segmentsIn = (disk: Disk, folder: string): Segment[] =>
  onDisk('list the log', () => disk.list(logFolder(folder)))
    .filter((name) => /^\d{12}\.ndjson$/.test(name))
    .sort()
    .map((name) => segmentAt(folder, Number(name.slice(0, 12))))
