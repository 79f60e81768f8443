import { type Bounds, boundsOf } from '../kernel/edtf.ts'
import { calendarText, contentLine } from './content-line.ts'
import { type EngagementRow, engagementRows } from './engagement-row.ts'
import type { ViewExport } from './export.ts'

/**
 * Visits and meetings as all-day events (RFC 5545). A date that is not exact to the day (a month, a year, one day out of
 * several) takes all the days it can mean, is marked `~` and `UNCERTAIN DATE`, and says in words what is known; an
 * inferred date says that it is inferred. What has no year at all has no place in a calendar: it is left out and counted
 * in the calendar's description.
 */
export const iCalendar: ViewExport = {
  name: 'icalendar',
  says: 'visits and meetings for a calendar',
  mediaType: 'text/calendar; charset=utf-8',
  ending: 'ics',
  async *write(view, { recorded = '1970-01-01T00:00:00.000Z' } = {}) {
    const rows = [...engagementRows(view)]
    const dated = rows.flatMap((row) => {
      const span = spanOf(row)
      return span ? [{ row, span }] : []
    })
    const left = rows.length - dated.length
    yield contentLine('BEGIN', 'VCALENDAR') +
      contentLine('VERSION', '2.0') +
      contentLine('PRODID', '-//chancery//ledger of engagements//EN')
    yield contentLine('X-WR-CALNAME', calendarText(`chancery: ${view.name}`))
    if (left > 0) yield contentLine('X-WR-CALDESC', calendarText(`${left} without a date that could be placed are left out.`))
    const stamp = `${recorded.slice(0, 19).replace(/[-:]/g, '')}Z`
    for (const { row, span } of dated) yield eventOf(row, span, stamp)
    yield contentLine('END', 'VCALENDAR')
  },
}

interface DaySpan {
  readonly first: string
  readonly last: string
  readonly isExact: boolean
}

/** From the first to the last day that the dates can mean. */
const spanOf = ({ when, until }: EngagementRow): DaySpan | null => {
  const start = boundsOf(when)
  const end = boundsOf(until)
  const first = start.earliest ?? end.earliest
  const last = end.latest ?? start.latest ?? first
  if (first === null || last === null) return null
  const isInterval = when?.includes('/') ?? false
  return { first, last: last < first ? first : last, isExact: (isInterval || isDay(start)) && (until === null || isDay(end)) }
}

const isDay = ({ earliest, latest }: Bounds): boolean => earliest !== null && earliest === latest

const eventOf = (row: EngagementRow, { first, last, isExact }: DaySpan, stamp: string): string => {
  const summary = `${isExact ? '' : '~ '}${row.people.join(', ') || row.type}${row.host ? ` → ${row.host}` : ''} (${[row.what, row.type].filter(Boolean).join(' ')})`
  const dates = [row.when, row.until].filter((date) => date !== null).join(' – ')
  const says = [
    `Status: ${row.status ?? 'unknown'}.`,
    `Date ${row.isDerived ? 'inferred, not stated by any document' : 'as documents give it'}: ${dates}${isExact ? '' : '; the event takes all the days that this can mean'}.`,
    `Independent sources: ${row.sources}.`,
  ]
  const categories = [row.type.toUpperCase(), ...(isExact ? [] : ['UNCERTAIN DATE']), ...(row.isDerived ? ['INFERRED DATE'] : [])]
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', `${row.key}@chancery`),
    contentLine('DTSTAMP', stamp),
    contentLine('DTSTART;VALUE=DATE', first.replace(/-/g, '')),
    contentLine('DTEND;VALUE=DATE', dayAfter(last).replace(/-/g, '')),
    contentLine('SUMMARY', calendarText(summary)),
    contentLine('DESCRIPTION', calendarText(says.join('\n'))),
    ...(row.places[0] ? [contentLine('LOCATION', calendarText(row.places.join(', ')))] : []),
    contentLine('CATEGORIES', categories.map(calendarText).join(',')),
    contentLine(
      'STATUS',
      row.status === 'happened' || row.status === 'referenced' ? 'CONFIRMED' : row.status === 'cancelled' ? 'CANCELLED' : 'TENTATIVE',
    ),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine('END', 'VEVENT'),
  ].join('')
}

/** The end of a calendar day is the next one. Computed in UTC, where every day has 24 hours. */
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
