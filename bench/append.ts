import { closeSync, fdatasync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { lineOf } from '../src/kernel/envelope.ts'
import { openFileStore } from '../src/store/file/file-store.ts'
import { openTransparencyLog } from '../src/transparency/transparency-log.ts'
import { byTurns, type Row, secondsOf } from './row.ts'
import { eventsOfDocument, streamOf } from './store/documents.ts'

const turns = 7
const perDocument = 5
const sync = promisify(fdatasync)

/** Appends of five events, with the Merkle tree on and the checkpoint signed at the end, beside the same writes and syncs bare. */
export const run = async (): Promise<Row[]> => [
  await compare('one after the other, a sync each', 2_000, 1),
  await compare('64 in flight, syncs shared', 20_000, 64),
]

const compare = async (how: string, documents: number, inFlight: number): Promise<Row> => {
  await ours(200, inFlight)
  const [store, bare] = await byTurns(
    turns,
    () => ours(documents, inFlight),
    () => plain(documents, inFlight),
  )
  return {
    figure: `append, ${how}`,
    values: store,
    unit: 'events/s',
    beside: { figure: 'serialise, write, fdatasync', values: bare },
    remark: `${documents} documents of ${perDocument} events`,
  }
}

const inFolder = async (work: (folder: string) => Promise<number>): Promise<number> => {
  const folder = mkdtempSync(join(process.env.CHANCERY_BENCH_DIR ?? tmpdir(), 'chancery-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The store as a command uses it: lock, ids, revisions, index, tree, tiles, signature. */
const ours = (documents: number, inFlight: number): Promise<number> =>
  inFolder(async (folder) => {
    const store = await openFileStore(folder)
    const log = await openTransparencyLog(folder, store)
    const seconds = await secondsOf(async () => {
      let next = 0
      const worker = async () => {
        while (next < documents) {
          const number = next++
          await store.append(streamOf(number), eventsOfDocument(number, perDocument), { expectedRevision: 'no-stream' })
        }
      }
      await Promise.all(Array.from({ length: inFlight }, worker))
      await log.close()
    })
    await store.close()
    return (documents * perDocument) / seconds
  })

/** The same lines in the same groups, serialised, written and synced, and nothing else. */
const plain = (documents: number, inFlight: number): Promise<number> =>
  inFolder(async (folder) => {
    const fd = openSync(join(folder, 'log.ndjson'), 'wx')
    let position = 0
    const seconds = await secondsOf(async () => {
      for (let first = 0; first < documents; first += inFlight) {
        let text = ''
        for (let number = first; number < Math.min(first + inFlight, documents); number++) {
          const stream = streamOf(number)
          for (const [revision, event] of eventsOfDocument(number, perDocument).entries())
            text += `${lineOf({ ...event, position: position++, stream, revision, recorded: '2026-01-01T00:00:00.000Z' })}\n`
        }
        writeSync(fd, text)
        await sync(fd)
      }
    })
    closeSync(fd)
    return (documents * perDocument) / seconds
  })
