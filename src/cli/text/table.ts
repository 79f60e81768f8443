import Table from 'cli-table3'
import { fitted, widthOf } from './width.ts'

export interface TableOptions {
  /** The width to fit; null: as wide as it needs. */
  readonly columns: number | null
  /** Which columns are never cut while others can be, by number: dates and keys say nothing when half of them is gone. */
  readonly whole?: (column: number) => boolean
  readonly head?: (text: string) => string
}

/**
 * A table without lines: columns two blanks apart, headings first. It fits: where there is no room for all, the last
 * columns are left out, then wide ones are cut with `…`, the widest first.
 */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { columns, whole = () => false, head = (text) => text }: TableOptions,
): string => {
  const natural = naturalWidths(heads, rows)
  const shown = columns === null ? natural.map((_, i) => i) : roomFor(natural, columns, whole)
  const widths = columns === null ? natural : cut(natural, shown, columns, whole)
  const drawn = new Table({
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    colWidths: shown.map((i) => (widths[i] as number) + gap),
    wordWrap: false,
  })
  for (const [r, row] of [heads, ...rows].entries())
    drawn.push(
      shown.map((i) => {
        const text = fitted(row[i] ?? '', widths[i] as number)
        return r === 0 ? head(text) : text
      }),
    )
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

const gap = 2
/** Narrower than this, words can't be told apart. */
const readable = 14

const naturalWidths = (heads: readonly string[], rows: readonly (readonly string[])[]): number[] =>
  heads.map((head, i) => Math.max(1, widthOf(head), ...rows.map((row) => widthOf(row[i] ?? ''))))

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width + gap, -gap)

/** Leaves out columns from the right, those that must stay whole last of all, until the others can be read. */
const roomFor = (natural: readonly number[], columns: number, whole: (column: number) => boolean): number[] => {
  const least = natural.map((width, i) => (whole(i) ? width : Math.min(width, readable)))
  const shown = natural.map((_, i) => i)
  while (shown.length > 1 && total(shown.map((i) => least[i] as number)) > columns) {
    const last = shown.findLastIndex((i, at) => at > 0 && !whole(i))
    shown.splice(last > 0 ? last : shown.length - 1, 1)
  }
  return shown
}

/** Takes from the widest of the columns that are shown until all fit; from those that should stay whole, last. */
const cut = (natural: readonly number[], shown: readonly number[], columns: number, whole: (column: number) => boolean): number[] => {
  const widths = [...natural]
  const over = (): number => total(shown.map((i) => widths[i] as number)) - columns
  for (const cuttable of [shown.filter((i) => !whole(i)), shown]) {
    while (over() > 0) {
      const widest = cuttable.reduce((a, b) => ((widths[b] as number) > (widths[a] as number) ? b : a), cuttable[0] ?? 0)
      if (cuttable.length === 0 || (widths[widest] as number) <= 1) break
      widths[widest] = (widths[widest] as number) - 1
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
