import { defineCommand } from '../../command.ts'
import { reasonOf } from '../../reason.ts'
import { Usage } from '../../usage.ts'
import { append, correctionFlags } from './append.ts'
import { atLeastTwo } from './at-least-two.ts'
import { personIds } from './person-ids.ts'

export const separatePeople = defineCommand({
  name: 'correct separate-people',
  takes: ['person', '[other]'],
  flags: { ...correctionFlags, in: { takes: 'DOCUMENT', many: true }, as: { takes: 'PERSON' } },
  examples: [
    'chancery correct separate-people tokayev "kim dae-jung" --because "checking" --preview',
    'chancery correct separate-people tokayev --as tokayev-2.kz --in 108e2ecc --because "a namesake" --preview',
  ],
  async run(context, { in: documents = [], as, preview = false, ...flags }, [person = '', other]) {
    const name = 'correct separate-people'
    const { because, by } = reasonOf(context, name, flags)
    const people = await personIds(context, other === undefined ? [person] : [person, other], !preview)
    if (people === null) return 1
    const [a = '', b] = people
    if (b !== undefined) {
      atLeastTwo(context.words, name, people)
      return append(context, { verb: 'separate-people', a, b, because }, by, preview)
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
    return append(context, { verb: 'rename-person', person: a, documents: streams, as, because }, by, preview)
  },
})
