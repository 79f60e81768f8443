import { monthsApart, order, partsOf } from './days.ts'

/** How far a date is from a day of the same year, roughly: what was a week ago is no news. Null when they cannot be compared. */
export const distance = (when: string | null, main: string | null): string | null => {
  const [x, y] = [partsOf(when), partsOf(main)]
  const side = order(when, main)
  if (side === null || side === 'same' || x.month === null || y.month === null) return side
  if (x.year !== null && y.year !== null && x.year !== y.year) return `years-${side}`
  const months = monthsApart(x.month, y.month)
  if (x.day === null || y.day === null) return Math.abs(months) === 1 ? `next-month-${side}` : `months-${side}`
  const days = Math.abs(30 * months + x.day - y.day)
  return days === 1
    ? `day-${side}`
    : days <= 3
      ? `days-${side}`
      : days <= 10
        ? `week-${side}`
        : days <= 60
          ? `weeks-${side}`
          : `months-${side}`
}
