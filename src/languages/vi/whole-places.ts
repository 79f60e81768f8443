import type { PlaceMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import { type Piece, pieceOf } from './piece.ts'

/** Words that lead a name of a place: “thủ đô Paris”, “nước Lào”. */
const leading = new Set([
  'nước',
  'thủ đô',
  'thành phố',
  'đất nước',
  'vương quốc',
  'cộng hòa',
  'liên bang',
  'chính phủ',
  'tỉnh',
  'bang',
  'tiểu bang',
  'phía',
  'hòn đảo',
  'đảo quốc',
  'chính quyền',
  'cựu',
  'xứ',
  'quốc đảo',
  'cố đô',
  'đặc khu',
  'đảo',
  'vùng',
  'tp',
  'hoàng gia',
  'quốc gia',
])

/** “thủ đô Paris (Pháp)”, “nước Cộng hòa Kazakhstan”, “Davos, Thụy Sĩ”: one place. */
export const withPlaces = (view: string, words: readonly Word[], pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece
    if (piece.kind !== 'country' && piece.kind !== 'place') {
      out.push(piece)
      continue
    }
    let first = piece.first
    while (out.length > 0) {
      const last = out[out.length - 1] as Piece
      const two = out.length > 1 ? `${(out[out.length - 2] as Piece).key} ${last.key}` : ''
      if (last.kind !== 'word') break
      if (leading.has(two) && (out[out.length - 2] as Piece).kind === 'word') {
        first = (out[out.length - 2] as Piece).first
        out.splice(-2)
      } else if (leading.has(last.key)) {
        first = last.first
        out.pop()
      } else break
    }
    let after = piece.after
    const value = piece.value as PlaceMention
    const [mark, country, close] = [pieces[i + 1], pieces[i + 2], pieces[i + 3]]
    if (
      country?.kind === 'country' &&
      (country.value as PlaceMention).country === value.country &&
      (piece.kind === 'place' || mark?.kind === 'mark(')
    ) {
      if (mark?.kind === 'mark(' && close?.kind === 'mark)') [after, i] = [close.after, i + 3]
      else if (mark?.kind === 'mark,') [after, i] = [country.after, i + 2]
    }
    const text = view.slice((words[piece.first] as Word).start, (words[piece.after - 1] as Word).end)
    const own: PlaceMention = { country: value.country, type: value.type, text }
    out.push(pieceOf(view, words, first, after, piece.kind, own))
  }
  return out
}
