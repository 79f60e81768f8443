import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import { printOne } from '../formats/one.ts'
import { progressOf } from '../progress.ts'

export const importLedger = defineCommand({
  name: 'import',
  takes: ['[file]'],
  flags: {},
  examples: ['chancery import ledger.ndjson --ledger ./copy', 'cat ledger.ndjson | chancery import --ledger ./copy'],
  async run(context, _flags, [file]) {
    const { io, words } = context
    const input = file === undefined ? io.stdin : createReadStream(resolve(io.cwd, file))
    const unreadable = new Promise<never>((_, reject) => {
      input.once('error', (error: Error) =>
        reject(new Fault('no-such-path', { attempted: `read ${file ?? '-'}`, found: error.message }, error)),
      )
    })
    unreadable.catch(() => {})
    const ledger = await context.ledger({ write: true })
    const progress = await progressOf(context, null, words.replay.rate)
    const taken = { lines: 0, position: -1 }
    const take = async (): Promise<void> => {
      const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
      for await (const at of ledger.import(lines)) {
        Object.assign(taken, at)
        progress.step(at.lines)
      }
    }
    await Promise.race([take(), unreadable]).finally(() => progress.stop())
    await printOne(context, taken, () => words.imported(taken.lines, taken.position))
    return 0
  },
})
