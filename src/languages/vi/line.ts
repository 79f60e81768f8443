import type { PlaceMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import type { KnownNames } from './known-names.ts'
import type { Piece } from './piece.ts'

/** The words of a sentence with the phrases of the tables laid over them: what the grammar of people reads. */
export interface Line {
  readonly view: string
  readonly words: readonly Word[]
  readonly known: KnownNames
  /** The phrase that starts at a word. */
  pieceAt(i: number): Piece | undefined
  /** The country or place that starts at a word. */
  placeAt(i: number): PlaceMention | null
  /** Empty past the end. */
  keyAt(i: number): string
  textOf(first: number, after: number): string
}

export const lineOf = (view: string, words: readonly Word[], pieces: readonly Piece[], known: KnownNames): Line => {
  const starts: (Piece | undefined)[] = new Array(words.length)
  for (const piece of pieces) starts[piece.first] = piece
  return {
    view,
    words,
    known,
    pieceAt: (i) => starts[i],
    placeAt(i) {
      const piece = starts[i]
      return piece?.kind === 'country' || piece?.kind === 'place' ? (piece.value as PlaceMention) : null
    },
    keyAt: (i) => words[i]?.key ?? '',
    textOf: (first, after) => view.slice((words[first] as Word).start, (words[after - 1] as Word).end),
  }
}
