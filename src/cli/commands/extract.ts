import type { Extracted as Outcome } from '../../ledger.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { printOne } from '../formats/one.ts'
import { metadataFlags, statedBy } from '../metadata-flags.ts'
import { pathFrom } from '../paths.ts'
import { dataInWords } from '../rows/data.ts'
import { markedQuote } from '../text/quote.ts'
import { visible } from '../text/visible.ts'
import { inWords } from '../trouble.ts'

export const extract = defineCommand({
  name: 'extract',
  takes: ['path...'],
  flags: { ...metadataFlags, uncoded: {}, explain: {} },
  examples: [
    'chancery extract article.txt',
    'chancery extract article.txt --uncoded',
    'chancery extract article.txt --explain',
    'chancery extract articles/ --format ndjson',
  ],
  async run(context, flags, args) {
    const { io, out, settings, words } = context
    const { extract, inputsFrom } = await context.hall()
    const stated = statedBy(flags, 'extract', words)
    const inputs = inputsFrom(
      args.map((path) => pathFrom(io, path)),
      { ...stated, stdin: io.stdin },
    )
    let failed = false
    for await (const extracted of extract(inputs)) {
      if (out.closed) break
      if (extracted.outcome === 'refused') {
        failed = true
        out.tell(settings.json ? JSON.stringify(extracted.fault.toJSON()) : inWords(extracted.fault.toJSON(), words))
      } else if (settings.format === 'ndjson') await printLines(context, extracted, flags)
      else await printOne(context, jsonOf(extracted, flags), () => inWordsOf(context, extracted, flags))
    }
    return failed ? 1 : 0
  },
})

type Extracted = Extract<Outcome, { outcome: 'extracted' }>
interface Wanted {
  readonly uncoded?: boolean
  readonly explain?: boolean
}

/** One claim a line, and nothing else: what programs and scorers read. Published keys, in this order. */
const printLines = async (
  { out }: Context,
  { document: { name, text }, extraction }: Extracted,
  { uncoded, explain }: Wanted,
): Promise<void> => {
  for (const { type, data, evidence, rule, because } of extraction.claims)
    await out.print(JSON.stringify({ document: name, type, data, evidence, rule, ...(explain ? { because: because ?? [] } : {}) }))
  if (uncoded)
    for (const { start, end, trigger } of extraction.uncoded)
      await out.print(JSON.stringify({ document: name, uncoded: { start, end, trigger, text: text.slice(start, end) } }))
}

const jsonOf = ({ origin, document: { name, text }, extraction }: Extracted, { uncoded, explain }: Wanted): unknown => ({
  document: name,
  origin,
  extractor: extraction.extractor,
  claims: extraction.claims.map(({ because, ...claim }) => ({ ...claim, ...(explain ? { because: because ?? [] } : {}) })),
  ...(uncoded
    ? { uncoded: extraction.uncoded.map(({ start, end, trigger }) => ({ start, end, trigger, text: text.slice(start, end) })) }
    : {}),
  findings: extraction.findings,
})

const inWordsOf = (
  { words, paint }: Context,
  { document: { name, text }, extraction }: Extracted,
  { uncoded, explain }: Wanted,
): string => {
  const lines = [
    `${paint.bold(visible(name))}  ${extraction.claims.length ? words.extract.claims(extraction.claims.length) : words.extract.none}`,
  ]
  for (const { type, data, evidence, rule, doubt = [], because = [] } of extraction.claims) {
    lines.push('', `  ${paint.bold(type)}  ${dataInWords(data, words)}`)
    for (const span of distinct(evidence)) lines.push(`    [${span.start}–${span.end}] ${markedQuote(text, span, paint)}`)
    lines.push(paint.dim(`    ${words.extract.rule} ${rule}${doubt.map((code) => ` · ${words.findings[code] ?? code}`).join('')}`))
    if (explain) for (const reason of because) lines.push(paint.dim(`    ${words.extract.because} ${visible(reason)}`))
  }
  if (uncoded && extraction.uncoded.length > 0) {
    lines.push('', `  ${paint.bold(words.extract.uncoded)}`)
    for (const { start, end, trigger } of extraction.uncoded) {
      const sentence = text.slice(start, end)
      const at = sentence.toLowerCase().indexOf(trigger.toLowerCase())
      const span = at < 0 ? { start, end } : { start: start + at, end: start + at + trigger.length }
      lines.push(`    [${start}–${end}] ${visible(trigger)}: ${markedQuote(text, span, paint, 80)}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** Evidence of several fields often is one and the same stretch: shown once. */
const distinct = <Span extends { start: number; end: number }>(spans: readonly Span[]): Span[] =>
  spans.filter((span, i) => spans.findIndex((other) => other.start === span.start && other.end === span.end) === i)
