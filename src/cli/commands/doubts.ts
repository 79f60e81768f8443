import { findingCodes } from '../../kernel/finding.ts'
import { defineCommand } from '../command.ts'
import { type Doubt, doubtsOf, identityDoubts } from '../doubts.ts'
import { printList } from '../formats/list.ts'
import { visible } from '../text/visible.ts'
import { shortStream, streamOf } from './events.ts'

export const doubts = defineCommand({
  name: 'doubts',
  flags: { code: { takes: 'CODE', many: true }, document: { takes: 'DOCUMENT' } },
  examples: ['chancery doubts', 'chancery doubts --code date-without-year'],
  async run(context, { code, document }) {
    const { out, words, settings } = context
    const ledger = await context.ledger()
    const found: Doubt[] = []
    const stream = document ? await streamOf(ledger, document) : undefined
    for await (const doubt of doubtsOf(ledger, stream ? { stream } : {})) found.push(doubt)
    found.push(...(await identityDoubts(ledger, stream)))
    const wanted = code ? found.filter((doubt) => code.includes(doubt.code)) : found
    if (wanted.length === 0 && !settings.json) {
      out.say(words.doubts.none)
      return 0
    }
    const meaning = (of: string): string => words.findings[of] ?? (findingCodes as Readonly<Record<string, string>>)[of] ?? of
    await printList(context, wanted, {
      columns: [
        { key: 'doubt', head: words.doubts.code, text: (doubt) => doubt.code },
        { key: 'meaning', head: words.doubts.says, text: (doubt) => meaning(doubt.code) },
        { key: 'type', head: words.doubts.event, text: ({ type }) => type },
        { key: 'position', head: words.doubts.position, text: ({ position }) => String(position) },
        { key: 'document', head: words.doubts.document, text: ({ stream }) => shortStream(stream) },
        { key: 'place', head: words.doubts.quote, text: placeOf },
      ],
      json: (doubt) => ({ ...doubt, says: (findingCodes as Readonly<Record<string, string>>)[doubt.code] ?? doubt.code }),
    })
    out.say(words.doubts.count(wanted.length))
    return 0
  },
})

const placeOf = ({ evidence: [first], about }: Doubt): string =>
  [first ? `[${first.start}–${first.end}] “${visible(first.quote)}”` : '', visible(about?.says ?? '')].filter(Boolean).join(' · ')
