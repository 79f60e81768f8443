import { resolve } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import { type Disk, realDisk } from './disk.ts'
import { diskFault } from './disk-fault.ts'
import { logFolder } from './segments.ts'

/** `ledger`: has a log · `vacant`: missing or empty, may become one · `other`: something else lives there. */
export type FolderKind = 'ledger' | 'vacant' | 'other'

/** What is at a path. Lock sockets that a killed process left behind do not count. */
export const folderKind = (directory: string, disk: Disk = realDisk): FolderKind => {
  try {
    // Listed before its log is looked for: else a log that another writer makes in between would pass for other things.
    const names = disk.list(directory)
    if (names.every((name) => name.startsWith('lock'))) return 'vacant'
    return names.includes('log') && disk.stat(logFolder(directory)).folder ? 'ledger' : 'other'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return 'vacant'
    if (code === 'ENOTDIR') return 'other'
    throw diskFault(`look into ${directory}`, error)
  }
}

/** Whether a ledger can be opened at this path. */
export const isLedgerFolder = (directory: string): boolean => folderKind(directory) === 'ledger'

export const refuseForeign = (directory: string): never => {
  throw new Fault('not-a-ledger', {
    attempted: `open the ledger in ${resolve(directory)}`,
    found: 'the folder holds other things and no log',
    expected: 'a ledger, or an empty or missing folder',
    cure: 'Name another folder with --ledger.',
    directory: resolve(directory),
  })
}

export const refuseVacant = (directory: string): never => {
  throw new Fault('not-a-ledger', {
    attempted: `open the ledger in ${resolve(directory)}`,
    found: 'there is none yet',
    expected: 'a folder with a log',
    cure: 'Feed a document in with `chancery ingest`, or name another folder with --ledger.',
    directory: resolve(directory),
  })
}
