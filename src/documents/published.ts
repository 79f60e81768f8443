import { isEdtf } from '../kernel/edtf.ts'

/**
 * The day of publication from the ways in which pages, feeds and records write it: EDTF, ISO instants, RFC 2822,
 * `21/8/2023` (day first, as Vietnam writes it, unless that can't be). Of an instant the day is taken as written, in
 * the zone it is written in; no clock and no zone table has a say. Null when it is none of these.
 */
export const publishedFrom = (written: string): string | null => {
  const text = written.trim()
  if (text.length > 200) return null
  const instant = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}[:.]\d{2}/.exec(text)
  if (instant) return checked(instant[1] as string)
  if (/^(?!0000)\d{4}(?!\d)/.test(text) && isEdtf(text)) return text
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/.exec(text)
  if (compact) return checked(`${compact[1]}-${compact[2]}-${compact[3]}`)
  return fromMail(text) ?? fromNumbers(text)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** RFC 2822 `Mon, 21 Aug 2023 07:00:00 +0700`, and `August 21, 2023`. */
const fromMail = (text: string): string | null => {
  const mail = /\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b/.exec(text)
  if (mail) return dayOf(mail[3], months.indexOf((mail[2] as string).toLowerCase()) + 1, mail[1])
  const american = /\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),\s*(\d{4})\b/.exec(text)
  return american && dayOf(american[3], months.indexOf((american[1] as string).toLowerCase()) + 1, american[2])
}

const fromNumbers = (text: string): string | null => {
  const yearFirst = /(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/.exec(text)
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const words = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|,)?\s+(\d{4})/iu.exec(text.normalize('NFC'))
  const dayFirst = words ?? /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(text)
  if (!dayFirst) return null
  return dayOf(dayFirst[3], dayFirst[2], dayFirst[1]) ?? dayOf(dayFirst[3], dayFirst[1], dayFirst[2])
}

const dayOf = (year: unknown, month: unknown, day: unknown): string | null =>
  checked(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

const checked = (day: string): string | null => (isEdtf(day) && !day.startsWith('0') ? day : null)
