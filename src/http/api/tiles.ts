import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lineOf, type RecordedEvent } from '../../kernel/envelope.ts'
import { Fault } from '../../kernel/fault.ts'
import type { Ledger } from '../../ledger.ts'

/** What the transparency files are made from. */
export type Provable = Pick<Ledger, 'location' | 'store' | 'transparency'>

const tile = /^tile\/(?:[0-9]|[1-5][0-9]|6[0-3])\/(?:x\d{3}\/)*\d{3}(?:\.p\/(?:[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/
const bundle = /^tile\/entries\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/

/**
 * The files of a transparency log, by the paths of C2SP tlog-tiles; nothing else of the ledger's folder can be asked
 * for. Entry bundles are made from the log, up to the size of the checkpoint. Faults: `no-such-path`.
 */
export const transparencyFile = async (ledger: Provable, path: string): Promise<Uint8Array<ArrayBuffer> | string> => {
  const entries = bundle.exec(path)
  const found =
    path === 'checkpoint'
      ? await ledger.transparency.checkpoint()
      : path === 'vkey'
        ? ledger.transparency
            .verifierKeys()
            .map((key) => `${key}\n`)
            .join('')
        : entries
          ? await entryBundle(ledger, Number((entries[1] as string).replaceAll(/[x/]/g, '')), Number(entries[2] ?? 256))
          : tile.test(path)
            ? await tileFile(ledger, path)
            : undefined
  if (found) return found
  throw new Fault('no-such-path', {
    attempted: `read /${path.slice(0, 100)}`,
    found: 'no such file in this log',
    expected: 'a path of C2SP tlog-tiles, up to the size of the checkpoint',
    cure: 'Make a checkpoint with: chancery checkpoint',
  })
}

/** The pattern has no dots but the one of `.p`, so a path cannot leave the folder. */
const tileFile = async ({ location }: Provable, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    return new Uint8Array(await readFile(join(location, path)))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Every stored line after its length in two bytes, big-endian. */
const entryBundle = async (
  { store, transparency }: Provable,
  index: number,
  width: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const from = index * 256
  const { size } = await transparency.state(0)
  if (from + width > size) return undefined
  const parts: Buffer[] = []
  const add = (line: Uint8Array): void => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(line.length)
    parts.push(length, Buffer.from(line))
  }
  const to = from + width - 1
  if (store.lines) for await (const lines of store.lines({ from, to })) lines.forEach(add)
  else for await (const event of store.read({ from, to }) as AsyncIterable<RecordedEvent>) add(Buffer.from(lineOf(event)))
  return new Uint8Array(Buffer.concat(parts))
}
