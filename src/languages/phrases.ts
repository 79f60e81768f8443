import { interned } from '../kernel/interned.ts'
import { type Word, wordsOf } from './words.ts'

/** What a table says about a phrase. */
export interface Entry {
  readonly kind: string
  readonly value?: unknown
}

interface Node {
  /** Null where no phrase goes on. */
  next: Map<string, Node> | null
  /** The phrases that end here, in the order of the tables; null where none does. */
  ends: Phrase[] | null
}

const nodeOf = (): Node => ({ next: null, ends: null })

interface Phrase extends Entry {
  /** Its words, as they are compared. */
  readonly key: string
  readonly capitals: readonly boolean[]
  readonly asks: Asks
}

/** What a phrase asks of the capitals in a text: those that it has itself, that of its first word, none, or that none stands in mid-sentence. */
type Asks = 'its own' | 'the first' | 'nothing' | 'none within'

/**
 * Phrases of all tables in one tree, word by word. Finds the longest phrase at a word: as many steps as the phrase
 * is long, so a document takes time in proportion to its length.
 */
export interface Phrases {
  add(phrase: string, entry: Entry): void
  /** The longest phrase that starts at this word, and how many words it takes. */
  longest(words: readonly Word[], at: number): { entry: Entry & { readonly key: string }; length: number } | null
}

export const phrasesOf = (): Phrases => {
  const root = nodeOf()
  return {
    add(phrase, { kind, value }) {
      const words = wordsOf(phrase.normalize('NFC'), 0, phrase.length)
      let node = root
      for (const { key } of words) {
        node.next ??= new Map()
        const next = node.next.get(key) ?? nodeOf()
        node.next.set(key, next)
        node = next
      }
      const capitals = words.map(({ capital }) => capital)
      const key = interned(words.map((word) => word.key).join(' '))
      node.ends ??= []
      node.ends.push({ kind: interned(kind), value, key, capitals, asks: asksOf(kind, capitals) })
    },
    longest(words, at) {
      let node: Node | undefined = root
      let entry: Phrase | null = null
      let length = 0
      for (let i = at; i < words.length; i++) {
        node = node.next?.get((words[i] as Word).key)
        if (!node) break
        if (node.ends)
          for (const phrase of node.ends) {
            if (!fits(words, at, phrase)) continue
            entry = phrase
            length = i - at + 1
            break
          }
      }
      return entry && { entry, length }
    },
  }
}

/** Names need their capitals (Anh is a country, anh is not); a verb with a capital in mid-sentence is somebody's name. */
const asksOf = (kind: string, capitals: readonly boolean[]): Asks => {
  if (kind === 'country' || kind === 'place') return 'its own'
  if (kind === 'office' || kind === 'portfolio' || kind === 'n.venue') return 'nothing'
  if (capitals[0]) return 'the first'
  return anyCase.has(kind) ? 'nothing' : 'none within'
}

const fits = (words: readonly Word[], at: number, { asks, capitals }: Phrase): boolean => {
  if (asks === 'nothing') return true
  const first = words[at] as Word
  if (asks === 'the first') return first.capital
  if (asks === 'none within') return !first.capital || at === 0 || words[at - 1]?.kind === 'mark' || isShouted(first)
  return capitals.every((needed, i) => !needed || (words[at + i] as Word).capital)
}

/** Phrases that titles and headlines capitalise at will. */
const anyCase = new Set([
  'rel.comprehensive-strategic-partnership',
  'rel.strategic-partnership',
  'rel.comprehensive-partnership',
  'rel.diplomatic-relations',
  'n.trade',
  'n.exports',
  'n.imports',
  'n.investment',
  'n.aid',
  'instrument',
  'forum',
  'hon',
  'companion',
  'delegation',
  'own',
  'firm',
  'kind.official',
  'kind.state',
])

const isShouted = ({ text }: Word): boolean => text.length > 1 && text === text.toUpperCase()
