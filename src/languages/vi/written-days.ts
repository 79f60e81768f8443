import { isEdtf } from '../../kernel/edtf.ts'
import type { Word } from '../words.ts'
import { monthNumber } from './numbers.ts'

/** A day with its month in figures or words, and with its year where one is told. */
export interface Day {
  readonly day: number
  readonly month: number
  readonly year: number | null
  readonly to: number
}

/** A day of the calendar: what is written as the 31st of November is none. */
export const dayAt = (words: readonly Word[], i: number): Day | null => {
  const written = writtenDayAt(words, i)
  return written && isEdtf(edtf(written)) ? written : null
}

const writtenDayAt = (words: readonly Word[], i: number): Day | null => {
  const day = numberAt(words, i)
  const mark = words[i + 1]?.key ?? ''
  if (day === null || day < 1 || day > 31) return null
  let month = mark === '/' || mark === '-' || mark === '.' || mark === 'tháng' ? numberAt(words, i + 2) : null
  if (month === null && mark === 'tháng') month = monthNumber(words[i + 2]?.key ?? '')
  if (month === null || month < 1 || month > 12) return null
  if (mark === '.' && !((numberAt(words, i + 4) ?? 0) > 1900)) return null
  const next = words[i + 3]?.key ?? ''
  if (next === mark && mark !== 'tháng') {
    const year = numberAt(words, i + 4)
    if (year !== null && year > 1900 && year < 2100) return { day, month, year, to: i + 5 }
  }
  if (['/', '-'].includes(next) && mark !== next) {
    const year = numberAt(words, i + 4)
    if (year !== null && year > 1900 && year < 2100) return { day, month, year, to: i + 5 }
  }
  if (next === 'năm' || next === ',') {
    const year = numberAt(words, i + (next === ',' && words[i + 4]?.key === 'năm' ? 5 : 4))
    if (year !== null && year > 1900 && year < 2100 && next === 'năm') return { day, month, year, to: i + 5 }
  }
  if (next === '%' || ((next === ',' || next === '.') && words[i + 4]?.kind === 'number' && words[i + 3]?.end === words[i + 4]?.start))
    return null
  return { day, month, year: null, to: i + 3 }
}

/** A number of up to four digits, null where another word stands. */
export const numberAt = (words: readonly Word[], i: number): number | null => {
  const word = words[i]
  return word?.kind === 'number' && word.text.length <= 4 ? Number(word.text) : null
}

export const edtf = ({ day, month, year }: Day): string => `${year ?? 'XXXX'}-${two(month)}-${two(day)}`
/** Two digits. */
export const two = (n: number): string => String(n).padStart(2, '0')
