import type { RowShape } from '../row-shape.ts'
import type { Entry, Table } from '../table.ts'
import { lengthened, longStrings } from './long-strings.ts'

/**
 * The rows of a table as lines: for each its key with its lineage, then the row as readers see it; at the end the long
 * strings of all. Rows are replaced, never changed, and lineages only grow: what comes after the call does not get in.
 */
export const linesOfRows = (table: Table, shape: RowShape): Iterable<string> => {
  const entries = Array.from(table, ([key, entry]) => ({ key, entry, length: entry.lineage.length }))
  return (function* () {
    const strings = longStrings()
    for (const { key, entry, length } of entries) {
      yield JSON.stringify([key, stepsOf(entry.lineage, length)])
      yield JSON.stringify(shape.inOrder(entry.row), strings.shorten)
    }
    yield JSON.stringify(strings.list)
  })()
}

/** The table again. A row stays the line that it is until somebody looks at it. */
export const tableOfLines = (lines: readonly string[], shape: RowShape): Table => {
  const read = lengthened(JSON.parse(lines[lines.length - 1] as string) as string[])
  const table: Table = new Map()
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [key, steps] = JSON.parse(lines[at] as string) as [string, number[]]
    table.set(
      key,
      unopened(lines[at + 1] as string, positionsOf(steps), (row) => shape.revive(row, read)),
    )
  }
  return table
}

const unopened = (line: string, lineage: readonly number[], revive: (row: unknown) => unknown): Entry => {
  let closed: string | undefined = line
  let row: unknown
  return {
    get row() {
      if (closed !== undefined) {
        row = revive(JSON.parse(closed))
        closed = undefined
      }
      return row
    },
    lineage,
  }
}

/** Positions as steps from one to the next: short in JSON. */
const stepsOf = (positions: readonly number[], length: number): number[] => {
  const steps = new Array<number>(length)
  for (let at = 0; at < length; at++) steps[at] = (positions[at] as number) - (at === 0 ? 0 : (positions[at - 1] as number))
  return steps
}

const positionsOf = (steps: readonly number[]): number[] => {
  let position = 0
  return steps.map((step) => {
    position += step
    return position
  })
}
