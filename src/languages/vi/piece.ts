import type { Item } from '../../kernel/rule.ts'
import type { Word } from '../words.ts'

/** An item that knows which words of its sentence it is made of: `first` to before `after`. */
export interface Piece extends Item {
  readonly first: number
  readonly after: number
}

export const pieceOf = (view: string, words: readonly Word[], first: number, after: number, kind: string, value?: unknown): Piece => {
  if (after === first + 1) return single(words, first, kind, value)
  const start = (words[first] as Word).start
  const end = (words[after - 1] as Word).end
  let key = (words[first] as Word).key
  for (let i = first + 1; i < after; i++) key += ` ${(words[i] as Word).key}`
  return { kind, start, end, text: view.slice(start, end), key, first, after, value }
}

/** A word by itself. */
export const single = (words: readonly Word[], at: number, kind: string, value?: unknown): Piece => {
  const { start, end, text, key } = words[at] as Word
  return { kind, start, end, text, key, first: at, after: at + 1, value }
}

/** The same words read as something else; of one shape with all other pieces, which engines read fastest. */
export const readAs = ({ start, end, text, key, first, after }: Piece, kind: string, value: unknown): Piece => ({
  kind,
  start,
  end,
  text,
  key,
  first,
  after,
  value,
})
