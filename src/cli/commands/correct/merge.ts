import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'
import { atLeastTwo } from './at-least-two.ts'

export const merge = defineCommand({
  name: 'correct merge',
  takes: ['engagement...'],
  flags: { ...correctionFlags, partOf: {} },
  examples: [
    'chancery correct merge 0123456789ab/v@130 ba9876543210/v@12 --because "one visit" --preview',
    'chancery correct merge 0123456789ab/a@40 0123456789ab/a@300 --part-of --because "one of the seven" --preview',
  ],
  async run(context, { partOf, preview = false, ...flags }, engagements) {
    const { because, by } = reasonOf(context, 'correct merge', flags)
    atLeastTwo(context.words, 'correct merge', engagements)
    return append(context, { verb: 'merge', engagements, relation: partOf ? 'part-of' : 'same', because }, by, preview)
  },
})
