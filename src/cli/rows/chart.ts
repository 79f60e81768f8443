import { boundsOf } from '../../kernel/edtf.ts'
import type { Words } from '../words/words.ts'

/** How many things certainly, and how many possibly, happened in each month (or year, where months would be too many). */
export interface Periods {
  readonly bars: readonly { readonly period: string; readonly certain: number; readonly possible: number }[]
  /** Dates without any bounds: a lane of their own, no axis. */
  readonly unknown: number
}

const mostBars = 36
/** Beyond so many periods, a date's possibilities say nothing about any one of them. */
const widest = 240

export const periodsOf = (dates: readonly (string | undefined)[]): Periods => {
  const byMonth = countBy(dates, 7)
  return byMonth.bars.length <= mostBars ? byMonth : countBy(dates, 4)
}

const countBy = (dates: readonly (string | undefined)[], digits: 4 | 7): Periods => {
  const counts = new Map<string, { certain: number; possible: number }>()
  let unknown = 0
  for (const date of dates) {
    const touched = date ? periodsIn(date, digits) : []
    if (touched.length === 0) unknown++
    for (const period of touched) {
      const count = counts.get(period) ?? { certain: 0, possible: 0 }
      if (touched.length === 1) count.certain++
      else count.possible++
      counts.set(period, count)
    }
  }
  const bars = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([period, count]) => ({ period, ...count }))
  return { bars, unknown }
}

/** The months (or years) that a date may mean: one when it is known well enough, none without bounds. */
const periodsIn = (date: string, digits: 4 | 7): string[] => {
  const members = /^\[.*\]$/.test(date) && !date.includes('..') ? date.slice(1, -1).split(',') : [date]
  const periods = new Set<string>()
  for (const member of members) {
    const { earliest, latest } = boundsOf(member.split('/')[0]?.trim() || member.trim())
    if (earliest === null || latest === null) return []
    for (let at = earliest.slice(0, digits); at <= latest.slice(0, digits) && periods.size <= widest; at = next(at, digits)) periods.add(at)
  }
  return periods.size > widest ? [] : [...periods].sort()
}

const next = (period: string, digits: 4 | 7): string => {
  const [year = 0, month = 0] = period.split('-').map(Number)
  if (digits === 4) return String(year + 1).padStart(4, '0')
  return month === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`
}

/** Bars for a terminal: █ certain, ░ possible, and the numbers beside them. */
export const drawChart = ({ bars, unknown }: Periods, columns: number, { view }: Words): string[] => {
  const most = Math.max(1, ...bars.map(({ certain, possible }) => certain + possible))
  const room = Math.max(5, Math.min(40, columns - 30))
  const scale = most > room ? room / most : 1
  const lines = bars.map(({ period, certain, possible }) => {
    const label = period.length === 7 ? `${Number(period.slice(5))}/${period.slice(0, 4)}` : period
    const bar = '█'.repeat(Math.ceil(certain * scale)) + '░'.repeat(Math.ceil(possible * scale))
    const count = possible ? `${certain}–${certain + possible}` : String(certain)
    return `  ${label.padStart(7)}  ${bar} ${count}`
  })
  return unknown ? [...lines, `  ${view.yearUnknown}: ${unknown}`] : lines
}
