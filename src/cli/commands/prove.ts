import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import { Usage } from '../usage.ts'

export const prove = defineCommand({
  name: 'prove',
  takes: ['position'],
  completes: 'nothing',
  flags: { out: { takes: 'FILE' } },
  examples: ['chancery prove 12 --out event-12.proof'],
  async run(context, { out: file }, [given = '']) {
    const { io, out, words, settings } = context
    if (!/^\d{1,15}$/.test(given))
      throw new Usage('invalid-value', {
        attempted: words.usage.run('prove'),
        found: words.usage.value('position', given),
        expected: words.usage.wholeNumber,
      })
    const ledger = await context.ledger()
    const position = Number(given)
    const tip = await ledger.tip()
    if (position > tip)
      throw new Fault('no-such-event', {
        attempted: `prove the event at position ${position}`,
        found: `the last position is ${tip}`,
        position,
      })
    const proof = await ledger.transparency.prove(position)
    if (file !== undefined) {
      await writeFile(resolve(io.cwd, file), proof)
      await out.print(settings.json ? JSON.stringify({ written: file, position }) : words.export.written(file))
    } else await out.print(settings.json ? JSON.stringify({ position, proof }) : proof.trimEnd())
    return 0
  },
})
