import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { Usage } from '../../usage.ts'
import { append, correctionFlags } from './append.ts'
import { eventIds } from './event-ids.ts'

export const review = defineCommand({
  name: 'correct review',
  takes: ['event'],
  flags: { ...correctionFlags, verdict: { oneOf: ['right', 'wrong', 'unsure'] } },
  examples: ['chancery correct review 12 --verdict right --because "read against the page" --preview'],
  async run(context, { verdict, preview = false, ...flags }, args) {
    const { usage } = context.words
    const { because, by } = reasonOf(context, 'correct review', flags)
    if (!verdict)
      throw new Usage('missing-argument', {
        attempted: usage.run('correct review'),
        found: usage.missing('--verdict'),
        expected: usage.oneOf('right, wrong, unsure'),
      })
    const [event = ''] = await eventIds(context, args, !preview)
    return append(context, { verb: 'review', event, verdict, because }, by, preview)
  },
})
