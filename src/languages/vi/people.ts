import type { PersonMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import { withBothHouses } from './both-houses.ts'
import type { KnownNames } from './known-names.ts'
import { lineOf } from './line.ts'
import { withOfficesOfTwo } from './offices-of-two.ts'
import { personAt } from './person.ts'
import { personMention } from './person-mention.ts'
import { type Piece, pieceOf, readAs } from './piece.ts'
import { withSharedOffices } from './shared-offices.ts'

/**
 * People as news write them: office, country and name in every order that the register knows.
 *   Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng · Phó Thủ tướng kiêm Bộ trưởng Ngoại giao Lào Saleumxay Kommasith
 *   Thủ tướng nước này Karim Masimov · bà Aung San Suu Kyi, cố vấn Nhà nước Myanmar · người đồng cấp Lào
 *   đại tướng Ngô Xuân Lịch, bộ trưởng Bộ Quốc phòng · ông Trump · các nhà lãnh đạo Việt Nam
 */
export const withPeople = (view: string, words: readonly Word[], pieces: readonly Piece[], known: KnownNames): Piece[] => {
  const line = lineOf(view, words, pieces, known)
  const out: Piece[] = []
  let next = 0
  const isInside = (i: number): boolean => {
    while (next < pieces.length && (pieces[next] as Piece).after <= i) next++
    return next < pieces.length && (pieces[next] as Piece).first <= i
  }
  for (let i = 0; i < words.length; ) {
    const piece = line.pieceAt(i)
    const person = piece ? personAt(line, i) : null
    if (person) {
      out.push(person)
      i = person.after
    } else if (piece) {
      out.push(piece)
      i = piece.after
    } else {
      // A name that ended inside a phrase leaves its other words behind; words that no piece covers were dropped before.
      if (isInside(i)) out.push(pieceOf(view, words, i, i + 1, kindOf(words[i] as Word)))
      i++
    }
  }
  return withSharedOffices(sharedCountries(withBothHouses(withOfficesOfTwo(view, out))))
}

const kindOf = ({ kind, key, item }: Word): string => (kind === 'number' ? `mark${key}` : item)

/** “thủ tướng, chủ tịch Quốc hội và chủ tịch Thượng viện Pháp”: the country at the end is that of all. */
const sharedCountries = (pieces: Piece[]): Piece[] => {
  for (let i = pieces.length - 1; i >= 2; i--) {
    const last = pieces[i] as Piece
    if (last.kind !== 'person') continue
    const [joint, before] = [pieces[i - 1] as Piece, pieces[i - 2] as Piece]
    if (before.kind !== 'person' || (joint.kind !== 'mark,' && joint.kind !== 'conj')) continue
    const [a, b] = [before.value as PersonMention, last.value as PersonMention]
    if (
      b.country &&
      b.name === null &&
      a.name === null &&
      a.country === null &&
      !a.relative &&
      a.form === 'office' &&
      (b.form === 'office' || b.form === 'group')
    )
      pieces[i - 2] = readAs(before, 'person', personMention({ ...a, country: b.country }))
  }
  return pieces
}
