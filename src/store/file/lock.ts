import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createServer, type Server } from 'node:net'
import { basename } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import { diskFault } from './disk-fault.ts'
import { askHolder, type Holder } from './lock-holder.ts'
import { socketPlaces } from './socket-path.ts'

/** The right to write to a ledger. It ends with the process that holds it, however that ends. */
export interface Lock {
  /** Whether the name in the folder is still ours. */
  held(): boolean
  release(): void
}

/** Two who find a stale lock at once meet in this many rounds at most. */
const rounds = 8

/**
 * One writer at a time, by a Unix domain socket named `lock` in the ledger's folder: it works between containers that
 * share the folder, and a socket on which nobody listens is stale at once, because the kernel closes it with its
 * process. The socket listens under a name of its own first and gets the name `lock` by `link`, which fails when
 * there is one: so a lock that can be seen can be asked who holds it. A stale one is moved aside before it is
 * removed, so that of two who found it stale only one removes it; whoever lost its name learns it before its next
 * write (`held`).
 */
export const takeLock = async (folder: string): Promise<Lock> => {
  const places = socketPlaces(folder)
  const own = places.at(`lock-${randomUUID().slice(0, 8)}`)
  const server = await listen(places.reachable(own)).catch((error: unknown) => {
    places.close()
    throw diskFault(`lock the ledger in ${folder}`, error)
  })
  const giveUp = () => {
    server.close()
    remove(own)
    places.close()
  }
  try {
    const ino = fs.statSync(own).ino
    const lock = places.at('lock')
    for (let round = 0; round < rounds; round++) {
      if (linked(own, lock)) {
        remove(own)
        return {
          held: () => inodeOf(lock) === ino,
          release() {
            if (inodeOf(lock) === ino) remove(lock)
            server.close()
            places.close()
          },
        }
      }
      const found = inodeOf(lock)
      const holder = await askHolder(places.reachable(lock))
      if (holder !== 'nobody') refuse(folder, holder)
      if (found !== undefined) moveStaleAside(lock, found)
    }
    return refuse(folder, undefined)
  } catch (error) {
    giveUp()
    throw diskFault(`lock the ledger in ${folder}`, error)
  }
}

const listen = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const holder: Holder = {
      pid: process.pid,
      host: hostName(),
      command: process.argv
        .slice(1)
        .map((word) => basename(word))
        .join(' ')
        .slice(0, 200),
    }
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end(`${JSON.stringify(holder)}\n`)
    })
    server.once('error', reject)
    server.listen(path, () => resolve(server.unref()))
  })

const hostName = (): string => {
  try {
    return fs.readFileSync('/etc/hostname', 'utf8').trim()
  } catch {
    return process.platform
  }
}

const linked = (own: string, lock: string): boolean => {
  try {
    fs.linkSync(own, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes the stale socket with this inode; one that took its place meanwhile gets its name back. */
const moveStaleAside = (lock: string, stale: number): void => {
  const aside = `${lock}-${randomUUID().slice(0, 8)}`
  try {
    fs.renameSync(lock, aside)
    if (inodeOf(aside) !== stale) linked(aside, lock)
    fs.unlinkSync(aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

const inodeOf = (path: string): number | undefined => fs.statSync(path, { throwIfNoEntry: false })?.ino

const remove = (path: string): void => fs.rmSync(path, { force: true })

const refuse = (folder: string, holder: Holder | undefined): never => {
  const who = holder ? `process ${holder.pid} on ${holder.host} (${holder.command}) is writing to it` : 'another process is writing to it'
  throw new Fault('locked', {
    attempted: `write to the ledger in ${folder}`,
    found: who,
    expected: 'one writer at a time',
    cure: 'Wait until it is done, or stop it; reading needs no lock.',
    folder,
    ...(holder ? { holder } : {}),
  })
}
