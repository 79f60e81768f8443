import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../kernel/fault.ts'

/** The files of a transparency log, by the paths of C2SP tlog-tiles; nothing else of the ledger's folder can be asked for. */
const tile = /^tile\/(?:entries|[0-9]|[1-5][0-9]|6[0-3])\/(?:x\d{3}\/)*\d{3}(?:\.p\/(?:[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/

export const isTile = (path: string): boolean => tile.test(path)

/** The bytes of `checkpoint` or of a tile. Faults: `no-such-path`. */
export const transparencyFile = async (location: string, path: string): Promise<Uint8Array<ArrayBuffer>> => {
  if (path === 'checkpoint' || path === 'vkey' || isTile(path)) {
    try {
      return new Uint8Array(await readFile(join(location, path)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error
    }
  }
  throw new Fault('no-such-path', {
    attempted: `read /${path.slice(0, 100)}`,
    found: 'no such file in this log',
    expected: 'a path of C2SP tlog-tiles, up to the size of the checkpoint',
    cure: 'Make a checkpoint with: chancery checkpoint',
  })
}
