import { openFileStore } from '../../src/store/file/file-store.ts'
import { openTransparencyLog } from '../../src/transparency/transparency-log.ts'
import { notes } from '../contracts/notes.ts'

/**
 * Appends to a ledger as fast as it can, eight appends at a time, until it is killed: `<folder> <round>`. Prints the
 * ids of every append that was acknowledged, one append a line, after it was.
 */
const [folder = '', round = '0'] = process.argv.slice(2)
const store = await openFileStore(folder, { segmentBytes: 200_000 })
const log = await openTransparencyLog(folder, store, { everyMs: 20 })
for (const { code } of store.findings) process.stderr.write(`${code}\n`)

const work = async (worker: number): Promise<void> => {
  for (let number = 0; ; number++) {
    const prefix = `${round}-${worker}-${number}-`
    const count = 1 + ((worker + number) % 5)
    await store.append(`document/${round}-${worker}-${number}`, notes(prefix, count), { expectedRevision: 'no-stream' })
    process.stdout.write(`${prefix} ${count}\n`)
    if (number % 50 === 49 && worker === 0) await log.sign()
  }
}
process.stdout.write('ready\n')
await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)))
