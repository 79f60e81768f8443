import type { PersonMention } from '../../kernel/reading.ts'
import { keyOf, type Word, wordsOf } from '../words.ts'
import { isVietnameseName } from './names.ts'
import type { Piece } from './piece.ts'

/** Names met with an office or an honorific anywhere in the document, so that they are known where they stand bare. */
export interface KnownNames {
  /** The longest known name that starts at a word. */
  longest(words: readonly Word[], at: number): number
  /** Whether somebody of the document has this family name: “ông Tập”, “bà Thái”. */
  surname(key: string): boolean
}

interface Node {
  /** Null where no name goes on. */
  next: Map<string, Node> | null
  end: boolean
}

/** A tree of names, word by word, that can stand on another one (the people of the gazetteer). */
export const knownNamesOf = (names: Iterable<string>, below?: KnownNames): KnownNames => {
  const root: Node = { next: null, end: false }
  const surnames = new Set<string>()
  const korean = new Set<string>()
  for (const name of names) {
    const parts = name.split(' ')
    if (parts.length === 3 && isSyllabic(parts)) surnames.add(keyOf(parts[0] as string))
    if (koreanSurnames.has(parts[0] as string) && parts.length >= 2 && /^[A-Za-z -]+$/.test(name)) korean.add(keyOf(parts[0] as string))
    let node = root
    for (const { key } of wordsOf(name, 0, name.length)) {
      node.next ??= new Map()
      const next = node.next.get(key) ?? { next: null, end: false }
      node.next.set(key, next)
      node = next
    }
    if (node !== root) node.end = true
  }
  return {
    longest(words: readonly Word[], at: number) {
      let to = below?.longest(words, at) ?? 0
      if (!words[at]?.capital) return to
      let node: Node | undefined = root
      for (let i = at; i < words.length; i++) {
        node = node.next?.get((words[i] as Word).key)
        if (!node) break
        // “Ông Lý hy vọng” does not speak of Lý Hy; “Moon Jae-in” ends small.
        if (node.end && i + 1 > to && (words[i]?.capital || words[i - 1]?.key === '-')) to = i + 1
      }
      return to <= at && korean.has((words[at] as Word).key) && standsAlone(words, at) ? at + 1 : to
    },
    surname: (key) => surnames.has(key),
  }
}

/** Family names by which news call Koreans without anything before them: “Trump - Kim”, “Moon thông báo”. */
const koreanSurnames = new Set(['Kim', 'Moon', 'Park', 'Choe', 'Choi', 'Roh', 'Chung', 'Cho', 'Kang', 'Yoon', 'Pak', 'Suh'])

/** Neither a capital nor a joined hyphen goes on with the name. */
const standsAlone = (words: readonly Word[], at: number): boolean => {
  const [next, second] = [words[at + 1], words[at + 2]]
  if (next?.key !== '-') return !next?.capital
  return next.start > (words[at] as Word).end && second?.capital === true
}

/** “Tập Cận Bình”, “Lý Hiển Long”: syllables with Vietnamese marks, the family name first. */
const isSyllabic = (parts: readonly string[]): boolean =>
  parts.every((part) => /^\p{Lu}\p{Ll}{1,5}$/u.test(part)) && parts.some((part) => /[^a-zA-Z]/.test(part))

/** The names that a document introduces with an office or an honorific, and the short forms in which it goes on. */
export const namesIn = (sentences: readonly (readonly Piece[])[]): Set<string> => {
  const all = new Set<string>()
  for (const pieces of sentences)
    for (const { kind, value } of pieces)
      if (kind === 'person' && (value as PersonMention).name) all.add((value as PersonMention).name as string)
  const names = new Set<string>()
  for (const name of all) {
    const parts = name.split(/ (?!- )(?<!- )/)
    if (parts.length >= 2) names.add(name)
    const last = parts[parts.length - 1] as string
    if (
      !isVietnameseName(name.split(' ')) &&
      last.length >= 3 &&
      /^[A-Z][a-zà-ÿ'-]+$/.test(last) &&
      parts.length <= 4 &&
      !tooCommon.has(keyOf(last))
    )
      names.add(last)
  }
  return names
}

const tooCommon = new Set(['may', 'anh', 'kim', 'nam', 'son', 'sang', 'hai', 'long', 'bin', 'tin', 'minh', 'binh'])
