import { findingCodes } from '../../kernel/finding.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import type { Doubt } from '../doubt.ts'
import { doubtsOf, identityDoubts } from '../doubts.ts'
import { type Column, printList } from '../formats/list.ts'
import { visible } from '../text/visible.ts'
import { shortStream, streamOf } from './events.ts'

export const doubts = defineCommand({
  name: 'doubts',
  flags: { code: { takes: 'CODE', many: true }, document: { takes: 'DOCUMENT' }, all: {} },
  examples: ['chancery doubts', 'chancery doubts --code date-without-year', 'chancery doubts --all --json'],
  async run(context, { code, document, all }) {
    const { io, out, words, settings } = context
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
    const summed = io.isTty.stdout && !settings.format && !all && !code && !document && wanted.length > aScreen
    if (summed) await printKinds(context, wanted)
    else await printDoubts(context, wanted)
    out.say(words.doubts.count(wanted.length))
    if (summed) out.say(words.doubts.narrower)
    return 0
  },
})

/** Beyond so many doubts a person is shown their kinds first. */
const aScreen = 30

/** A line a kind, the rarest first: what is doubted everywhere tells least. */
const printKinds = async (context: Context, found: readonly Doubt[]): Promise<void> => {
  const { words } = context
  const kinds = [...new Set(found.map(({ code }) => code))]
    .map((code) => ({ code, doubts: found.filter((doubt) => doubt.code === code) }))
    .sort((a, b) => a.doubts.length - b.doubts.length || (a.code < b.code ? -1 : 1))
  await printList(context, kinds, {
    columns: [
      { key: 'count', head: words.doubts.times, text: ({ doubts }) => String(doubts.length), whole: true },
      { key: 'meaning', head: words.doubts.says, text: ({ code }) => meaning(code, words), whole: true },
      { key: 'doubt', head: '--code', text: ({ code }) => code, whole: true },
      { key: 'place', head: words.doubts.example, text: ({ doubts: [first] }) => (first ? placeOf(first) : '') },
    ],
  })
}

const printDoubts = async (context: Context, wanted: readonly Doubt[]): Promise<void> => {
  const { io, settings, words } = context
  const code: Column<Doubt> = { key: 'doubt', head: words.doubts.code, text: (doubt) => doubt.code }
  await printList(context, wanted, {
    columns: [
      // On a terminal the words say it, and room is scarce.
      ...(io.isTty.stdout && !settings.format ? [] : [code]),
      { key: 'meaning', head: words.doubts.says, text: (doubt) => meaning(doubt.code, words) },
      { key: 'type', head: words.doubts.event, text: ({ type }) => type },
      { key: 'position', head: words.doubts.position, text: ({ position }) => String(position) },
      { key: 'document', head: words.doubts.document, text: ({ stream }) => shortStream(stream) },
      { key: 'place', head: words.doubts.quote, text: placeOf },
    ],
    json: (doubt) => ({ ...doubt, says: (findingCodes as Readonly<Record<string, string>>)[doubt.code] ?? doubt.code }),
  })
}

const meaning = (of: string, words: Context['words']): string =>
  words.findings[of] ?? (findingCodes as Readonly<Record<string, string>>)[of] ?? of

const placeOf = ({ evidence: [first], about }: Doubt): string =>
  [first ? `[${first.start}–${first.end}] “${visible(first.quote)}”` : '', visible(about?.says ?? '')].filter(Boolean).join(' · ')
