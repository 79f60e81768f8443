import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'
import { atLeastTwo } from './at-least-two.ts'
import { personIds } from './person-ids.ts'

export const mergePeople = defineCommand({
  name: 'correct merge-people',
  takes: ['person...'],
  flags: correctionFlags,
  examples: ['chancery correct merge-people tokayev "kim dae-jung" --because "one man, two spellings" --preview'],
  async run(context, { preview = false, ...flags }, given) {
    const { because, by } = reasonOf(context, 'correct merge-people', flags)
    const people = await personIds(context, given, !preview)
    if (people === null) return 1
    atLeastTwo(context.words, 'correct merge-people', people)
    return append(context, { verb: 'merge-people', people, because }, by, preview)
  },
})
