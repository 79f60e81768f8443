import type { Piece } from './piece.ts'

/** Words that point at somebody in a picture. */
const pointers = new Set(['trái', 'phải', 'giữa', 'bìa', 'thứ', 'hàng', 'ngoài', 'đứng', 'ngồi', 'bên', 'áo', 'từ', 'người'])

/** “(trái)”, “(thứ hai từ phải sang)”: where somebody stands in a picture says nothing in a sentence. */
export const withoutPointers = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    if (piece.kind === 'mark(' && pointers.has(pieces[i + 1]?.key.split(' ')[0] ?? '')) {
      const close = pieces.slice(i + 1, i + 9).findIndex(({ kind }) => kind === 'mark)')
      if (close >= 0 && !pieces.slice(i + 1, i + 1 + close).some(({ kind }) => kind === 'when')) {
        i += close + 1
        continue
      }
    }
    if (piece.kind === 'mark,' && pointers.has(pieces[i + 1]?.key ?? '')) {
      const close = pieces.slice(i + 1, i + 6).findIndex(({ kind }) => kind === 'mark,')
      if (close > 0 && pieces.slice(i + 1, i + 1 + close).every(({ key }) => key.split(' ').every((word) => pointing.has(word)))) {
        i += close + 1
        continue
      }
    }
    out.push(piece)
  }
  return out
}

/** Between commas, the whole aside tells where somebody stands: “, phải,”, “, ngoài cùng bên trái,”. */
const pointing = new Set([...pointers, 'cùng', 'hai', 'ba', 'sang'])
