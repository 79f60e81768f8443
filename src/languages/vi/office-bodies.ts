import type { Word } from '../words.ts'
import type { Line } from './line.ts'
import { isSurname } from './names.ts'
import type { Piece } from './piece.ts'

/** “Bộ Quốc phòng”, “Kế hoạch và Đầu tư”, “Ủy ban Đối ngoại của Quốc hội”. */
export const bodyAfter = (line: Line, at: number, takes: string): number => {
  const { keyAt, pieceAt } = line
  let i = at
  if (keyAt(i) === 'bộ') i++
  const piece = pieceAt(i)
  if (piece?.kind === 'portfolio') {
    let to = piece.after
    while ((keyAt(to) === 'và' || keyAt(to) === ',' || keyAt(to) === '-') && pieceAt(to + 1)?.kind === 'portfolio')
      to = (pieceAt(to + 1) as Piece).after
    return keyAt(to) === 'và' ? furtherPortfolio(line, to) : to
  }
  if (takes !== 'body' && i === at) return capitalRun(line, at, 5)
  return takes === 'body' ? bodyRun(line, i) : capitalRun(line, i, 9)
}

/** “Bộ trưởng Bộ Thương mại và Phát triển Phần Lan”: up to the country, what a capital begins is of the portfolio too. */
const furtherPortfolio = (line: Line, at: number): number => {
  const { words, pieceAt, placeAt } = line
  if (!words[at + 1]?.capital || pieceAt(at + 1)?.kind === 'office' || placeAt(at + 1) || nameLike(line, at + 1)) return at
  for (let i = at + 2; i < at + 6; i++) {
    if (placeAt(i)) return i
    if (words[i]?.kind !== 'letter' || (words[i] as Word).capital) return at
  }
  return at
}

const capitalRun = (line: Line, at: number, most: number): number => {
  const { words, pieceAt, placeAt } = line
  const word = words[at]
  if (!word?.capital || isSurname(word.key) || placeAt(at) || pieceAt(at)?.kind === 'office' || pieceAt(at)?.kind.startsWith('hon'))
    return at
  if (nameLike(line, at)) return at
  let i = at
  while (i < words.length && i - at < most && !placeAt(i) && pieceAt(i)?.kind !== 'office') {
    const w = words[i] as Word
    if (w.kind !== 'letter') break
    if (w.capital && i > at && nameLike(line, i)) break
    if (pieceAt(i)?.kind.startsWith('v.') || pieceAt(i)?.kind.startsWith('asp.')) break
    i++
  }
  return i
}

/** “Phó Thủ tướng Quốc vụ viện Trung Quốc X”, “Phó Chủ tịch Đảng Lao động Triều Tiên Y”: what stands between an office, its country and a name. */
export const bodyOfNamed = (line: Line, at: number): number => {
  const { words, pieceAt, placeAt } = line
  if (words[at]?.kind !== 'letter' || placeAt(at) || nameLike(line, at)) return at
  if (!(words[at] as Word).capital && (words[at] as Word).key !== 'đảng') return at
  for (let i = at; i - at < 8 && i < words.length; ) {
    const piece = pieceAt(i)
    if (piece && placeAt(i)) return i > at && piece.kind === 'country' && nameLike(line, piece.after) ? i : at
    if (words[i]?.kind !== 'letter' || (piece && piece.kind !== 'word' && piece.kind !== 'portfolio')) return at
    i = piece?.after ?? i + 1
  }
  return at
}

/** Two capitalised words in a row that read like a name. */
const nameLike = ({ words, keyAt }: Line, i: number): boolean =>
  Boolean(words[i]?.capital && words[i + 1]?.capital && (isSurname(keyAt(i)) || /^[A-Za-z]{3,}$/.test((words[i] as Word).text)))

const bodyRun = ({ words, pieceAt, placeAt }: Line, at: number): number => {
  let i = at
  while (i < words.length && i - at < 14) {
    const w = words[i] as Word
    const piece = pieceAt(i)
    if (w.kind === 'mark' && w.key !== '-' && w.key !== '&') break
    if (piece && (piece.kind === 'office' || piece.kind.startsWith('asp.') || piece.kind === 'v.say' || piece.kind === 'hon')) break
    if (w.capital && i > at && isSurname(w.key) && words[i + 1]?.capital && words[i + 2]?.capital) break
    if (placeAt(i) && (words[(piece as Piece).after]?.capital || i > at + 1)) break
    i = piece?.after ?? i + 1
  }
  return i
}
