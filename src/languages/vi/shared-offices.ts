import type { PersonMention, PlaceMention } from '../../kernel/reading.ts'
import { personMention } from './person-mention.ts'
import { type Piece, readAs } from './piece.ts'
import { shortCountryOf } from './short-countries.ts'

/**
 * “Thủ tướng Thái Lan và Singapore”, “người đồng cấp Qatar, Kuwait và Iran”, “Ngoại trưởng Nga - Nhật”: the office before
 * the first country is that of the others too, and each of them stands for its holder. Of “các nhà lãnh đạo Nga và Iran”
 * each has one.
 */
export const withSharedOffices = (pieces: Piece[]): Piece[] => {
  for (let i = 0; i < pieces.length; i++) {
    const head = pieces[i] as Piece
    if (head.kind !== 'person') continue
    const value = head.value as PersonMention
    if (value.name !== null || value.country === null || value.relative || value.form === 'pronoun') continue
    const sharers = sharersOf(pieces, i, value.form === 'counterpart' || / các /.test(head.key))
    if (sharers.length === 0) continue
    const shared = value.form === 'group' && leads.test(value.office ?? '') ? { ...value, ...leader, office: ofOne(value.office) } : value
    pieces[i] = readAs(head, head.kind, personMention(shared))
    for (const at of sharers) {
      const place = pieces[at] as Piece
      const form = heads.has(shared.role ?? '') ? 'leader' : shared.form
      pieces[at] = readAs(place, 'person', personMention({ ...shared, form, country: pairedWith(place) }))
    }
  }
  return pieces
}

const heads = new Set(['head-of-state', 'head-of-government'])
const leads = /(?:lãnh đạo|nguyên thủ)/i
/** Each country of “các nhà lãnh đạo” has one of them. */
const ofOne = (office: string | null): string | null => office?.replace(/^(?:các|những|nhiều|một số) /i, '') ?? null
const leader = { form: 'leader', officeKey: 'lanh-dao', role: 'head-of-state' } as const

const countryOf = (piece: Piece): string | null =>
  piece.kind === 'country' && (piece.value as PlaceMention).type === 'country' ? (piece.value as PlaceMention).country : null

/** After a hyphen one syllable will do: “lãnh đạo Mỹ - Trung”. */
const pairedWith = (piece: Piece): string | null => countryOf(piece) ?? (piece.kind === 'word' ? shortCountryOf(piece) : null)

/** Where the further countries of a list stand: commas, then “và”, or one hyphen. An open list may end without “và”. */
const sharersOf = (pieces: readonly Piece[], head: number, open: boolean): number[] => {
  const [hyphen, second] = [pieces[head + 1], pieces[head + 2]]
  if (hyphen?.kind === 'mark-' && second && pairedWith(second) && pieces[head + 3]?.kind !== 'mark-') return [head + 2]
  const found: number[] = []
  for (let i = head + 1; i + 1 < pieces.length; i += 2) {
    const [joint, place] = [pieces[i] as Piece, pieces[i + 1] as Piece]
    const joined = joint.kind === 'conj'
    if ((!joined && joint.kind !== 'mark,') || countryOf(place) === null) break
    found.push(i + 1)
    if (joined) return /^(?:mark-|person)$/.test(pieces[i + 2]?.kind ?? '') ? [] : found
  }
  return open && found.length >= (pieces[head]?.key.includes(' các ') ? 1 : 2) ? found : []
}
