import type { PersonMention } from '../../kernel/reading.ts'
import { personMention } from './person-mention.ts'
import { type Piece, readAs } from './piece.ts'

/** “Chủ tịch Thượng viện và Hạ viện Hà Lan”: the head of either house, the country said once. */
export const withBothHouses = (pieces: Piece[]): Piece[] => {
  if (!pieces.some(({ key }) => key === 'viện')) return pieces
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const [head, joint, chamber, house] = [pieces[i] as Piece, pieces[i + 1], pieces[i + 2], pieces[i + 3]]
    const key = house?.key === 'viện' && /^(?:conj|mark,)$/.test(joint?.kind ?? '') ? keys[chamber?.key ?? ''] : undefined
    if (!key || head.kind !== 'person' || !/ (?:thượng|hạ) viện$/.test((head.value as PersonMention).office?.toLowerCase() ?? '')) {
      out.push(head)
      continue
    }
    const mention = head.value as PersonMention
    const next = pieces[i + 4]
    const place = next?.kind === 'country' ? (next.value as { country: string }).country : mention.country
    const office = `${(mention.office as string).split(' ').slice(0, -2).join(' ')} ${(chamber as Piece).text} ${(house as Piece).text}`
    const of = mention.name === null ? { country: mention.country ?? place } : {}
    out.push(readAs(head, head.kind, personMention({ ...mention, ...of })), joint as Piece)
    const other = personMention({ ...mention, name: null, form: 'office', office, officeKey: key, country: place })
    out.push(readAs(chamber as Piece, 'person', other))
    i += 3
  }
  return out
}

const keys: Readonly<Record<string, string>> = { thượng: 'speaker-senate', hạ: 'speaker-house' }
