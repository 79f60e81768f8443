import type { Basis } from '../../events/values/correction.ts'
import { lacksYear } from '../kernel/edtf.ts'
import { exists } from './calendar.ts'
import { dateIn } from './era.ts'
import type { Moment } from './moment.ts'
import type { Read } from './read.ts'
import type { Report } from './report.ts'

/** A date that no document states, and why it follows. */
export interface DerivedDate {
  readonly engagement: string
  readonly field: string
  readonly when: string
  readonly basis: Basis
}

/** More years than this say nothing. */
const mostYears = 12
const fields = ['start', 'end', 'newStart', 'date'] as const

/**
 * The years of a report's days: from the day of publication; else from the other reports of the same engagement; else
 * from the tenures of those whom the document shows in office. `shared`: the years that all its reports allow.
 */
export const derivedDates = (report: Report, read: Read, shared: readonly number[] | null): DerivedDate[] =>
  fields.flatMap((field) => {
    const when = report.dates[field]
    if (when === undefined || !lacksYear(when)) return []
    const phase =
      report.narrative === 'background' ? 'past' : report.phases.has('planned') && !report.phases.has('happened') ? 'planned' : 'news'
    const own = dateIn(read.era, when, phase)?.years ?? null
    const common = shared === null ? null : own === null ? shared : own.filter((year) => shared.includes(year))
    const years = common !== null && common.length > 0 ? common : own
    if (years === null || years.length === 0 || years.length > mostYears) return []
    const dated = years.map((year) => inYear(when, year)).filter((date) => date.split('/').every((day) => day.length < 10 || exists(day)))
    if (dated.length === 0) return []
    const isNarrowed = own === null || years.length < own.length
    return [
      {
        engagement: report.id,
        field,
        when: dated.length === 1 ? (dated[0] as string) : `[${dated.join(',')}]`,
        basis: basisOf(read, isNarrowed, when, dated),
      },
    ]
  })

const basisOf = ({ era, document }: Read, isNarrowed: boolean, when: string, dated: readonly string[]): Basis => {
  if (era.published)
    return {
      rule: 'identity/date/published',
      says: `the year in which this day lies nearest to the publication, ${document.published}`,
      features: [{ feature: 'published', a: document.published ?? '', b: when, verdict: 'compatible' }],
    }
  if (isNarrowed)
    return {
      rule: 'identity/date/same-engagement',
      says: 'other reports of the same engagement leave these years',
      features: [{ feature: 'date', a: when, b: dated.join(', ').slice(0, 500), verdict: 'compatible' }],
    }
  return {
    rule: 'identity/date/tenures',
    says: 'years in which all held the offices that the document gives them',
    ...(era.rows.length > 0 ? { gazetteer: era.rows.slice(0, 50).map((row) => row.slice(0, 500)) } : {}),
  }
}

/** `XXXX-12-30/XXXX-01-02` ends in the year after. */
const inYear = (when: string, year: number): string => {
  const four = (n: number) => String(n).padStart(4, '0')
  const [start, end] = when.split('/') as [string, string?]
  if (end === undefined) return start.replaceAll('XXXX', four(year))
  const isOver = start.startsWith('XXXX') && end.startsWith('XXXX') && end < start
  return `${start.replaceAll('XXXX', four(year))}/${end.replaceAll('XXXX', four(year + (isOver ? 1 : 0)))}`
}

/** The years that all of these stated moments allow; null when they leave any, or none. */
export const sharedYears = (moments: Iterable<Moment>): readonly number[] | null => {
  const stated = [...moments].flatMap(({ years, precision }) =>
    years === null || precision === 'near' || precision === 'none' ? [] : [years],
  )
  const [first, ...others] = stated
  const years = first?.filter((year) => others.every((other) => other.includes(year))) ?? []
  return years.length > 0 ? years : null
}
