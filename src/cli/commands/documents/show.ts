import type { RecordedEvent } from '../../../kernel/envelope.ts'
import { isFault } from '../../../kernel/fault.ts'
import { digestOf } from '../../../kernel/ids.ts'
import { defineCommand } from '../../command.ts'
import type { Context, Ledger } from '../../context.ts'
import { documentsOf } from '../../documents.ts'
import { printOne } from '../../formats/one.ts'
import { inWords } from '../../rows/cells.ts'
import { dataInWords } from '../../rows/data.ts'
import { columns } from '../../text/columns.ts'
import { mark, markedQuote } from '../../text/quote.ts'
import { visible, visibleLines } from '../../text/visible.ts'

export const show = defineCommand({
  name: 'documents show',
  takes: ['document'],
  flags: { text: {} },
  examples: ['chancery documents show 108e2ecc', 'chancery documents show 108e2ecc --text'],
  async run(context, { text: wholeText }, [wanted = '']) {
    const { io, out } = context
    const ledger = await context.ledger()
    const stream = await ledger.document(wanted)
    const sha256 = digestOf(stream) as string
    if (wholeText) {
      const text = await ledger.archive.text(sha256)
      await out.print(io.isTty.stdout ? visibleLines(text) : text)
      return 0
    }
    const [summary] = await documentsOf(ledger, stream)
    const text = await textOf(ledger, sha256)
    const events: RecordedEvent[] = []
    for await (const event of ledger.events({ stream }) as AsyncIterable<RecordedEvent>) events.push(event)
    const claims = events.filter(({ evidence }) => evidence?.length)
    const uncoded = uncodedIn(events)
    const json = { ...summary, claims: claims.map(({ position, type, data, evidence }) => ({ position, type, data, evidence })), uncoded }
    await printOne(context, json, () => inWordsOf(context, summary ?? {}, text, claims, uncoded))
    return 0
  },
})

interface Uncoded {
  readonly start: number
  readonly end: number
  readonly trigger: string
}

const textOf = async (ledger: Ledger, sha256: string): Promise<string | null> => {
  try {
    return await ledger.archive.text(sha256)
  } catch (error) {
    if (isFault(error, 'text-withdrawn', 'no-such-document')) return null
    throw error
  }
}

const uncodedIn = (events: readonly RecordedEvent[]): readonly Uncoded[] =>
  (events.filter(({ type }) => type === 'DocumentRead').at(-1)?.data as { uncoded?: readonly Uncoded[] } | undefined)?.uncoded ?? []

const inWordsOf = (
  { words, paint }: Context,
  summary: object,
  text: string | null,
  claims: readonly RecordedEvent[],
  uncoded: readonly Uncoded[],
): string => {
  const lines = columns(Object.entries(summary).map(([field, value]) => [words.fields[field] ?? field, inWords(value, words, 'line')]))
  for (const { position, type, data, evidence = [] } of claims) {
    lines.push('', `  ${paint.dim(String(position))} ${paint.bold(type)}  ${dataInWords(data, words)}`)
    for (const span of evidence.filter((each, i) => evidence.findIndex(({ start, end }) => start === each.start && end === each.end) === i))
      lines.push(`    [${span.start}–${span.end}] ${text === null ? mark(visible(span.quote), paint) : markedQuote(text, span, paint)}`)
  }
  if (uncoded.length > 0) lines.push('', `  ${paint.bold(words.documents.uncoded)}`)
  for (const { start, end, trigger } of uncoded)
    lines.push(`    [${start}–${end}] ${visible(trigger)}: ${text === null ? words.why.texts.withdrawn : visible(text.slice(start, end))}`)
  return lines.join('\n')
}
