import type { Word } from '../words.ts'
import { type DateFound, found } from './date-found.ts'
import { monthNumber } from './numbers.ts'
import { numberAt, two } from './written-days.ts'

/** “Hiệp ước hữu nghị (1961)”. */
const enclosedYear = (words: readonly Word[], at: number): DateFound | null => {
  const year = numberAt(words, at)
  const fits = year !== null && year > 1900 && year < 2100 && words[at - 1]?.text === '(' && words[at + 1]?.text === ')'
  return fits ? found(at, at + 1, { start: String(year) }) : null
}

/** “năm 1958 và 1964”: the year goes on from the one before it. */
const furtherYear = (words: readonly Word[], at: number): DateFound | null => {
  const isYear = (i: number): boolean => (numberAt(words, i) ?? 0) > 1900 && (numberAt(words, i) ?? 0) < 2100
  const joined = ['và', ','].includes(words[at - 1]?.key ?? '') && words[at - 3]?.key === 'năm'
  return joined && isYear(at) && isYear(at - 2) ? found(at, at + 1, { start: String(numberAt(words, at)) }) : null
}

/** “tháng 9/2009”, “cuối tháng 3”, “năm 1959”, “tháng tới”, “(1961)”. */
export const monthOrYear = (words: readonly Word[], at: number): DateFound | null => {
  const enclosed = enclosedYear(words, at) ?? furtherYear(words, at)
  if (enclosed) return enclosed
  let i = at
  const key = (j: number): string => words[j]?.key ?? ''
  if (['vào', 'trong', 'hồi'].includes(key(i)) && key(i + 1) === 'những' && key(i + 2) === 'ngày') i += 3
  while (['hồi', 'vào', 'đầu', 'giữa', 'cuối', 'trong', 'từ', 'nửa'].includes(key(i)) && i < at + 4) i++
  if (key(i) === 'tháng' || (key(i) === 'mùa' && i > at)) {
    const month = numberAt(words, i + 1) ?? monthNumber(key(i + 1))
    if (month === null || month < 1 || month > 12) {
      return relativeMonth(words, at, i)
    }
    let to = i + 2
    let year: number | null = null
    let direction: 'past' | 'future' | null = null
    if (['/', '-', 'năm'].includes(key(to)) && (numberAt(words, to + 1) ?? 0) > 1900) [year, to] = [numberAt(words, to + 1), to + 2]
    else if ((numberAt(words, to) ?? 0) > 1900) [year, to] = [numberAt(words, to), to + 1]
    else if (key(to) === 'năm' && ['ngoái', 'trước'].includes(key(to + 1))) [direction, to] = ['past', to + 2]
    else if (key(to) === 'năm' && ['nay', 'này'].includes(key(to + 1))) to += 2
    else if (key(to) === 'năm' && ['sau', 'tới'].includes(key(to + 1))) [direction, to] = ['future', to + 2]
    if (key(to) === 'tới' || key(to) === 'sắp') [direction, to] = ['future', key(to + 1) === 'tới' ? to + 2 : to + 1]
    else if (key(to) === 'vừa' && key(to + 1) === 'qua') [direction, to] = ['past', to + 2]
    if (key(i - 1) === 'hồi' && direction === null) direction = 'past'
    return found(at, to, { start: `${year ?? 'XXXX'}-${two(month)}`, direction })
  }
  if (key(i) === 'năm' && i - at <= 2) {
    if (['những', 'các', 'niên', 'thập'].includes(key(i - 1)) || key(at - 1) === 'những') return null
    const year = numberAt(words, i + 1)
    if (year !== null && year > 1900 && year < 2100) return found(at, i + 2, { start: String(year) })
    if (['ngoái', 'trước'].includes(key(i + 1))) return found(at, i + 2, { direction: 'past' })
    if (['tới', 'sau'].includes(key(i + 1))) return found(at, i + 2, { direction: 'future' })
    return null
  }
  // “hồi 2013”
  if (key(at) === 'hồi' && i === at + 1) {
    const year = numberAt(words, i)
    if (year !== null && year > 1900 && year < 2100) return found(at, i + 1, { start: String(year), direction: 'past' })
  }
  // 6/1961, 10-2017: month and year.
  const month = i === at ? numberAt(words, i) : null
  if (month !== null && month >= 1 && month <= 12 && ['/', '-'].includes(key(i + 1)) && words[i]?.end === words[i + 1]?.start) {
    const year = numberAt(words, i + 2)
    if (year !== null && year > 1900 && year < 2100 && words[i - 1]?.key !== '/' && words[i - 1]?.key !== '-')
      return found(at, i + 3, { start: `${year}-${two(month)}` })
  }
  return null
}

/** “tháng tới”, “cuối tháng trước”, “tháng này”; “ba tháng tới” and “những tháng qua” are stretches of time. */
const relativeMonth = (words: readonly Word[], at: number, i: number): DateFound | null => {
  const key = (j: number): string => words[j]?.key ?? ''
  const next = key(i + 1)
  const past = next === 'trước' || next === 'qua' || (next === 'vừa' && ['qua', 'rồi'].includes(key(i + 2)))
  const future = next === 'tới' || next === 'sau'
  const present = (next === 'này' || next === 'nay') && key(i) === 'tháng'
  if (!past && !future && !present) return null
  const stretch = words[at - 1]?.kind === 'number' || stretches.has(key(at - 1)) || key(i) !== 'tháng'
  if (stretch && present) return null
  const direction = past ? 'past' : future ? 'future' : null
  return found(at, i + (next === 'vừa' ? 3 : 2), { direction, ...(stretch ? {} : { months: past ? -1 : future ? 1 : 0 }) })
}

const stretches = new Set('những các vài mấy nhiều một hai ba bốn năm sáu bảy tám chín mười mươi trăm'.split(' '))
