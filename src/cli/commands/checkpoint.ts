import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'

export const checkpoint = defineCommand({
  name: 'checkpoint',
  flags: { vkey: {} },
  examples: ['chancery checkpoint > checkpoint.txt', 'chancery checkpoint --vkey'],
  async run(context, { vkey }) {
    const { out, settings } = context
    const { transparency } = await context.ledger()
    const keys = transparency.verifierKeys()
    if (vkey) {
      await out.print(settings.json ? JSON.stringify({ verifierKeys: keys }) : keys.join('\n'))
      return 0
    }
    const note = await transparency.checkpoint()
    if (note === undefined)
      throw new Fault('no-such-event', {
        attempted: 'print the checkpoint',
        found: 'nothing has been signed yet',
        cure: 'Ingest something: a ledger is signed when it is closed.',
      })
    await out.print(settings.json ? JSON.stringify({ checkpoint: note, verifierKeys: keys }) : note.trimEnd())
    return 0
  },
})
