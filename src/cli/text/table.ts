import Table from 'cli-table3'
import { fitted, widthOf } from './width.ts'

export interface TableOptions {
  /** The width to fit; null: as wide as it needs. */
  readonly columns: number | null
  readonly head?: (text: string) => string
}

/**
 * A table without lines: columns two blanks apart, headings first. It fits: wide columns are cut with `…`, the widest
 * first, and where even that is not enough, the last columns are left out.
 */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { columns, head = (text) => text }: TableOptions,
): string => {
  const widths = fitting(naturalWidths(heads, rows), columns)
  const cell = (text: string, i: number): string => fitted(text, widths[i] as number)
  const drawn = new Table({
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    colWidths: widths.map((width) => width + gap),
    wordWrap: false,
  })
  for (const row of [heads.map((text, i) => head(cell(text, i))), ...rows.map((row) => row.map(cell))])
    drawn.push(row.slice(0, widths.length))
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

const gap = 2
const narrowest = 4

const naturalWidths = (heads: readonly string[], rows: readonly (readonly string[])[]): number[] =>
  heads.map((head, i) => Math.max(1, widthOf(head), ...rows.map((row) => widthOf(row[i] ?? ''))))

/** Takes from the widest column until all fit; then drops columns from the right. */
const fitting = (natural: readonly number[], columns: number | null): number[] => {
  if (columns === null) return [...natural]
  const widths = [...natural]
  const total = (): number => widths.reduce((sum, width) => sum + width + gap, -gap)
  while (total() > columns) {
    const widest = Math.max(...widths)
    if (widest > narrowest) {
      const second = Math.max(narrowest, ...widths.filter((width) => width < widest))
      const holders = widths.filter((width) => width === widest).length
      const step = Math.max(1, Math.min(widest - second, Math.ceil((total() - columns) / holders)))
      for (let i = 0; i < widths.length; i++) if (widths[i] === widest) widths[i] = widest - step
    } else if (widths.length > 1) widths.pop()
    else {
      widths[0] = Math.max(1, columns)
      break
    }
  }
  return widths
}

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}
