import { defineCommand } from '../../command.ts'
import { printOne } from '../../formats/one.ts'
import { pathFrom } from '../../paths.ts'
import { reasonFlags, reasonOf } from '../../reason.ts'

export const restore = defineCommand({
  name: 'documents restore',
  takes: ['path'],
  flags: reasonFlags,
  examples: ['chancery documents restore article.txt --because "the publisher agreed"'],
  async run(context, flags, [path = '']) {
    const { because, by } = reasonOf(context, 'documents restore', flags)
    const { inputsFrom } = await context.hall()
    const ledger = await context.ledger({ write: true })
    const restored: string[] = []
    for await (const input of inputsFrom([pathFrom(context.io, path)], { stdin: context.io.stdin })) {
      if ('fault' in input) throw input.fault
      await ledger.restore(input, because, by)
      restored.push(input.name)
    }
    await printOne(context, { restored, because, by }, () => restored.map(context.words.documents.restored).join('\n'))
    return 0
  },
})
