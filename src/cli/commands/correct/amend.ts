import { defineCommand } from '../../command.ts'
import { dataFrom } from '../../data-flags.ts'
import { reasonOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'
import { eventIds } from './event-ids.ts'

export const amend = defineCommand({
  name: 'correct amend',
  takes: ['event'],
  flags: { ...correctionFlags, set: { takes: 'FIELD=VALUE', many: true }, data: { takes: 'JSON' } },
  examples: [
    'chancery correct amend 12 --set count=8 --because "the annex lists eight" --preview',
    'chancery correct amend 12 --data \'{"instrument":"mou","title":null}\' --because "the communiqué says so" --preview',
  ],
  async run(context, { set, data, preview = false, ...flags }, args) {
    const { because, by } = reasonOf(context, 'correct amend', flags)
    const patch = dataFrom(context.words, 'correct amend', { data, set })
    const [event = ''] = await eventIds(context, args, !preview)
    return append(context, { verb: 'amend', event, data: patch, because }, by, preview)
  },
})
