import { axisX, axisY, rectY, ruleY } from '@observablehq/plot'
import { words } from '../words.ts'
import { colourOf, drawing, swatches, widthOf } from './plot.ts'

/** Engagements over time: by month, by year when the time is long. Drawn from the rows of the table below it. */
export const months = (figure: HTMLElement): HTMLElement | null => {
  const rows = [...figure.querySelectorAll<HTMLElement>('[data-month]')].map(({ dataset: { month = '', kind = '', count } }) => ({
    date: new Date(`${month}-01T00:00:00Z`),
    kind,
    count: Number(count),
  }))
  if (rows.length === 0) return null
  const times = rows.map(({ date }) => date.getTime())
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const interval = last - first > 12 * 365 * 86_400_000 ? 'year' : 'month'
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort()
  const sums = new Map<string, { date: Date; kind: string; count: number }>()
  for (const { date, kind, count } of rows) {
    const start = new Date(Date.UTC(date.getUTCFullYear(), interval === 'year' ? 0 : date.getUTCMonth()))
    const sum = sums.get(`${start.getTime()} ${kind}`) ?? { date: start, kind, count: 0 }
    sum.count += count
    sums.set(`${start.getTime()} ${kind}`, sum)
  }
  const box = drawing(words.overview.count ?? '', {
    width: widthOf(figure),
    height: 220,
    marginLeft: 40,
    x: { type: 'utc', label: null },
    y: { grid: false, label: null },
    marks: [
      rectY([...sums.values()], {
        x: 'date',
        y: 'count',
        interval,
        fill: ({ kind }: { kind: string }) => colourOf(kind),
        order: (row: { kind: string }) => row.kind,
        inset: 0.5,
      }),
      ruleY([0]),
      axisX({ ticks: Math.max(3, Math.min(8, Math.floor(widthOf(figure) / 110))), tickSize: 3 }),
      axisY({ ticks: 4, tickSize: 3 }),
    ],
  })
  box.append(swatches(kinds, words.kinds))
  return box
}
