import type { Line } from './line.ts'
import { isSurname, nameAt } from './names.ts'

/** A name of somebody, where it ends and as it reads. */
export interface PersonName {
  readonly to: number
  readonly name: string
}

/** Past “ông”, “ngài”, “đồng chí”, ranks and degrees. */
export const honorificAt = ({ keyAt, pieceAt }: Line, i: number): number => {
  let at = i
  for (
    let piece = pieceAt(at);
    piece && (piece.kind === 'hon' || piece.kind === 'pron.he' || piece.kind === 'pron.she') && at < i + 8;
    piece = pieceAt(at)
  ) {
    at = piece.after
    if (keyAt(at) === ',' && pieceAt(at + 1)?.kind === 'office' && at - i < 4) at++
  }
  return at
}

/** “ông Tập”, “bà Thái”, “Chủ tịch Tập”, “Trump - Tập”: a family name that is an ordinary word or a country elsewhere. */
const isSurnameAlone = ({ words, known, keyAt, pieceAt, placeAt }: Line, at: number): boolean => {
  const before = pieceAt(at - 1)?.kind ?? ''
  if (!words[at]?.capital || words[at + 1]?.capital || !known.surname(keyAt(at))) return false
  if (keyAt(at - 1) === '-' && words[at - 2]?.capital) return pieceAt(at)?.after === at + 1 && !placeAt(at)
  return before.startsWith('pron.') || before === 'hon' || (keyAt(at - 1) === 'tịch' && !placeAt(at))
}

/** The name that starts at a word. `strong`: an office or an honorific stands before it, so that one word is enough. */
export const nameFrom = (line: Line, at: number, strong: boolean): PersonName | null => {
  const { words, known, keyAt, pieceAt, placeAt, textOf } = line
  if (!words[at]?.capital) return null
  const knownTo = known.longest(words, at)
  if (knownTo <= at && isSurnameAlone(line, at)) return { to: at + 1, name: textOf(at, at + 1) }
  const found = nameAt(words, at, (i) => stops(line, i), strong)
  // A Vietnamese name that is known ends where it ends: “tặng Chủ tịch nước X Huân chương”.
  const to = knownTo >= at + 3 && isSurname(keyAt(at)) ? knownTo : Math.max(knownTo, found?.to ?? 0)
  if (to <= at) return null
  const place = pieceAt(at)
  if (placeAt(at) && place && knownTo <= place.after) return null
  if (place && place.kind !== 'word' && to < place.after) return null
  return { to, name: tidy(textOf(at, to)) }
}

/** What begins something of another kind ends a name. */
const stops = ({ pieceAt }: Line, i: number): boolean => {
  const piece = pieceAt(i)
  if (!piece) return false
  if (piece.kind === 'office') return true
  if (piece.kind === 'country' || piece.kind === 'place') return piece.after - piece.first > 1 || piece.text.length > 4
  return piece.after - piece.first > 1 && piece.kind !== 'word' && piece.kind !== 'portfolio'
}

/** Double spaces inside a name are of the page, not of the name. */
const tidy = (name: string): string => name.replace(/\s+/g, ' ')
