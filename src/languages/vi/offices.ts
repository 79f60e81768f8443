import type { PersonMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import type { Office } from './lexicon.ts'
import type { Line } from './line.ts'
import { bodyAfter, bodyOfNamed } from './office-bodies.ts'
import type { Piece } from './piece.ts'

/** Offices as they stand before a name or after it: stacked, chained, with portfolio, body and country. */
export interface OfficeFound {
  readonly offices: readonly Office[]
  readonly text: string
  readonly at: { first: number; after: number }
  readonly country: string | null
  readonly relative: boolean
  readonly after: number
}

interface CountryFound {
  readonly country: string | null
  /** “nước này”: the country is to be found elsewhere. */
  readonly relative: boolean
  readonly to: number
}

/** Offices with portfolio, further offices and country: everything before the name. */
export const officesAt = (line: Line, at: number): OfficeFound | null => {
  const { keyAt, pieceAt, textOf } = line
  const head = pieceAt(at)
  if (head?.kind !== 'office') return null
  const offices = [leadsBody(line, head) ? headOfBody : (head.value as Office)]
  let [first, after, textEnd] = [at, head.after, head.after]
  let country: string | null = offices[0]?.country ?? null
  let relative = false
  for (let turn = 0; turn < 6; turn++) {
    const office = offices[offices.length - 1] as Office
    if (office.takes === 'portfolio' || office.takes === 'body') {
      const to = bodyAfter(line, after, office.takes)
      if (to > after) after = textEnd = to
    } else if (!refers.has(office.takes)) {
      const to = bodyOfNamed(line, after)
      if (to > after) after = textEnd = to
    }
    const place = countryAfter(line, after, office.role)
    if (place) {
      country ??= place.country
      relative ||= place.relative
      after = place.to
    }
    if (['đắc', 'mãn'].includes(keyAt(after)) && keyAt(after + 1) === (keyAt(after) === 'đắc' ? 'cử' : 'nhiệm')) after = textEnd = after + 2
    const mark = keyAt(after)
    let next = mark === 'kiêm' || mark === ',' || mark === '-' || mark === '–' ? after + 1 : -1
    if (pieceAt(after)?.kind === 'office' && !place) next = after
    if (next < 0 || pieceAt(next)?.kind !== 'office') break
    const chains =
      office.takes === 'chain' ||
      mark === 'kiêm' ||
      mark === '-' ||
      next === after ||
      (office.role === 'other' && office.takes === 'portfolio')
    const further = (pieceAt(next) as Piece).value as Office
    if (!chains || further.takes === 'leader' || further.takes === 'counterpart' || (mark === ',' && further.key === office.key)) break
    offices.push(further)
    after = (pieceAt(next) as Piece).after
    textEnd = after
  }
  return { offices, text: textOf(first, textEnd), at: { first, after: textEnd }, country, relative, after }
}

/** The country of an office: “Malaysia”, “của Nga”, “nước này”, “Mỹ tại Việt Nam” of an ambassador. */
export const countryAfter = (line: Line, at: number, role: string | null = null): CountryFound | null => {
  const { keyAt, pieceAt, placeAt } = line
  let i = at
  if (keyAt(i) === '(' && placeAt(i + 1) && keyAt((pieceAt(i + 1) as Piece).after) === ')')
    return { country: placeAt(i + 1)?.country ?? null, relative: false, to: (pieceAt(i + 1) as Piece).after + 1 }
  if (keyAt(i) === 'của') i++
  if (keyAt(i) === 'phía') i++
  if (keyAt(i) === 'các' && placeAt(i + 1)) i++
  const piece = pieceAt(i)
  if (piece?.kind === 'rel.country') return { country: null, relative: true, to: piece.after }
  const place = placeAt(i)
  if (!place || !piece) return null
  const [mark, second] = [keyAt(piece.after), placeAt(piece.after + 1)]
  if (mark === 'tại' && second && (role === null || posted.has(role)))
    return { country: place.country, relative: false, to: (pieceAt(piece.after + 1) as Piece).after }
  return { country: place.country, relative: false, to: piece.after }
}

/** What a person's mention says of the offices found: all as written, and of the highest of them the role. */
export const officeOf = (
  { words }: Line,
  { offices, text, at }: OfficeFound,
): Pick<PersonMention, 'office' | 'officeKey' | 'role' | 'officeAt'> => {
  const main = offices.reduce((a, b) => (rank(b.role) < rank(a.role) ? b : a))
  return {
    office: text,
    officeKey: main.key,
    role: main.role,
    officeAt: { start: (words[at.first] as Word).start, end: (words[at.after - 1] as Word).end },
  }
}

/** “lãnh đạo Cơ quan Cảnh sát quốc gia Hàn Quốc”: who leads a body leads no country. */
const leadsBody = ({ keyAt }: Line, { value, after }: Piece): boolean =>
  (value as Office).takes === 'leader' && (bodies.has(keyAt(after)) || bodies.has(`${keyAt(after)} ${keyAt(after + 1)}`))

const headOfBody: Office = { key: 'head-of-body', role: 'other', takes: 'body', country: null }

const bodies = new Set(
  'bộ|tỉnh|phe|nhóm|cơ quan|ủy ban|tập đoàn|công ty|doanh nghiệp|lực lượng|quân đội|tổ chức|thành phố|địa phương|phong trào'.split('|'),
)

/** They say whose, not of what. */
const refers = new Set(['leader', 'counterpart'])

/** Offices that are held for one country in another. */
const posted = new Set(['ambassador', 'envoy', 'other', 'organisation-head', 'spokesperson'])

const ranks = [
  'head-of-state',
  'head-of-government',
  'party-leader',
  'royal',
  'speaker',
  'deputy-head-of-state',
  'deputy-head-of-government',
  'foreign-minister',
  'minister',
  'organisation-head',
  'deputy-minister',
  'envoy',
  'ambassador',
  'other',
]
const rank = (role: string): number => (ranks.indexOf(role) + 99) % 99
