import type { RecordedEvent } from '../../../kernel/envelope.ts'
import { Fault } from '../../../kernel/fault.ts'
import { defineCommand } from '../../command.ts'
import type { Context } from '../../context.ts'
import { linesOf } from '../../lines.ts'
import { reasonOf } from '../../reason.ts'
import { append, correctionFlags } from './append.ts'
import { eventIds } from './event-ids.ts'

export const retract = defineCommand({
  name: 'correct retract',
  takes: ['[event...]'],
  flags: { ...correctionFlags, document: { takes: 'DOCUMENT' } },
  examples: [
    'chancery correct retract 12 --because "the text says planned" --preview',
    'chancery correct retract --document 108e2ecc --because "a forgery" --preview',
  ],
  async run(context, { document, preview = false, ...flags }, args) {
    const { because, by } = reasonOf(context, 'correct retract', flags)
    const given = args.includes('-') ? [...args.filter((word) => word !== '-'), ...(await linesOf(context.io.stdin))] : args
    const events = [...(await eventIds(context, given, !preview)), ...(document ? await claimsOf(context, document, !preview) : [])]
    if (events.length === 0)
      throw new Fault('no-such-event', {
        attempted: 'retract',
        found: context.words.usage.missing('event'),
        cure: context.words.usage.seeHelp('correct retract'),
      })
    return append(context, { verb: 'retract', events, because }, by, preview)
  },
})

/** The claims of a document: what has evidence. Facts about the document itself stay. */
const claimsOf = async (context: Context, document: string, write: boolean): Promise<string[]> => {
  const ledger = await context.ledger({ write })
  const { vocabulary } = await context.hall()
  const ids: string[] = []
  for await (const { id, type } of ledger.events({ stream: await ledger.document(document) }) as AsyncIterable<RecordedEvent>)
    if (vocabulary.get(type)?.evidence === 'required') ids.push(id)
  return ids
}
