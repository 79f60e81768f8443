import type { PersonMention } from '../../kernel/reading.ts'
import type { Word } from '../words.ts'
import { masterEnd } from './envoys.ts'
import type { Office } from './lexicon.ts'
import type { Line } from './line.ts'
import { isVietnameseName } from './names.ts'
import { countryAfter, type OfficeFound, officeOf, officesAt } from './offices.ts'
import { personMention } from './person-mention.ts'
import { honorificAt, nameFrom, type PersonName } from './person-names.ts'
import { type Piece, pieceOf } from './piece.ts'

/** Whoever is spoken of from this word on; a monument or a photographer's credit is nobody. */
export const personAt = (line: Line, at: number): Piece | null => {
  const { view, words, known, pieceAt } = line
  const head = pieceAt(at)
  if (!head) return null
  if (isMonument(line, at)) return pieceOf(view, words, at, at + 1, 'word')
  if (head.kind === 'group') return groupAt(line, at, head)
  if (head.kind === 'companion') {
    const name = nameFrom(line, honorificAt(line, head.after), true)
    return name ? pieceOf(view, words, at, name.to, 'companion') : null
  }
  if (head.kind === 'credit') return pieceOf(view, words, at, words.length, 'credit')
  let i = at
  let former = false
  if (head.kind === 'former') [former, i] = [true, head.after]
  const afterHonorific = honorificAt(line, i)
  const honored = afterHonorific > i
  i = afterHonorific
  if (pieceAt(i)?.kind === 'former') [former, i] = [true, (pieceAt(i) as Piece).after]
  const found = officesAt(line, i)
  if (found) return officeHolder(line, at, found, former, genderOf(line, at, afterHonorific))
  const name = nameFrom(line, i, honored)
  if (name && (honored || former || known.longest(words, i) > i || isVietnameseName(name.name.split(/[\s-]+/))))
    return namedFirst(line, at, name, former, genderOf(line, at, afterHonorific))
  if (head.kind === 'pron.he' || head.kind === 'pron.she') {
    const value = personMention({ form: 'pronoun', gender: head.kind === 'pron.she' ? 'f' : 'm' })
    return pieceOf(view, words, at, head.after, 'person', value)
  }
  return null
}

/** What the honorifics before a name say: “bà”, “nữ Thủ tướng”, “ông”. */
const genderOf = (line: Line, at: number, afterHonorific: number): 'm' | 'f' | null => {
  if (/(?:^| )(?:bà|nữ|cô)(?: |$)/.test(line.textOf(at, Math.max(at + 1, afterHonorific)).toLowerCase())) return 'f'
  return line.pieceAt(at)?.kind === 'pron.he' ? 'm' : null
}

/** “Tổng thống Mỹ lúc đó (là) X”: when somebody held the office. */
const thenAfter = (line: Line, at: number): number => {
  const { words, keyAt, pieceAt } = line
  if (!thens.has(`${keyAt(at)} ${keyAt(at + 1)}`) && !thens.has(pieceAt(at)?.key ?? '')) return at
  const to = thens.has(pieceAt(at)?.key ?? '') ? (pieceAt(at) as Piece).after : at + 2
  const name = keyAt(to) === 'là' ? to + 1 : to
  return words[honorificAt(line, name)]?.capital ? name : at
}

/** “Tổng thư ký Liên Hợp Quốc (LHQ) Antonio Guterres”: the body in short, before the name. */
const isAbbreviated = (line: Line, i: number): boolean =>
  line.keyAt(i) === '(' &&
  /^[A-ZĐ]{2,6}$/.test(line.words[i + 1]?.text ?? '') &&
  line.keyAt(i + 2) === ')' &&
  (line.words[i + 3]?.capital === true || honorificAt(line, i + 3) > i + 3)

const officeHolder = (line: Line, at: number, found: OfficeFound, former: boolean, gender: 'm' | 'f' | null): Piece => {
  const { view, words, known, keyAt } = line
  let { after, country, relative } = found
  const office = found.offices[found.offices.length - 1] as Office
  if (isAbbreviated(line, after)) after += 3
  const master = masterEnd(line, found)
  let i = master ?? honorificAt(line, thenAfter(line, after))
  if (master !== null) after = master
  if (keyAt(i) === ',' && honorificAt(line, i + 1) > i + 1) i = honorificAt(line, i + 1)
  if (keyAt(i) === '-' && i === after && honorificAt(line, i + 1) > i + 1) i = honorificAt(line, i + 1)
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
  const name = i === master ? null : nameFrom(line, i, true)
  if (name) {
    after = name.to
    if (!country && !relative) {
      const own = countryAfter(line, after)
      if (own && (keyAt(after) === 'của' || keyAt(after) === '(')) [country, relative, after] = [own.country, own.relative, own.to]
    }
  }
  const form = name ? 'named' : office.takes === 'counterpart' ? 'counterpart' : office.takes === 'leader' ? 'leader' : 'office'
  const held = former ? asFormer(line, at, officeOf(line, found)) : officeOf(line, found)
  const { office: title, officeKey, role, officeAt } = held
  const told = name?.name ?? null
  const value: PersonMention = { name: told, office: title, officeKey, role, country, form, gender, former, relative, officeAt }
  return pieceOf(view, words, at, after, 'person', value)
}

