import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'
import { atLeastTwo } from './at-least-two.ts'

export const mergePeople = defineCommand({
  name: 'correct merge-people',
  takes: ['person...'],
  flags: correctionFlags,
  examples: ['chancery correct merge-people kassym-jomart-tokayev.kz tokayev.kz --because "one man, two spellings" --preview'],
  async run(context, { preview = false, ...flags }, people) {
    const { because, by } = reasonOf(context, 'correct merge-people', flags)
    atLeastTwo(context.words, 'correct merge-people', people)
    return append(context, { verb: 'merge-people', people, because }, by, preview)
  },
})
