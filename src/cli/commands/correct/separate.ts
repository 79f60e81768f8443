import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'
import { atLeastTwo } from './at-least-two.ts'

export const separate = defineCommand({
  name: 'correct separate',
  takes: ['engagement', 'other'],
  flags: correctionFlags,
  examples: ['chancery correct separate 0123456789ab/v@130 ba9876543210/v@12 --because "two visits, ten years apart" --preview'],
  async run(context, { preview = false, ...flags }, [a = '', b = '']) {
    const { because, by } = reasonOf(context, 'correct separate', flags)
    atLeastTwo(context.words, 'correct separate', [a, b])
    return append(context, { verb: 'separate', a, b, because }, by, preview)
  },
})
