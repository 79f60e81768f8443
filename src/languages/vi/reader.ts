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
import type { Piece } from './piece.ts'
import { piecesOf } from './pieces.ts'
import { sentencesOf } from './sentences.ts'

/** Vietnamese with its tables at hand: text to sentences of items. Everything is linear in the text. */
export const readerOf = (tables: Readonly<Record<string, string>>): LanguageReader => {
  const phrases = lexiconOf(tables)
  const nationality = countriesByName(tables.people ?? '')
  const gazetteer = knownNamesOf(nationality.names)
  return {
    home: 'VN',
    read(view) {
      const { sentences, paragraphs } = sentencesOf(view)
      const words = sentences.map(({ start, end }) => wordsOf(view, start, end))
      const pieces = words.map((all) => piecesOf(view, all, phrases))
      const first = pieces.map((all, i) => withPeople(view, words[i] as Word[], all, gazetteer))
      const names = namesIn(first)
      const known = knownNamesOf(names, gazetteer)
      const heads = headsOf(names)
      const last = paragraphs[paragraphs.length - 1] ?? 0
      return sentences.map((span, i): Sentence => {
        const { start, end } = span
        const again = heads.size > 0 && (first[i] as Piece[]).some((piece) => opensWith(piece, words[i] as Word[], heads))
        const items = again ? withPeople(view, words[i] as Word[], pieces[i] as Piece[], known) : (first[i] as Piece[])
        const headline = i === 0 && last > 1 && isHeadline(view, span)
        return { start, end, items, paragraph: paragraphs[i] as number, headline, caption: isCaption(view, span) }
      })
    },
    isTrigger: ({ kind }: Item) => triggers.has(kind),
    countryOf: (name) => nationality.of(name) ?? (isVietnameseName(name.split(' ')) ? 'VN' : null),
    weights: weightsOf(tables.weights ?? ''),
  }
}

/** First words of names: a sentence without any of them needs no second look. */
const headsOf = (names: ReadonlySet<string>): Set<string> => new Set([...names].map((name) => keyOf(/^\p{L}+/u.exec(name)?.[0] ?? name)))

/** A word that a name begins with, or a person told by it: what a hyphen joins to it makes another word of it. */
const opensWith = ({ kind, key, text, start, end, first }: Piece, words: readonly Word[], heads: ReadonlySet<string>): boolean => {
  if (kind === 'word') return heads.has(key)
  const head = words[first] as Word
  return kind === 'person' && heads.has(head.key) && (head.end === end || text.charAt(head.end - start) === ' ')
}

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
  const rows = rowsOf(tsv)
  const statuses = [...new Set(rows.map(({ status = '' }) => status))]
  const tables = new Map<string, Map<string, number[]>>()
  for (const { kind = '', cue = '', status = '', weight = '' } of rows) {
    const cues = tables.get(kind) ?? new Map<string, number[]>()
    tables.set(kind, cues)
    const weights = cues.get(cue) ?? statuses.map(() => 0)
    cues.set(cue, weights)
    weights[statuses.indexOf(status)] = Number(weight)
  }
  return Object.fromEntries([...tables].map(([kind, cues]) => [kind, { statuses, cues }]))
}
