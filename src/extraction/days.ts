// Days as EDTF, with or without a year: what one of them says of another.

export const isDay = (when: string | null | undefined): when is string =>
  when !== undefined && when !== null && /^(?:\d{4}|XXXX)-\d\d-\d\d$/.test(when)

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day later or earlier, with or without a year. The end of February without a year is not guessed. */
export const shifted = (day: string, days: number): string | null => {
  if (days === 0) return day
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date) + days]
  if (year !== 'XXXX') return new Date(Date.UTC(Number(year), m - 1, d)).toISOString().slice(0, 10)
  if (d >= 1 && d <= (lengths[m - 1] as number)) return m === 2 && d === 29 ? null : `XXXX-${month}-${two(d)}`
  if (d < 1) return m === 3 ? null : `XXXX-${two(m === 1 ? 12 : m - 1)}-${two(lengths[(m + 10) % 12] as number)}`
  return m === 2 ? null : `XXXX-${two(m === 12 ? 1 : m + 1)}-01`
}

/** Year, month and day of a date, null where it says nothing. */
export const partsOf = (when: string | null): { year: number | null; month: number | null; day: number | null } => {
  const match = when ? /^(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?/.exec(when) : null
  return {
    year: match && match[1] !== 'XXXX' ? Number(match[1]) : null,
    month: match?.[2] ? Number(match[2]) : null,
    day: match?.[3] ? Number(match[3]) : null,
  }
}

/** Whether two dates can be one: what both say is the same. */
export const compatible = (a: string | null, b: string | null): boolean => {
  const [x, y] = [partsOf(a), partsOf(b)]
  const same = (p: number | null, q: number | null): boolean => p === null || q === null || p === q
  return same(x.year, y.year) && same(x.month, y.month) && same(x.day, y.day)
}

/** The two compatible dates as one, with all that either says. */
export const joined = (a: string | null, b: string | null): string | null => {
  if (!a || !b) return a ?? b
  const [x, y] = [partsOf(a), partsOf(b)]
  const [year, month, day] = [x.year ?? y.year, x.month ?? y.month, x.day ?? y.day]
  if (month === null) return year === null ? null : String(year)
  return `${year ?? 'XXXX'}-${two(month)}${day === null ? '' : `-${two(day)}`}`
}

/** From one month to another the shorter way round the year, negative when it lies before: -6 to 5. */
export const monthsApart = (month: number, other: number): number => ((month - other + 18) % 12) - 6

/** Before, on or after a day of the same year; null when they cannot be compared. */
export const order = (when: string | null, main: string | null): 'before' | 'same' | 'after' | null => {
  const [x, y] = [partsOf(when), partsOf(main)]
  if (x.year !== null && y.year !== null && x.year !== y.year) return x.year < y.year ? 'before' : 'after'
  if (x.month === null || y.month === null) return null
  const apart = monthsApart(x.month, y.month)
  if (apart !== 0) return apart < 0 ? 'before' : 'after'
  if (x.day === null || y.day === null) return null
  return x.day < y.day ? 'before' : x.day > y.day ? 'after' : 'same'
}

const two = (n: number): string => String(n).padStart(2, '0')
