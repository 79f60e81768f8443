import { foldText } from '../kernel/ids.ts'

/** A title taken apart for comparing. */
export interface Title {
  /** Words that tell it from others of its kind, in alphabetical order. */
  readonly words: readonly string[]
  /** `EVFTA`, `COC`, folded. */
  readonly acronyms: readonly string[]
  readonly years: readonly string[]
}

/** Words that every other title has: kinds of instrument, joining words, the two sides. */
const common = new Set(
  (
    'hiep dinh uoc cong nghi thu thoa thuan ban ghi nho bien tuyen bo chung thong cao ke hoach chuong trinh y van kien hop dong ' +
    've giua va voi cua cac nhung trong tai cho theo mot so hai nuoc ben chinh phu nha quoc gia viet nam song phuong hop tac linh vuc ' +
    'khung quan he nang cap len tam ky ket nam giai doan cong hoa lien bang vuong viec fta mou moc asean wto usd'
  ).split(' '),
)

/** Folds a title; country names are not told apart from other words: both sides of a comparison have the same parties. */
export const titleOf = (text: string): Title => {
  const acronyms = [...text.matchAll(/\b[A-Z][A-Z0-9]{2,}\b/g)].map(([word]) => word.toLowerCase()).filter((word) => !common.has(word))
  const all = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return {
    words: [...new Set(all.filter((word) => !common.has(word)))].sort(),
    acronyms: [...new Set(acronyms)].sort(),
    years: [...new Set(all.filter((word) => /^(?:19|20)\d\d$/.test(word)))].sort(),
  }
}

/** Whether nothing in the title sets it apart: “các văn kiện hợp tác”. */
export const isGeneric = ({ words, acronyms }: Title): boolean => words.length === 0 && acronyms.length === 0

/** Whether two titles can be of one thing. */
export const areAlike = (a: Title, b: Title): boolean => {
  if (a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year))) return false
  if (a.acronyms.some((acronym) => b.acronyms.includes(acronym))) return true
  if (a.acronyms.length > 0 && b.acronyms.length > 0) return false
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (short.length === 0) return false
  const shared = short.filter((word) => long.includes(word)).length
  // A short title may be a part of a long one; of two long ones most must agree.
  return shared / short.length >= 0.75 && shared / long.length >= (short.length <= 2 ? 0.5 : 0.4)
}

/** Whether two titles are so long and so like that they name one thing whatever dates are told: numbers must agree too. */
export const areTheSame = (a: Title, b: Title): boolean => {
  if (!mayBeTheSame(a) || !mayBeTheSame(b)) return false
  const shared = a.words.filter((word) => b.words.includes(word)).length
  const numbers = ({ words }: Title) => words.filter((word) => /\d/.test(word)).join(' ')
  return shared >= manyWords && shared >= 0.8 * Math.max(a.words.length, b.words.length) && numbers(a) === numbers(b)
}
const manyWords = 5

/** Whether a title is long enough to name one thing whatever dates are told. */
export const mayBeTheSame = ({ words }: Title): boolean => words.length >= manyWords
