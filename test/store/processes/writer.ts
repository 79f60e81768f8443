import { isFault } from '../../../src/kernel/fault.ts'
import { openFileStore } from '../../../src/store/file/file-store.ts'
import { notes } from '../../contracts/notes.ts'

/**
 * A writer in a process of its own: `writer.ts <folder> <appends> <segment bytes>`. Prints `ready` once it holds the
 * ledger (or the fault that kept it out), goes on when a line comes in, and prints `done` at the end.
 */
const [folder = '', appends = '0', segmentBytes = '0'] = process.argv.slice(2)

const say = (word: unknown): void => void process.stdout.write(`${typeof word === 'string' ? word : JSON.stringify(word)}\n`)
const nextLine = (): Promise<unknown> => new Promise((resolve) => process.stdin.once('data', resolve))

try {
  const store = await openFileStore(folder, { segmentBytes: Number(segmentBytes) || 16 * 1024 * 1024 })
  say('ready')
  await nextLine()
  const from = (await store.tip()) + 1
  for (let number = 0; number < Number(appends); number++)
    await store.append(`s${number % 5}`, notes(`${from + number}-`, 1 + (number % 3)), { expectedRevision: 'any' })
  say('done')
  await nextLine()
  await store.close()
} catch (fault) {
  if (!isFault(fault)) throw fault
  say(fault)
}
process.exit()
