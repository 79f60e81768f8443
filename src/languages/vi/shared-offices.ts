import type { PersonMention, PlaceMention } from '../../kernel/reading.ts'
import type { Piece } from './pieces.ts'

/**
 * “Thủ tướng Thái Lan và Singapore”, “người đồng cấp Qatar, Kuwait và Iran”: the office before the first country is
 * that of the others too, and each of them stands for its holder.
 */
export const withSharedOffices = (pieces: readonly Piece[]): Piece[] => {
  const out = [...pieces]
  for (let i = 0; i < out.length; i++) {
    const head = out[i] as Piece
    if (head.kind !== 'person') continue
    const value = head.value as PersonMention
    if (value.name !== null || value.country === null || value.relative || (value.form !== 'office' && value.form !== 'counterpart'))
      continue
    for (const at of sharersOf(out, i, value.form === 'counterpart')) {
      const place = out[at] as Piece
      const form = heads.has(value.role ?? '') ? 'leader' : value.form
      out[at] = {
        ...place,
        kind: 'person',
        value: { ...value, form, country: (place.value as PlaceMention).country } satisfies PersonMention,
      }
    }
  }
  return out
}

const heads = new Set(['head-of-state', 'head-of-government'])

/** Where the further countries of a list stand: commas, then “và”. A list of counterparts may end without it. */
const sharersOf = (pieces: readonly Piece[], head: number, open: boolean): number[] => {
  const found: number[] = []
  for (let i = head + 1; i + 1 < pieces.length; i += 2) {
    const [joint, place] = [pieces[i] as Piece, pieces[i + 1] as Piece]
    const joined = joint.kind === 'conj'
    if ((!joined && joint.kind !== 'mark,') || place.kind !== 'country' || (place.value as PlaceMention).type !== 'country') break
    found.push(i + 1)
    if (joined) return /^(?:mark-|person)$/.test(pieces[i + 2]?.kind ?? '') ? [] : found
  }
  return open && found.length >= 2 ? found : []
}
