import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { Usage } from '../../usage.ts'
import { append, correctionFlags } from './append.ts'
import { atLeastTwo } from './at-least-two.ts'

export const separatePeople = defineCommand({
  name: 'correct separate-people',
  takes: ['person', '[other]'],
  flags: { ...correctionFlags, in: { takes: 'DOCUMENT', many: true }, as: { takes: 'PERSON' } },
  examples: [
    'chancery correct separate-people kassym-jomart-tokayev.kz tokayev.kz --because "checking" --preview',
    'chancery correct separate-people nguyen-van-a.vn --as nguyen-van-a-2.vn --in 108e2ecc --because "a namesake" --preview',
  ],
  async run(context, { in: documents = [], as, preview = false, ...flags }, [person = '', other]) {
    const name = 'correct separate-people'
    const { because, by } = reasonOf(context, name, flags)
    if (other !== undefined) {
      atLeastTwo(context.words, name, [person, other])
      return append(context, { verb: 'separate-people', a: person, b: other, because }, by, preview)
    }
    const { usage } = context.words
    if (!as || documents.length === 0)
      throw new Usage('missing-argument', {
        attempted: usage.run(name),
        found: usage.missing(as ? '--in' : '--as'),
        cure: usage.seeHelp(name),
      })
    const ledger = await context.ledger({ write: !preview })
    const streams: string[] = []
    for (const document of documents) streams.push(await ledger.document(document))
    return append(context, { verb: 'rename-person', person, documents: streams, as, because }, by, preview)
  },
})
