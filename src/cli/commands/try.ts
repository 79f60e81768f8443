import { Fault } from '../../kernel/fault.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../context.ts'
import { printList } from '../formats/list.ts'
import { pathFrom } from '../paths.ts'
import { placesOf } from '../text/folded.ts'
import { markedQuote } from '../text/quote.ts'
import { visible } from '../text/visible.ts'
import { inWords } from '../trouble.ts'
import { type Place, type Read, type Stretch, yieldInWords, yieldOf, yieldsInWords } from '../trying/yields.ts'

export const tryPattern = defineCommand({
  name: 'try',
  takes: ['pattern', 'path...'],
  flags: { limit: { takes: 'N', number: true }, missed: {} },
  examples: [
    'chancery try "v.visit! kind:kind? host:PLACES" articles/',
    'chancery try vi/visit articles/',
    'chancery try "hội đàm" articles/ --missed',
  ],
  async run(context, { limit = Number.POSITIVE_INFINITY, missed }, [pattern = '', ...paths]) {
    const { io, out, words, settings } = context
    // A cell may be cut anywhere: marks that are letters stand that, codes that colour do not.
    const plain = { ...context.paint, on: false }
    const { extract, inputsFrom } = await context.hall()
    const placesIn = await finderOf(context, pattern)
    const inputs = inputsFrom(
      paths.map((path) => pathFrom(io, path)),
      { stdin: io.stdin },
    )
    const found: Place[] = []
    let [read, failed] = [0, 0]
    for await (const extracted of extract(inputs)) {
      if (extracted.outcome === 'refused') {
        failed++
        out.tell(inWords(extracted.fault.toJSON(), words))
        continue
      }
      read++
      const { document, extraction } = extracted
      for (const stretch of placesIn(document.text, extraction, document.metadata.published)) {
        if (missed && stretch.type) continue
        const quote = document.text.slice(stretch.start, stretch.end)
        found.push({ document: document.name, ...stretch, quote, sentence: markedQuote(document.text, stretch, plain, 24) })
      }
      if (out.closed) break
    }
    if (found.length === 0) throw new Fault('no-such-row', { attempted: `find ${pattern}`, found: words.try.nothing })
    const hasSlots = found.some(({ slots }) => slots)
    await printList(context, found.slice(0, limit), {
      columns: [
        { key: 'document', head: words.why.document, text: ({ document }) => visible(document) },
        { key: 'yields', head: words.try.yields, text: (place) => yieldInWords(place, words.try) },
        ...(hasSlots ? [{ key: 'takes', head: words.try.takes, text: ({ slots = {} }: Place) => slotsInWords(slots) }] : []),
        { key: 'start', head: words.try.place, text: ({ start, end }) => `${start}–${end}` },
        { key: 'sentence', head: words.try.sentence, text: ({ sentence }) => sentence },
      ],
      json: ({ sentence: _, ...place }) => place,
    })
    if (settings.json) return failed > 0 ? 1 : 0
    out.say(words.try.found(found.length, new Set(found.map(({ document }) => document)).size, read))
    out.say(yieldsInWords(found, words.try))
    return failed > 0 ? 1 : 0
  },
})

type Finder = (text: string, read: Read, published?: string) => Stretch[]

/** A rule by its id, a pattern by its anchor (`!`), words otherwise. */
const finderOf = async (context: Context, pattern: string): Promise<Finder> => {
  if (/^[a-z]{2,3}\/[a-z0-9/-]*$/.test(pattern))
    return (_, { claims }) =>
      claims.flatMap(({ type, rule, evidence }) =>
        rule.startsWith(pattern) ? evidence.slice(0, 1).map(({ start, end }) => ({ start, end, type, rule, trigger: null })) : [],
      )
  if (!/\S!(\s|$)/.test(pattern)) return (text, read) => placesOf(text, pattern).map((span) => yieldOf(span, read))
  const matches = await (await context.hall()).patternTrier(pattern)
  return (text, read, published) => matches(text, published).map(({ slots, ...span }) => ({ ...yieldOf(span, read), slots }))
}

const slotsInWords = (slots: Readonly<Record<string, string>>): string =>
  Object.entries(slots)
    .map(([name, taken]) => `${name} ${visible(taken)}`)
    .join(' · ')
