import type { PersonMention, PlaceMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import type { Office } from './lexicon.ts'
import { isSurname, isVietnameseName, nameAt } from './names.ts'
import { type Piece, pieceOf } from './pieces.ts'
import { withSharedOffices } from './shared-offices.ts'

/**
 * People as news write them: office, country and name in every order that the register knows.
 *   Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng · Phó Thủ tướng kiêm Bộ trưởng Ngoại giao Lào Saleumxay Kommasith
 *   Thủ tướng nước này Karim Masimov · bà Aung San Suu Kyi, cố vấn Nhà nước Myanmar · người đồng cấp Lào
 *   đại tướng Ngô Xuân Lịch, bộ trưởng Bộ Quốc phòng · ông Trump · các nhà lãnh đạo Việt Nam
 */
export const withPeople = (view: string, words: readonly Word[], pieces: readonly Piece[], known: KnownNames): Piece[] => {
  const reader = readerOf(view, words, pieces, known)
  const out: Piece[] = []
  const inside = new Uint8Array(words.length)
  for (const { first, after } of pieces) inside.fill(1, first, after)
  for (let i = 0; i < words.length; ) {
    const piece = reader.pieceAt(i)
    const person = piece ? reader.personAt(i) : null
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

/** Names met with an office or an honorific anywhere in the document, so that they are known where they stand bare. */
export interface KnownNames {
  /** The longest known name that starts at a word. */
  longest(words: readonly Word[], at: number): number
  /** Whether somebody of the document has this family name: “ông Tập”, “bà Thái”. */
  surname(key: string): boolean
}

interface OfficeFound {
  readonly offices: readonly Office[]
  readonly text: string
  readonly at: { first: number; after: number }
  readonly country: string | null
  readonly relative: boolean
  readonly after: number
}

const readerOf = (view: string, words: readonly Word[], pieces: readonly Piece[], known: KnownNames) => {
  const starts: (Piece | undefined)[] = new Array(words.length)
  for (const piece of pieces) starts[piece.first] = piece
  const pieceAt = (i: number): Piece | undefined => starts[i]
  const keyAt = (i: number): string => words[i]?.key ?? ''
  const textOf = (first: number, after: number): string => view.slice((words[first] as Word).start, (words[after - 1] as Word).end)
  const stops = (i: number): boolean => {
    const piece = pieceAt(i)
    if (!piece) return false
    if (piece.kind === 'office') return true
    if (piece.kind === 'country' || piece.kind === 'place') return piece.after - piece.first > 1 || piece.text.length > 4
    return piece.after - piece.first > 1 && piece.kind !== 'word' && piece.kind !== 'portfolio'
  }
  const placeAt = (i: number): PlaceMention | null => {
    const piece = pieceAt(i)
    return piece?.kind === 'country' || piece?.kind === 'place' ? (piece.value as PlaceMention) : null
  }

  /** Offices with portfolio, further offices and country: everything before the name. */
  const officesAt = (at: number): OfficeFound | null => {
    const head = pieceAt(at)
    if (head?.kind !== 'office') return null
    const offices = [head.value as Office]
    let [first, after, textEnd] = [at, head.after, head.after]
    let country: string | null = offices[0]?.country ?? null
    let relative = false
    for (let turn = 0; turn < 6; turn++) {
      const office = offices[offices.length - 1] as Office
      if (office.takes === 'portfolio' || office.takes === 'body') {
        const to = bodyAfter(after, office.takes)
        if (to > after) after = textEnd = to
      }
      const place = countryAfter(after, office.role)
      if (place) {
        country ??= place.country
        relative ||= place.relative
        after = place.to
      }
      if (['đắc', 'mãn'].includes(keyAt(after)) && keyAt(after + 1) === (keyAt(after) === 'đắc' ? 'cử' : 'nhiệm'))
        after = textEnd = after + 2
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

  /** “Bộ Quốc phòng”, “Kế hoạch và Đầu tư”, “Ủy ban Đối ngoại của Quốc hội”. */
  const bodyAfter = (at: number, takes: string): number => {
    let i = at
    if (keyAt(i) === 'bộ') i++
    const piece = pieceAt(i)
    if (piece?.kind === 'portfolio') {
      let to = piece.after
      while ((keyAt(to) === 'và' || keyAt(to) === ',' || keyAt(to) === '-') && pieceAt(to + 1)?.kind === 'portfolio')
        to = (pieceAt(to + 1) as Piece).after
      return to
    }
    if (takes !== 'body' && i === at) return capitalRun(at, 5)
    return takes === 'body' ? bodyRun(i) : capitalRun(i, 9)
  }
  const capitalRun = (at: number, most: number): number => {
    const word = words[at]
    if (!word?.capital || isSurname(word.key) || placeAt(at) || pieceAt(at)?.kind === 'office' || pieceAt(at)?.kind.startsWith('hon'))
      return at
    if (nameLike(at)) return at
    let i = at
    while (i < words.length && i - at < most && !placeAt(i) && pieceAt(i)?.kind !== 'office') {
      const w = words[i] as Word
      if (w.kind !== 'letter') break
      if (w.capital && i > at && nameLike(i)) break
      if (pieceAt(i)?.kind.startsWith('v.') || pieceAt(i)?.kind.startsWith('asp.')) break
      i++
    }
    return i
  }
  /** Two capitalised words in a row that read like a name. */
  const nameLike = (i: number): boolean =>
    Boolean(words[i]?.capital && words[i + 1]?.capital && (isSurname(keyAt(i)) || /^[A-Za-z]{3,}$/.test((words[i] as Word).text)))
  const bodyRun = (at: number): number => {
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

  /** The country of an office: “Malaysia”, “của Nga”, “nước này”, “Mỹ tại Việt Nam” of an ambassador. */
  const countryAfter = (at: number, role: string | null = null): { country: string | null; relative: boolean; to: number } | null => {
    let i = at
    if (keyAt(i) === '(' && placeAt(i + 1) && keyAt((pieceAt(i + 1) as Piece).after) === ')')
      return { country: placeAt(i + 1)?.country ?? null, relative: false, to: (pieceAt(i + 1) as Piece).after + 1 }
    if (keyAt(i) === 'của') i++
    if (keyAt(i) === 'phía') i++
    const piece = pieceAt(i)
    if (piece?.kind === 'rel.country') return { country: null, relative: true, to: piece.after }
    const place = placeAt(i)
    if (!place || !piece) return null
    const [mark, second] = [keyAt(piece.after), placeAt(piece.after + 1)]
    if (mark === 'tại' && second && (role === null || posted.has(role)))
      return { country: place.country, relative: false, to: (pieceAt(piece.after + 1) as Piece).after }
    return { country: place.country, relative: false, to: piece.after }
  }

  const honorificAt = (i: number): number => {
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

  /** “ông Tập”, “bà Thái”, “Chủ tịch Tập”: a family name that is an ordinary word or a country elsewhere. */
  const isSurnameAlone = (at: number): boolean => {
    const before = pieceAt(at - 1)?.kind ?? ''
    if (!words[at]?.capital || words[at + 1]?.capital || !known.surname(keyAt(at))) return false
    return before.startsWith('pron.') || before === 'hon' || (keyAt(at - 1) === 'tịch' && !placeAt(at))
  }

  const nameFrom = (at: number, strong: boolean): { to: number; name: string } | null => {
    const knownTo = known.longest(words, at)
    if (knownTo <= at && isSurnameAlone(at)) return { to: at + 1, name: textOf(at, at + 1) }
    const found = nameAt(words, at, stops, strong)
    // A Vietnamese name that is known ends where it ends: “tặng Chủ tịch nước X Huân chương”.
    const to = knownTo >= at + 3 && isSurname(keyAt(at)) ? knownTo : Math.max(knownTo, found?.to ?? 0)
    if (to <= at) return null
    const place = pieceAt(at)
    if (placeAt(at) && place && knownTo <= place.after) return null
    if (place && place.kind !== 'word' && to < place.after) return null
    return { to, name: tidy(textOf(at, to)) }
  }

  /** “viếng Chủ tịch Hồ Chí Minh”, “Lăng Chủ tịch Hồ Chí Minh”: nobody to meet. */
  const isMonument = (at: number): boolean => {
    if (!monuments.has(keyAt(at - 1))) return false
    const name = ['chủ', 'bác'].includes(keyAt(at)) ? at + (keyAt(at) === 'chủ' ? 2 : 1) : at
    return keyAt(name) === 'hồ' && keyAt(name + 1) === 'chí' && keyAt(name + 2) === 'minh'
  }

  const personAt = (at: number): Piece | null => {
    const head = pieceAt(at)
    if (!head) return null
    if (isMonument(at)) return pieceOf(view, words, at, at + 1, 'word')
    if (head.kind === 'group') return groupAt(at, head)
    if (head.kind === 'companion') {
      const name = nameFrom(honorificAt(head.after), true)
      return name ? pieceOf(view, words, at, name.to, 'companion') : null
    }
    if (head.kind === 'credit') return pieceOf(view, words, at, words.length, 'credit')
    let i = at
    let former = false
    if (head.kind === 'former') [former, i] = [true, head.after]
    const gender = /(?:^| )(?:bà|nữ|cô)(?: |$)/.test(textOf(at, Math.max(at + 1, honorificAt(i))).toLowerCase())
      ? 'f'
      : head.kind === 'pron.he'
        ? 'm'
        : null
    const afterHonorific = honorificAt(i)
    const honored = afterHonorific > i
    i = afterHonorific
    if (pieceAt(i)?.kind === 'former') [former, i] = [true, (pieceAt(i) as Piece).after]
    const found = officesAt(i)
    if (found) return officeHolder(at, found, former, gender)
    const name = nameFrom(i, honored)
    if (name && (honored || former || known.longest(words, i) > i || isVietnameseName(name.name.split(/[\s-]+/))))
      return namedFirst(at, i, name, former, gender)
    if (head.kind === 'pron.he' || head.kind === 'pron.she') {
      const value: PersonMention = { ...nobody, form: 'pronoun', gender: head.kind === 'pron.she' ? 'f' : 'm' }
      return pieceOf(view, words, at, head.after, 'person', value)
    }
    return null
  }

  /** “Tổng thống Mỹ lúc đó (là) X”: when somebody held the office. */
  const thenAfter = (at: number): number => {
    if (!thens.has(`${keyAt(at)} ${keyAt(at + 1)}`) && !thens.has(pieceAt(at)?.key ?? '')) return at
    const to = thens.has(pieceAt(at)?.key ?? '') ? (pieceAt(at) as Piece).after : at + 2
    const name = keyAt(to) === 'là' ? to + 1 : to
    return words[honorificAt(name)]?.capital ? name : at
  }

  /** “Tổng thư ký Liên Hợp Quốc (LHQ) Antonio Guterres”: the body in short, before the name. */
  const isAbbreviated = (i: number): boolean =>
    keyAt(i) === '(' &&
    /^[A-ZĐ]{2,6}$/.test(words[i + 1]?.text ?? '') &&
    keyAt(i + 2) === ')' &&
    (words[i + 3]?.capital === true || honorificAt(i + 3) > i + 3)

  const officeHolder = (at: number, found: OfficeFound, former: boolean, gender: 'm' | 'f' | null): Piece => {
    let { after, country, relative } = found
    const office = found.offices[found.offices.length - 1] as Office
    const main = found.offices.reduce((a, b) => (rank(b.role) < rank(a.role) ? b : a))
    if (isAbbreviated(after)) after += 3
    let i = honorificAt(thenAfter(after))
    if (keyAt(i) === ',' && honorificAt(i + 1) > i + 1) i = honorificAt(i + 1)
    if (keyAt(i) === '-' && i === after && honorificAt(i + 1) > i + 1) i = honorificAt(i + 1)
    if (keyAt(i) === '(') i = after
    if (
      keyAt(after) === ',' &&
      i === after &&
      country &&
      office.takes !== 'leader' &&
      known.longest(words, after + 1) > after + 2 &&
      keyAt(known.longest(words, after + 1)) !== ','
    )
      i = after + 1
    const name = nameFrom(i, true)
    if (name) {
      after = name.to
      if (!country && !relative) {
        const own = countryAfter(after)
        if (own && (keyAt(after) === 'của' || keyAt(after) === '(')) [country, relative, after] = [own.country, own.relative, own.to]
      }
    }
    const form = name ? 'named' : office.takes === 'counterpart' ? 'counterpart' : office.takes === 'leader' ? 'leader' : 'office'
    const value: PersonMention = {
      name: name?.name ?? null,
      office: found.text,
      officeKey: main.key,
      role: main.role,
      country,
      form,
      gender,
      former,
      relative,
      officeAt: { start: (words[found.at.first] as Word).start, end: (words[found.at.after - 1] as Word).end },
    }
    return pieceOf(view, words, at, after, 'person', value)
  }

  /** A name first: “ông X”, and the office after it in apposition: “, Bộ trưởng Bộ Quốc phòng Belarus,”. */
  const namedFirst = (at: number, _from: number, name: { to: number; name: string }, former: boolean, gender: 'm' | 'f' | null): Piece => {
    let after = name.to
    let value: PersonMention = { ...nobody, name: name.name, form: 'named', gender, former }
    let i = after
    if (keyAt(i) === '(' && placeAt(i + 1) && keyAt((pieceAt(i + 1) as Piece).after) === ')') {
      value = { ...value, country: placeAt(i + 1)?.country ?? null }
      i = (pieceAt(i + 1) as Piece).after + 1
      after = i
    }
    if ([',', '-', '('].includes(keyAt(i))) {
      const past = pieceAt(i + 1)?.kind === 'former'
      const found = officesAt(past ? (pieceAt(i + 1) as Piece).after : i + 1)
      if (found && !nameFrom(honorificAt(found.after), true)) {
        const main = found.offices.reduce((a, b) => (rank(b.role) < rank(a.role) ? b : a))
        after = keyAt(i) === '(' && keyAt(found.after) === ')' ? found.after + 1 : found.after
        value = {
          ...value,
          office: found.text,
          officeKey: main.key,
          role: main.role,
          country: found.country ?? value.country,
          relative: found.relative,
          former: former || past,
          officeAt: { start: (words[found.at.first] as Word).start, end: (words[found.at.after - 1] as Word).end },
        }
      }
    }
    return pieceOf(view, words, at, after, 'person', value)
  }

  const groupAt = (at: number, head: Piece): Piece => {
    let after = head.after
    while (
      words[after]?.kind === 'letter' &&
      ['chủ', 'chốt', 'cấp', 'cao', 'khác', 'của', 'đảng', 'nhà', 'nước', 'chính', 'phủ', 'các'].includes(keyAt(after)) &&
      !placeAt(after) &&
      after - head.after < 8
    )
      after++
    const place = countryAfter(after)
    const plain = textOf(at, head.after).replace(/^(?:các|những|nhiều|một số) (?=lãnh đạo|quan chức)/i, '')
    const value: PersonMention = {
      ...nobody,
      office: plain,
      form: 'group',
      country: place?.country ?? null,
      relative: place?.relative ?? false,
      role: 'other',
      officeAt: { start: (words[at] as Word).start, end: (words[head.after - 1] as Word).end },
    }
    return pieceOf(view, words, at, place ? place.to : head.after, 'person', value)
  }

  return { pieceAt, personAt }
}

const thens = new Set([
  'lúc đó',
  'khi đó',
  'lúc bấy giờ',
  'bấy giờ',
  'khi ấy',
  'thời đó',
  'đương nhiệm',
  'mãn nhiệm',
  'tiền nhiệm',
  'lúc ấy',
  'thời điểm đó',
])

/** Offices that are held for one country in another. */
const posted = new Set(['ambassador', 'envoy', 'other', 'organisation-head', 'spokesperson'])

const monuments = new Set(['niệm', 'viếng', 'lăng', 'tượng', 'phố', 'tưởng', 'đường', 'đoàn', 'bảo', 'nhớ'])

const nobody: PersonMention = {
  name: null,
  office: null,
  officeKey: null,
  role: null,
  country: null,
  form: 'named',
  gender: null,
  former: false,
  relative: false,
  officeAt: null,
}

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

/** Double spaces inside a name are of the page, not of the name. */
const tidy = (name: string): string => name.replace(/\s+/g, ' ')
