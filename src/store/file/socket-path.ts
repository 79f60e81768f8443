import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The kernel takes socket paths of at most this many bytes (`sun_path`, less its final zero; the least of Linux and macOS). */
const longestPath = 103

export interface SocketPlaces {
  /** The file's path, however long. */
  at(name: string): string
  /** The same file under a path that is short enough to listen on and to connect to. */
  reachable(path: string): string
  close(): void
}

/**
 * Where the sockets of a ledger stand: in its folder. Where that path is too long for a socket, Linux reaches it
 * through an open directory (`/proc/self/fd/…`); elsewhere they move to the temporary folder, named by a hash of
 * the folder's real path, and then do not meet between containers.
 */
export const socketPlaces = (folder: string): SocketPlaces => {
  const real = fs.realpathSync(folder)
  const fits = Buffer.byteLength(join(real, 'lock-00000000')) <= longestPath
  if (fits) return { at: (name) => join(real, name), reachable: (path) => path, close: () => {} }
  if (fs.existsSync('/proc/self/fd')) {
    const fd = fs.openSync(real, 'r')
    return {
      at: (name) => join(real, name),
      reachable: (path) => join('/proc/self/fd', String(fd), path.slice(real.length)),
      close: () => fs.closeSync(fd),
    }
  }
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24)
  return { at: (socket) => join(tmpdir(), `chancery-${name}-${socket}`), reachable: (path) => path, close: () => {} }
}
