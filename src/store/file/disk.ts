import fs from 'node:fs'
import { promisify } from 'node:util'

/**
 * The system calls that a ledger rests on, and why each is made. Tests hand in a disk that fails.
 *
 * | call | when | why |
 * |---|---|---|
 * | `openat(O_CREAT \| O_EXCL)` | a new segment | never writes into a file that is there already |
 * | `pwrite` | every group of appends | at the known end of the log, so that two writers cannot interleave |
 * | `fdatasync` | after it, before any append resolves | data and length are on the disk; times may wait |
 * | `fsync` of the folder | after a file or folder is created or renamed | the name survives a power cut, not only the bytes |
 * | `ftruncate` + `fdatasync` | a torn tail at open, a failed write | what was never acknowledged must not be read |
 * | `stat` by path | before every write | the file still has its name, its inode and our length: nobody else wrote |
 */
export interface Disk {
  open(path: string, flags: 'r' | 'r+' | 'wx+'): number
  close(fd: number): void
  /** Reads until the buffer is full or the file ends; answers the number of bytes. */
  read(fd: number, buffer: Uint8Array, position: number): number
  readLater(fd: number, buffer: Uint8Array, position: number): Promise<number>
  /** Writes all of it. */
  write(fd: number, bytes: Uint8Array, position: number): void
  truncate(fd: number, length: number): void
  sync(fd: number): Promise<void>
  syncFolder(path: string): void
  stat(path: string): { readonly size: number; readonly ino: number; readonly folder: boolean }
  size(fd: number): number
  list(path: string): string[]
  makeFolder(path: string): void
}

const fdatasync = promisify(fs.fdatasync)
const readOnce = promisify(fs.read)

export const realDisk: Disk = {
  open: (path, flags) => fs.openSync(path, flags, 0o644),
  close: (fd) => fs.closeSync(fd),
  read(fd, buffer, position) {
    let filled = 0
    while (filled < buffer.length) {
      const bytes = fs.readSync(fd, buffer, filled, buffer.length - filled, position + filled)
      if (bytes === 0) break
      filled += bytes
    }
    return filled
  },
  async readLater(fd, buffer, position) {
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await readOnce(fd, buffer, filled, buffer.length - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return filled
  },
  write(fd, bytes, position) {
    let written = 0
    while (written < bytes.length) written += fs.writeSync(fd, bytes, written, bytes.length - written, position + written)
  },
  truncate: (fd, length) => fs.ftruncateSync(fd, length),
  sync: (fd) => fdatasync(fd),
  syncFolder(path) {
    const fd = fs.openSync(path, 'r')
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  },
  stat(path) {
    const { size, ino, isDirectory } = statsOf(path)
    return { size, ino, folder: isDirectory }
  },
  size: (fd) => fs.fstatSync(fd).size,
  list: (path) => fs.readdirSync(path),
  makeFolder: (path) => void fs.mkdirSync(path, { recursive: true }),
}

const statsOf = (path: string) => {
  const stats = fs.statSync(path)
  return { size: stats.size, ino: stats.ino, isDirectory: stats.isDirectory() }
}
