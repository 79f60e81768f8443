import type { Phrases } from '../phrases.ts'
import type { Word } from '../words.ts'
import { dateAt } from './dates.ts'
import { type Piece, pieceOf, single } from './piece.ts'
import { withoutPointers } from './pointers.ts'
import { withPlaces } from './whole-places.ts'

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
