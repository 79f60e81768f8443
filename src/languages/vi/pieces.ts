import type { PlaceMention } from '../../kernel/reading.ts'
import type { Item } from '../../kernel/rule.ts'
import type { Phrases } from '../phrases.ts'
import type { Word } from '../words.ts'
import { dateAt } from './dates.ts'

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

const single = (words: readonly Word[], at: number, kind: string, value?: unknown): Piece => {
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

/** Words cut into phrases of the tables, dates and single words: what the grammar of people then reads. */
export const piecesOf = (view: string, words: readonly Word[], phrases: Phrases): Piece[] => {
  const pieces: Piece[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const date = word.kind === 'mark' ? null : dateAt(words, i)
    const found = word.kind === 'mark' ? null : phrases.longest(words, i)
    if (date && date.length >= (found?.length ?? 0)) {
      pieces.push(pieceOf(view, words, i, i + date.length, 'when', date.value))
      i += date.length
    } else if (found && isItself(words, i, found.length, found.entry.kind)) {
      const { kind, key, value } = found.entry
      const [first, after] = [i, i + found.length]
      const [start, end] = [word.start, (words[after - 1] as Word).end]
      pieces.push({ kind, start, end, text: view.slice(start, end), key, first, after, value })
      i = after
    } else pieces.push(single(words, i++, word.item))
  }
  return withPlaces(view, words, withoutPointers(pieces))
}

const pointers = new Set(['trái', 'phải', 'giữa', 'bìa', 'thứ', 'hàng', 'ngoài', 'đứng', 'ngồi', 'bên', 'áo', 'từ', 'người'])

/** “(trái)”, “(thứ hai từ phải sang)”: where somebody stands in a picture says nothing in a sentence. */
const withoutPointers = (pieces: readonly Piece[]): Piece[] => {
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

/** Short country names that are ordinary words or parts of names elsewhere: they stand alone and in mid-sentence. */
const doubtful = new Set([
  'anh',
  'áo',
  'ý',
  'bỉ',
  'đức',
  'thái',
  'thổ',
  'triều',
  'hàn',
  'nhật',
  'séc',
  'pháp',
  'nga',
  'mỹ',
  'viên',
  'nice',
  'vn',
  'síp',
  'huế',
  'solomon',
  'goa',
  'perth',
  'man',
  'lima',
  'bonn',
])

const isItself = (words: readonly Word[], at: number, length: number, kind: string): boolean => {
  if ((kind !== 'country' && kind !== 'place') || length > 1) return true
  const { key } = words[at] as Word
  if (!doubtful.has(key)) return true
  const next = words[at + 1]
  const before = words[at - 1]
  if (
    key === 'anh' &&
    (before === undefined || /^["“(]$/.test(before.text)) &&
    next?.kind === 'letter' &&
    !['và', 'sẽ', 'đã'].includes(next.key)
  )
    return false
  if (key === 'triều' || key === 'hàn' || key === 'thổ')
    return before?.key === '-' || next?.key === '-' || (key !== 'triều' && before?.kind === 'letter' && !before.capital)
  if (key === 'pháp' && before?.capital && before.key === 'cộng') return true
  return !(
    before?.capital &&
    before.kind === 'letter' &&
    next?.capital &&
    next.kind === 'letter' &&
    at > 1 &&
    !/^(?:tướng|thống|trưởng|nước|phòng|giao|chính|viện|phủ|sứ|tịch)$/.test(before.key)
  )
}

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
const withPlaces = (view: string, words: readonly Word[], pieces: readonly Piece[]): Piece[] => {
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
