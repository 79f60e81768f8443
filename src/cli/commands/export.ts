import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { defineCommand } from '../command.ts'
import { Usage } from '../usage.ts'

/** Formats in which the whole ledger is written. Views are written by `chancery view … --format`. */
const formats = ['log'] as const

export const exportLedger = defineCommand({
  name: 'export',
  takes: ['format', '[file]'],
  flags: {},
  examples: ['chancery export log ledger.ndjson', 'chancery export log | head'],
  async run(context, _flags, [format = '', file]) {
    const { io, out, words } = context
    if (!(formats as readonly string[]).includes(format))
      throw new Usage('invalid-value', {
        attempted: words.usage.run('export'),
        found: words.usage.value('format', format),
        expected: words.usage.oneOf(formats.join(', ')),
      })
    const ledger = await context.ledger()
    const target = file === undefined ? null : await open(resolve(io.cwd, file), 'w')
    try {
      for await (const event of ledger.events()) {
        if (out.closed) break
        const line = JSON.stringify(event)
        if (target) await target.write(`${line}\n`)
        else await out.print(line)
      }
    } finally {
      await target?.close()
    }
    if (file !== undefined) out.say(words.export.written(file))
    return 0
  },
})
