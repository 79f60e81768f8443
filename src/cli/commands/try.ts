import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import { printList } from '../formats/list.ts'
import { pathFrom } from '../paths.ts'
import { placesOf } from '../text/folded.ts'
import { markedQuote } from '../text/quote.ts'
import { visible } from '../text/visible.ts'
import { inWords } from '../trouble.ts'

export const tryPattern = defineCommand({
  name: 'try',
  takes: ['pattern', 'path...'],
  flags: { limit: { takes: 'N', number: true } },
  examples: ['chancery try vi/visit articles/', 'chancery try "hội đàm" articles/'],
  async run(context, { limit = Number.POSITIVE_INFINITY }, [pattern = '', ...paths]) {
    const { io, out, words, settings, paint } = context
    const { extract, inputsFrom } = await context.hall()
    const inputs = inputsFrom(
      paths.map((path) => pathFrom(io, path)),
      { stdin: io.stdin },
    )
    const found: Place[] = []
    const documents = new Set<string>()
    for await (const extracted of extract(inputs)) {
      if (extracted.outcome === 'refused') {
        out.tell(inWords(extracted.fault.toJSON(), words))
        continue
      }
      const { text, name } = extracted.document
      for (const place of placesIn(pattern, text, extracted.extraction)) {
        documents.add(name)
        found.push({ document: name, ...place, quote: text.slice(place.start, place.end), sentence: markedQuote(text, place, paint, 50) })
      }
      if (found.length >= limit || out.closed) break
    }
    if (found.length === 0) throw new Fault('no-such-row', { attempted: `find ${pattern}`, found: words.try.nothing })
    await printList(context, found.slice(0, limit), {
      columns: [
        { key: 'document', head: words.why.document, text: ({ document }) => visible(document) },
        { key: 'yields', head: words.try.yields, text: (place) => yieldInWords(place, words.try) },
        { key: 'start', head: words.try.place, text: ({ start, end }) => `${start}–${end}` },
        { key: 'sentence', head: words.try.sentence, text: ({ sentence }) => sentence },
      ],
      json: ({ sentence: _, ...place }) => place,
    })
    if (!settings.json) out.say(words.try.found(Math.min(found.length, limit), documents.size))
    return 0
  },
})

/** A stretch of a text, and what the rules make of it: a claim, a sentence passed over, or nothing. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly type: string | null
  readonly rule: string | null
  readonly trigger: string | null
}

interface Place extends Stretch {
  readonly document: string
  readonly quote: string
  readonly sentence: string
}

interface Read {
  readonly claims: readonly {
    readonly type: string
    readonly rule: string
    readonly evidence: readonly { readonly start: number; readonly end: number }[]
  }[]
  readonly uncoded: readonly { readonly start: number; readonly end: number; readonly trigger: string }[]
}

const placesIn = (pattern: string, text: string, { claims, uncoded }: Read): Stretch[] => {
  if (/^[a-z]{2,3}\/[a-z/-]*$/.test(pattern))
    return claims.flatMap(({ type, rule, evidence }) =>
      rule.startsWith(pattern) ? evidence.slice(0, 1).map(({ start, end }) => ({ start, end, type, rule, trigger: null })) : [],
    )
  return placesOf(text, pattern).map(({ start, end }) => {
    const claim = claims.find(({ evidence }) => evidence.some((span) => span.start < end && start < span.end))
    const passed = uncoded.find((sentence) => sentence.start < end && start < sentence.end)
    return { start, end, type: claim?.type ?? null, rule: claim?.rule ?? null, trigger: claim ? null : (passed?.trigger ?? null) }
  })
}

const yieldInWords = ({ type, rule, trigger }: Stretch, words: { readonly passedOver: string; readonly nothingThere: string }): string =>
  type ? `${type} (${rule})` : trigger ? `${words.passedOver}: ${visible(trigger)}` : words.nothingThere
