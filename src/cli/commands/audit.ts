import { createInterface } from 'node:readline/promises'
import type { RecordedEvent } from '../../kernel/envelope.ts'
import { isFault } from '../../kernel/fault.ts'
import { digestOf } from '../../kernel/ids.ts'
import { defineCommand } from '../command.ts'
import type { Context, Ledger } from '../context.ts'
import { printOne } from '../formats/one.ts'
import { whoOf } from '../reason.ts'
import { dataInWords } from '../rows/data.ts'
import { mark, markedQuote } from '../text/quote.ts'
import { visible } from '../text/visible.ts'

export const audit = defineCommand({
  name: 'audit',
  flags: { sample: { takes: 'N', number: true }, seed: { takes: 'N', number: true }, by: { takes: 'NAME' } },
  examples: ['chancery audit --sample 20 --seed 7', 'chancery audit --sample 20 --seed 7 --json'],
  async run(context, { sample = 10, seed: given, ...flags }) {
    const { io, out, words, settings } = context
    const asks = io.isTty.stdin && io.isTty.stdout && !settings.json && settings.format === undefined
    const ledger = await context.ledger({ write: asks })
    const seed = given ?? io.now().getTime() % 100_000
    const claims = await claimsOf(context, ledger)
    const drawn = draw(claims, sample, seed)
    out.say(words.audit.drawn(drawn.length, claims.length, seed))
    if (asks) await review(context, ledger, drawn, whoOf(context, 'audit', flags))
    else
      for (const event of drawn)
        await printOne(
          context,
          { position: event.position, id: event.id, type: event.type, stream: event.stream, data: event.data, evidence: event.evidence },
          () => claimInWords(context, ledger, event),
        )
    return 0
  },
})

/** Claims in force: what has evidence and was not retracted. */
const claimsOf = async (context: Context, ledger: Ledger): Promise<RecordedEvent[]> => {
  const { vocabulary } = await context.hall()
  const retracted = new Set<string>()
  for await (const { id, data } of ledger.events({ types: ['EventRetracted'], backwards: true }) as AsyncIterable<
    RecordedEvent<string, { event: string }>
  >)
    if (!retracted.has(id)) retracted.add(data.event)
  const claims: RecordedEvent[] = []
  for await (const event of ledger.events() as AsyncIterable<RecordedEvent>)
    if (vocabulary.get(event.type)?.evidence === 'required' && !retracted.has(event.id)) claims.push(event)
  return claims
}

/** So many of them, each as likely as any other; the same seed draws the same. In the order of the log. */
export const draw = <Item>(items: readonly Item[], count: number, seed: number): Item[] => {
  const left = items.map((_, i) => i)
  const random = randomOf(seed)
  const drawn: number[] = []
  while (drawn.length < count && left.length > 0) drawn.push(left.splice(Math.floor(random() * left.length), 1)[0] as number)
  return drawn.sort((a, b) => a - b).map((i) => items[i] as Item)
}

/** mulberry32: small, and the same on every machine. */
const randomOf = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

const claimInWords = async (
  { words, paint }: Context,
  ledger: Ledger,
  { position, type, data, evidence = [], stream, rule }: RecordedEvent,
): Promise<string> => {
  const text = await ledger.archive.text(digestOf(stream) ?? '').catch((error: unknown) => {
    if (isFault(error, 'text-withdrawn', 'no-such-document')) return null
    throw error
  })
  const distinct = evidence.filter((span, i) => evidence.findIndex(({ start, end }) => start === span.start && end === span.end) === i)
  return [
    `${paint.dim(`#${position}`)} ${paint.bold(type)}  ${dataInWords(data, words)}`,
    ...distinct.map(
      (span) => `  [${span.start}–${span.end}] ${text === null ? mark(visible(span.quote), paint) : markedQuote(text, span, paint, 100)}`,
    ),
    `  ${words.why.document} ${stream.slice(9, 21)}${rule ? ` · ${words.why.rule} ${visible(rule)}` : ''}`,
    '',
  ].join('\n')
}

const review = async (context: Context, ledger: Ledger, drawn: readonly RecordedEvent[], by: string): Promise<void> => {
  const { io, out, words } = context
  const questions = createInterface({ input: io.stdin, output: io.stdout })
  const tally = { right: 0, wrong: 0, unsure: 0, skipped: 0 }
  try {
    for (const [i, event] of drawn.entries()) {
      await out.print(await claimInWords(context, ledger, event))
      const answer = (await questions.question(`${i + 1}/${drawn.length} ${words.audit.asks} `)).trim().toLowerCase()
      if (answer.startsWith('q')) break
      const verdict = verdicts[answer[0] ?? ''] ?? null
      if (verdict === null) tally.skipped++
      else {
        tally[verdict]++
        await ledger.correct({ verb: 'review', event: event.id, verdict, because: `audit ${i + 1}/${drawn.length}` }, { by })
      }
    }
  } finally {
    questions.close()
  }
  await out.print(words.audit.tally(tally))
}

const verdicts: Readonly<Record<string, 'right' | 'wrong' | 'unsure'>> = {
  y: 'right',
  c: 'right',
  đ: 'right',
  n: 'wrong',
  k: 'wrong',
  '?': 'unsure',
  u: 'unsure',
}
