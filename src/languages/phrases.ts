import { type Word, wordsOf } from './words.ts'

/** What a table says about a phrase. */
export interface Entry {
  readonly kind: string
  readonly value?: unknown
}

interface Node {
  readonly next: Map<string, Node>
  entries: { entry: Entry; capitals: readonly boolean[] }[] | null
}

/**
 * Phrases of all tables in one tree, word by word. Finds the longest phrase at a word: as many steps as the phrase
 * is long, so a document takes time in proportion to its length.
 */
export interface Phrases {
  add(phrase: string, entry: Entry): void
  /** The longest phrase that starts at this word, and how many words it takes. */
  longest(words: readonly Word[], at: number): { entry: Entry; length: number } | null
}

export const phrasesOf = (): Phrases => {
  const root: Node = { next: new Map(), entries: null }
  return {
    add(phrase, entry) {
      const words = wordsOf(phrase.normalize('NFC'), 0, phrase.length)
      let node = root
      for (const { key } of words) {
        let next = node.next.get(key)
        if (!next) {
          next = { next: new Map(), entries: null }
          node.next.set(key, next)
        }
        node = next
      }
      node.entries ??= []
      node.entries.push({ entry, capitals: words.map(({ capital }) => capital) })
    },
    longest(words, at) {
      let node: Node | undefined = root
      let found: { entry: Entry; length: number } | null = null
      for (let i = at; i < words.length; i++) {
        node = node.next.get((words[i] as Word).key)
        if (!node) break
        const fitting = node.entries?.find(({ entry, capitals }) => fits(words, at, capitals, entry.kind))
        if (fitting) found = { entry: fitting.entry, length: i - at + 1 }
      }
      return found
    },
  }
}

/** Names need their capitals (Anh is a country, anh is not); a verb with a capital in mid-sentence is somebody's name. */
const fits = (words: readonly Word[], at: number, capitals: readonly boolean[], kind: string): boolean => {
  if (kind === 'country' || kind === 'place') return capitals.every((needed, i) => !needed || (words[at + i] as Word).capital)
  if (kind === 'office' || kind === 'portfolio' || kind === 'n.venue') return true
  if (capitals[0]) return (words[at] as Word).capital
  if (anyCase.has(kind)) return true
  return !(words[at] as Word).capital || at === 0 || words[at - 1]?.kind === 'mark' || isShouted(words[at] as Word)
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
