import { defineCommand } from '../../command.ts'
import { whoOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'

export const redo = defineCommand({
  name: 'correct redo',
  flags: correctionFlags,
  examples: ['chancery correct redo'],
  async run(context, { because, preview = false, ...flags }) {
    const by = whoOf(context, 'correct redo', flags)
    return append(context, { verb: 'redo', ...(because ? { because } : {}) }, by, preview)
  },
})
