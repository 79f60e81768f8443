import { axisX, dot, link, text } from '@observablehq/plot'
import { words } from '../words.ts'
import { colourOf, drawing, widthOf } from './plot.ts'
import { type Item, itemOf } from './timeline-items.ts'
import { tracksOf } from './tracks.ts'

/**
 * Engagements along one line of time a kind, drawn as their dates are drawn everywhere: filled is stated, hollow is
 * derived, dashed is unknown. What would overlap stands below one another. What has no year gets no place on an axis of
 * years: it stands in a lane of its own.
 */
export const timeline = (figure: HTMLElement): HTMLElement | null => {
  const rows = [...(figure.parentElement?.querySelectorAll<HTMLElement>('tr[data-kind]') ?? [])]
  if (rows.length < 2) return null
  const items = rows.flatMap((row) => itemOf(row) ?? [])
  const yearless = rows.filter((row) => itemOf(row) === null)
  const box = items.length > 0 ? chart(figure, items) : document.createElement('div')
  if (yearless.length > 0) box.append(lane(yearless))
  return box
}

/** An item on its track, counted from the top of the chart. */
type Placed = Item & { readonly track: number }

const pixels = { track: 12, left: 104, right: 16, mark: 7 }

const chart = (figure: HTMLElement, items: readonly Item[]): HTMLElement => {
  const width = widthOf(figure)
  const { placed, lanes, tracks } = placedOn(items, width)
  const of = (...kinds: string[]): Placed[] => placed.filter(({ drawn }) => kinds.includes(drawn))
  const common = { y: 'track', href: 'href', ariaLabel: 'label', title: 'label' } as const
  const stroke = ({ kind }: { kind: string }): string => colourOf(kind)
  const paper = 'var(--paper)'
  const days = of('choice').flatMap((item) => (item.days.length > 0 ? item.days : [item.from, item.to]).map((at) => ({ ...item, at })))
  return drawing(words.overview.count ?? '', {
    width,
    height: 44 + tracks * pixels.track,
    marginTop: 10,
    marginBottom: 28,
    marginLeft: pixels.left,
    marginRight: pixels.right,
    x: { type: 'utc', label: null },
    y: { type: 'linear', domain: [tracks - 0.5, -0.5], axis: null },
    marks: [
      axisX({ ticks: Math.max(3, Math.min(8, Math.floor(width / 110))), tickSize: 3 }),
      text(lanes, { x: 'at', y: 'track', text: 'name', dx: -14, textAnchor: 'end', fill: stroke }),
      link(of('choice', 'within', 'expected'), { x1: 'from', x2: 'to', y: 'track', stroke, strokeDasharray: '3 3' }),
      link(of('span'), { ...common, x1: 'from', x2: 'to', stroke, strokeWidth: 5 }),
      text(of('within'), { ...common, x: 'from', text: () => '[', fill: stroke, textAnchor: 'end', fontWeight: 'bold' }),
      text(of('within'), { ...common, x: 'to', text: () => ']', fill: stroke, textAnchor: 'start', fontWeight: 'bold' }),
      text(of('open'), { ...common, x: 'from', text: () => '⇢', dx: 10, fill: stroke }),
      dot(days, { ...common, x: 'at', symbol: 'diamond2', r: 3.5, stroke, fill: paper }),
      dot(of('point', 'open'), {
        ...common,
        x: 'from',
        symbol: 'diamond2',
        r: 4.5,
        stroke,
        fill: (item: Placed) => (item.derived ? paper : colourOf(item.kind)),
      }),
      dot(of('expected', 'about'), { ...common, x: 'from', symbol: 'diamond2', r: 4.5, stroke, fill: paper, strokeDasharray: '2 1.5' }),
    ],
  })
}

/** Every item on a track of its kind's lane, and the lanes with their names. */
const placedOn = (items: readonly Item[], width: number) => {
  const times = items.flatMap(({ from, to }) => [from.getTime(), to.getTime()])
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const scale = (width - pixels.left - pixels.right) / Math.max(1, last - first)
  const at = (date: Date): number => (date.getTime() - first) * scale
  const placed: Placed[] = []
  const lanes: { kind: string; name: string; track: number; at: Date }[] = []
  let top = 0
  for (const kind of [...new Set(items.map((item) => item.kind))].sort()) {
    const own = items.filter((item) => item.kind === kind).sort((a, b) => a.from.getTime() - b.from.getTime())
    const tracks = tracksOf(own.map(({ from, to }) => ({ from: at(from) - pixels.mark, to: at(to) + pixels.mark })))
    own.forEach((item, index) => {
      placed.push({ ...item, track: top + (tracks[index] as number) })
    })
    lanes.push({ kind, name: words.kinds[kind] ?? kind, track: top, at: new Date(first) })
    top += Math.max(...tracks) + 1 + laneGap
  }
  return { placed, lanes, tracks: top - laneGap }
}
const laneGap = 0.8

/** What has no year is named this often; the table below has it all. */
const mostNamed = 20

const lane = (rows: readonly HTMLElement[]): HTMLElement => {
  const list = document.createElement('p')
  list.className = 'quiet'
  list.append(`${words.yearUnknown}: `)
  for (const [at, row] of rows.slice(0, mostNamed).entries()) {
    const date = row.dataset.when ? (row.querySelector('.date a')?.textContent?.trim() ?? '') : ''
    const [, kind = '', , , who = ''] = [...row.children].map((cell) => cell.textContent?.replace(/[\s↗]+/g, ' ').trim() ?? '')
    const link = Object.assign(document.createElement('a'), {
      href: row.dataset.href ?? '',
      textContent: [date, kind, who.length > 50 ? `${who.slice(0, 50)}…` : who].filter(Boolean).join(' '),
    })
    list.append(at > 0 ? ' · ' : '', link)
  }
  if (rows.length > mostNamed) list.append(` … +${rows.length - mostNamed}`)
  return list
}
