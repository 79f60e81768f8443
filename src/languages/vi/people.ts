import type { PersonMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import type { KnownNames } from './known-names.ts'
import { lineOf } from './line.ts'
import { personAt } from './person.ts'
import { type Piece, pieceOf } from './pieces.ts'
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
  const inside = new Uint8Array(words.length)
  for (const { first, after } of pieces) inside.fill(1, first, after)
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
      if (inside[i])
        out.push(pieceOf(view, words, i, i + 1, (words[i] as Word).kind === 'letter' ? 'word' : `mark${(words[i] as Word).key}`))
      i++
    }
  }
  return withSharedOffices(sharedCountries(out))
}

/** “thủ tướng, chủ tịch Quốc hội và chủ tịch Thượng viện Pháp”: the country at the end is that of all. */
const sharedCountries = (pieces: Piece[]): Piece[] => {
  for (let i = pieces.length - 1; i >= 2; i--) {
    const [last, joint, before] = [pieces[i] as Piece, pieces[i - 1] as Piece, pieces[i - 2] as Piece]
    if (last.kind !== 'person' || before.kind !== 'person' || (joint.kind !== 'mark,' && joint.kind !== 'conj')) continue
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
      pieces[i - 2] = { ...before, value: { ...a, country: b.country } }
  }
  return pieces
}
