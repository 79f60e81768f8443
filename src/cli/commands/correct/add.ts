import { defineCommand } from '../../command.ts'
import { dataFrom } from '../../data-flags.ts'
import { reasonOf } from '../../reason.ts'
import { suggest } from '../../suggest.ts'
import { Usage } from '../../usage.ts'
import { append, correctionFlags } from './append.ts'

export const add = defineCommand({
  name: 'correct add',
  takes: ['document', 'type'],
  flags: { ...correctionFlags, set: { takes: 'FIELD=VALUE', many: true }, data: { takes: 'JSON' }, quote: { takes: 'TEXT' } },
  examples: [
    'chancery correct add 108e2ecc RelationshipChanged --data \'{"relationship":"108e2eccdfb1/r@40","parties":["KZ","VN"],"to":"diplomatic-relations","narrative":"background","scope":"interstate"}\' --quote "thiết lập quan hệ ngoại giao" --because "overlooked" --preview',
  ],
  async run(context, { set, data, quote, preview = false, ...flags }, [document = '', type = '']) {
    const { usage } = context.words
    const { because, by } = reasonOf(context, 'correct add', flags)
    const { vocabulary } = await context.hall()
    if (!vocabulary.get(type)) {
      const near = suggest(
        type,
        vocabulary.all.map((definition) => definition.type),
      )
      throw new Usage('invalid-value', {
        attempted: usage.run('correct add'),
        found: usage.noType(type),
        ...(near.length ? { cure: usage.didYouMean(near.join(` ${usage.or} `)) } : {}),
      })
    }
    if (!quote)
      throw new Usage('missing-argument', {
        attempted: usage.run('correct add'),
        found: usage.missing('--quote'),
        cure: usage.seeHelp('correct add'),
      })
    const ledger = await context.ledger({ write: !preview })
    const stream = await ledger.document(document)
    return append(
      context,
      { verb: 'add', document: stream, type, data: dataFrom(context.words, 'correct add', { data, set }), quote, because },
      by,
      preview,
    )
  },
})
