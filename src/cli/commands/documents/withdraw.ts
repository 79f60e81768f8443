import { defineCommand } from '../../command.ts'
import { printOne } from '../../formats/one.ts'
import { reasonFlags, reasonOf } from '../../reason.ts'

export const withdraw = defineCommand({
  name: 'documents withdraw',
  takes: ['document'],
  flags: reasonFlags,
  examples: ['chancery documents withdraw 108e2ecc --because "the publisher asked"'],
  async run(context, flags, [wanted = '']) {
    const { because, by } = reasonOf(context, 'documents withdraw', flags)
    const ledger = await context.ledger({ write: true })
    const stream = await ledger.document(wanted)
    await ledger.withdraw(stream, because, by)
    await printOne(context, { stream, withdrawn: true, because, by }, () => context.words.documents.removed(stream))
    return 0
  },
})
