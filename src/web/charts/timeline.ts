import { axisX, dot, link } from '@observablehq/plot'
import { words } from '../words.ts'
import { colourOf, drawing, swatches, widthOf } from './plot.ts'

interface Item {
  readonly when: string
  readonly kind: string
  readonly derived: boolean
  readonly expected: boolean
  readonly href: string
  readonly label: string
  readonly from: Date
  readonly to: Date
}

const day = 86_400_000

/**
 * Engagements on one line of time a kind. Filled is stated, hollow is derived, a dashed line joins the days between
 * which it lies. What has no year gets no place on an axis of years: it stands in a lane of its own.
 */
export const timeline = (figure: HTMLElement): HTMLElement | null => {
  const rows = [...(figure.parentElement?.querySelectorAll<HTMLElement>('tr[data-kind]') ?? [])]
  const items = rows.flatMap((row) => itemOf(row) ?? [])
  const yearless = rows.filter(({ dataset }) => !dataset.earliest || !dataset.latest)
  if (rows.length < 2) return null
  const kinds = [...new Set(items.map(({ kind }) => kind))].sort()
  const box = items.length > 0 ? chart(figure, items, kinds) : document.createElement('div')
  box.append(swatches(kinds, words.kinds))
  if (yearless.length > 0) box.append(lane(yearless))
  return box
}

const chart = (figure: HTMLElement, items: readonly Item[], kinds: readonly string[]): HTMLElement => {
  const long = items.filter(({ from, to }) => to.getTime() - from.getTime() > 2 * day)
  const middle = ({ from, to }: Item): Date => new Date((from.getTime() + to.getTime()) / 2)
  const colour = ({ kind }: Item): string => colourOf(kind)
  const ends = long.flatMap((item) => [
    { ...item, at: item.from },
    { ...item, at: item.to },
  ])
  return drawing(words.overview.count ?? '', {
    width: widthOf(figure),
    height: 60 + kinds.length * 34,
    marginBottom: 36,
    marginLeft: 12,
    marginRight: 12,
    x: { type: 'utc', label: null },
    y: { type: 'point', domain: [...kinds], axis: null },
    marks: [
      axisX({ ticks: Math.max(3, Math.min(8, Math.floor(widthOf(figure) / 110))), tickSize: 3 }),
      link(long, { x1: 'from', x2: 'to', y: 'kind', stroke: colour, strokeDasharray: '4 3', strokeWidth: 1.5 }),
      dot(ends, {
        x: 'at',
        y: 'kind',
        symbol: 'diamond2',
        r: 4,
        stroke: ({ kind }: Item) => colourOf(kind),
        fill: 'var(--paper)',
        href: 'href',
        ariaLabel: 'label',
        title: 'label',
      }),
      dot(
        items.filter((item) => !long.includes(item)),
        {
          x: middle,
          y: 'kind',
          symbol: 'diamond2',
          r: 5,
          stroke: colour,
          strokeDasharray: '0',
          fill: (item: Item) => (item.derived || item.expected ? 'var(--paper)' : colourOf(item.kind)),
          href: 'href',
          ariaLabel: 'label',
          title: 'label',
        },
      ),
    ],
  })
}

const itemOf = (row: HTMLElement): Item | null => {
  const { when = '', earliest, latest, kind = '', derived, expected, href = '' } = row.dataset
  if (!earliest || !latest) return null
  const label = [...row.children]
    .slice(0, 4)
    .map((cell) => cell.textContent?.trim() ?? '')
    .join(' · ')
  const time = (date: string): Date => new Date(`${date}T12:00:00Z`)
  return {
    when,
    kind,
    derived: derived !== undefined,
    expected: expected !== undefined,
    href,
    label,
    from: time(earliest),
    to: time(latest),
  }
}

const lane = (rows: readonly HTMLElement[]): HTMLElement => {
  const list = document.createElement('p')
  list.className = 'quiet'
  list.append(`${words.yearUnknown}: `)
  for (const [at, row] of rows.slice(0, 40).entries()) {
    const date = row.dataset.when ? (row.querySelector('.date a')?.textContent?.trim() ?? '') : ''
    const what = [...row.children].slice(1, 3).map((cell) => cell.textContent?.trim() ?? '')
    list.append(
      at > 0 ? ' · ' : '',
      Object.assign(document.createElement('a'), {
        href: row.dataset.href ?? '',
        textContent: [date, ...what.filter((word) => !word.startsWith('–'))].filter(Boolean).join(' '),
      }),
    )
  }
  if (rows.length > 40) list.append(` … +${rows.length - 40}`)
  return list
}
