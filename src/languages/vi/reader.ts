import type { LanguageReader, Sentence, Weights } from '../../kernel/reading.ts'
import type { Item } from '../../kernel/rule.ts'
import type { Span } from '../../kernel/span.ts'
import { rowsOf } from '../table.ts'
import { keyOf, type Word, wordsOf } from '../words.ts'
import { knownNamesOf, namesIn } from './known-names.ts'
import { lexiconOf } from './lexicon.ts'
import { isVietnameseName } from './names.ts'
import { countriesByName } from './nationality.ts'
import { withPeople } from './people.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { sentencesOf } from './sentences.ts'

/** Vietnamese with its tables at hand: text to sentences of items. Everything is linear in the text. */
export const readerOf = (tables: Readonly<Record<string, string>>): LanguageReader => {
  const phrases = lexiconOf(tables)
  const nationality = countriesByName(tables.people ?? '')
  const gazetteer = knownNamesOf(nationality.names)
  return {
    home: 'VN',
    sentences: (view) => [...sentencesOf(view).sentences],
    items(view) {
      const { sentences, paragraphs } = sentencesOf(view)
      const words = sentences.map(({ start, end }) => wordsOf(view, start, end))
      const pieces = words.map((all) => piecesOf(view, all, phrases))
      const first = pieces.map((all, i) => withPeople(view, words[i] as Word[], all, gazetteer))
      const names = namesIn(first.flat())
      const known = knownNamesOf(names, gazetteer)
      const heads = headsOf(names)
      const last = paragraphs[paragraphs.length - 1] ?? 0
      return sentences.map((span, i): Sentence => {
        const again = (first[i] as Piece[]).some(
          ({ kind, key, text }) =>
            (kind === 'word' || kind === 'person') && heads.has(kind === 'word' ? key : keyOf(text.split(' ')[0] as string)),
        )
        const items = again ? withPeople(view, words[i] as Word[], pieces[i] as Piece[], known) : (first[i] as Piece[])
        const paragraph = paragraphs[i] as number
        return { ...span, items, paragraph, headline: i === 0 && last > 1 && isHeadline(view, span), caption: isCaption(view, span) }
      })
    },
    isTrigger: ({ kind }: Item) => triggers.has(kind),
    countryOf: (name) => nationality.of(name) ?? (isVietnameseName(name.split(' ')) ? 'VN' : null),
    weights: weightsOf(tables.weights ?? ''),
  }
}

/** First words of names: a sentence without any of them needs no second look. */
const headsOf = (names: ReadonlySet<string>): Set<string> => new Set([...names].map((name) => keyOf(/^\p{L}+/u.exec(name)?.[0] ?? name)))

const triggers = new Set([
  'v.visit',
  'n.visit',
  'v.talks',
  'v.call',
  'v.phone',
  'n.talks',
  'n.call',
  'n.receive',
  'n.meet',
  'n.phone',
  'n.meetings',
  'v.sign',
  'n.sign',
  'v.witness',
])

const isHeadline = (view: string, { end }: Span): boolean => !/[.!?…]/.test(view.charAt(end - 1))

/** “… - Ảnh: TTXVN”. */
const isCaption = (view: string, { start, end }: Span): boolean =>
  /(?:Ảnh|ẢNH|Photo)\s?:|\(Ảnh\)|Ảnh tư liệu/.test(view.slice(Math.max(start, end - 80), end))

const weightsOf = (tsv: string): Weights => {
  const weights: Record<string, Record<string, Record<string, number>>> = {}
  for (const { kind = '', cue = '', status = '', weight = '' } of rowsOf(tsv)) {
    weights[kind] ??= {}
    const cues = weights[kind] as Record<string, Record<string, number>>
    cues[cue] = { ...cues[cue], [status]: Number(weight) }
  }
  return weights
}