/** “nguyên Chủ tịch nước”, “cựu Tổng thống”: the word that says so is part of the office as written. */
const asFormer = (line: Line, at: number, held: ReturnType<typeof officeOf>): ReturnType<typeof officeOf> => {
  const word = line.pieceAt(at)
  const isBeside = word?.kind === 'former' && held.officeAt !== null && /^\s*$/.test(line.view.slice(word.end, held.officeAt.start))
  return isBeside ? { ...held, office: `${word.text} ${held.office}` } : held
}

/** A name first: “ông X”, and the office after it in apposition: “, Bộ trưởng Bộ Quốc phòng Belarus,”. */
const namedFirst = (line: Line, at: number, name: PersonName, former: boolean, gender: 'm' | 'f' | null): Piece => {
  const { view, words, keyAt, pieceAt, placeAt } = line
  let after = name.to
  let value: Partial<PersonMention> = { name: name.name, form: 'named', gender, former }
  let i = after
  if (keyAt(i) === '(' && placeAt(i + 1) && keyAt((pieceAt(i + 1) as Piece).after) === ')') {
    value = { ...value, country: placeAt(i + 1)?.country ?? null }
    i = (pieceAt(i + 1) as Piece).after + 1
    after = i
  }
  if ([',', '-', '('].includes(keyAt(i))) {
    const past = pieceAt(i + 1)?.kind === 'former'
    const found = officesAt(line, past ? (pieceAt(i + 1) as Piece).after : i + 1)
    const master = found && masterEnd(line, found)
    if (found && (master !== null || !nameFrom(line, honorificAt(line, found.after), true)) && !opensAnother(line, name, found)) {
      after = master ?? (keyAt(i) === '(' && keyAt(found.after) === ')' ? found.after + 1 : found.after)
      value = {
        ...value,
        ...officeOf(line, found),
        country: found.country ?? value.country ?? null,
        relative: found.relative,
        former: former || past,
      }
    }
  }
  return pieceOf(view, words, at, after, 'person', personMention(value))
}

/**
 * “Nhận lời mời của Đại tướng Ngô Xuân Lịch, Bộ trưởng Quốc phòng Ấn Độ, bà X”: an office of another country that a further
 * name follows is not that of the Vietnamese before it.
 */
const opensAnother = (line: Line, { name }: PersonName, { country, after }: OfficeFound): boolean => {
  if (country === null || country === 'VN' || line.keyAt(after) !== ',' || !isVietnameseName(name.split(' '))) return false
  const next = honorificAt(line, after + 1)
  return next > after + 1 && nameFrom(line, next, true) !== null
}

/** “các nhà lãnh đạo Việt Nam”, “lãnh đạo cấp cao của Đảng và Nhà nước Lào”. */
const groupAt = (line: Line, at: number, head: Piece): Piece => {
  const { view, words, placeAt, textOf } = line
  let after = head.after
  while (words[after]?.kind === 'letter' && narrows(line, after) && !placeAt(after) && after - head.after < 8) after++
  const place = countryAfter(line, after)
  const plain = textOf(at, head.after).replace(/^(?:các|những|nhiều|một số) (?=lãnh đạo|quan chức)/i, '')
  const value = personMention({
    office: plain,
    form: 'group',
    country: place?.country ?? null,
    relative: place?.relative ?? false,
    role: 'other',
    officeAt: { start: (words[at] as Word).start, end: (words[head.after - 1] as Word).end },
  })
  return pieceOf(view, words, at, place ? place.to : head.after, 'person', value)
}

/** “quan chức cấp cao khác của”, “lãnh đạo hàng đầu đến từ”: what stands between a group and its country. Who comes to a country is not of it. */
const narrows = ({ keyAt }: Line, i: number): boolean =>
  groupWords.has(keyAt(i)) || (keyAt(i) === 'đến' && keyAt(i + 1) === 'từ') || (keyAt(i) === 'từ' && keyAt(i - 1) === 'đến')
const groupWords = new Set('chủ chốt hàng đầu cấp cao khác của đảng nhà nước chính phủ các'.split(' '))

/** “viếng Chủ tịch Hồ Chí Minh”, “Lăng Chủ tịch Hồ Chí Minh”: nobody to meet. */
const isMonument = ({ keyAt }: Line, at: number): boolean => {
  const key = keyAt(at)
  if (key !== 'chủ' && key !== 'bác' && key !== 'hồ') return false
  const name = key === 'chủ' ? at + 2 : key === 'bác' ? at + 1 : at
  return monuments.has(keyAt(at - 1)) && keyAt(name) === 'hồ' && keyAt(name + 1) === 'chí' && keyAt(name + 2) === 'minh'
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

const monuments = new Set(['niệm', 'viếng', 'lăng', 'tượng', 'phố', 'tưởng', 'đường', 'đoàn', 'bảo', 'nhớ'])
