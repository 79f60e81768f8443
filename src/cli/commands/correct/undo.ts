import { defineCommand } from '../../command.ts'
import { whoOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'

export const undo = defineCommand({
  name: 'correct undo',
  flags: correctionFlags,
  examples: ['chancery correct undo --preview', 'chancery correct undo'],
  async run(context, { because, preview = false, ...flags }) {
    const by = whoOf(context, 'correct undo', flags)
    return append(context, { verb: 'undo', ...(because ? { because } : {}) }, by, preview)
  },
})
