import type { RowShape } from '../row-shape.ts'
import type { Entry, Table } from '../table.ts'
import { breather } from './breathe.ts'
import { lengthened, longStrings } from './long-strings.ts'

/**
 * The rows of a table as lines: for each its key, its lineage, then the row as readers see it; at the end the long
 * strings of all. Rows are replaced, never changed, and lineages only grow: what comes after the call does not get in.
 */
export const linesOfRows = (table: Table, shape: RowShape): Iterable<string> => {
  const entries = Array.from(table, ([key, entry]) => ({ key, entry, length: entry.lineage.length }))
  return (function* () {
    const strings = longStrings()
    for (const { key, entry, length } of entries) {
      yield JSON.stringify(key)
      yield JSON.stringify(stepsOf(entry.lineage, length))
      yield JSON.stringify(shape.inOrder(entry.row), strings.shorten)
    }
    yield JSON.stringify(strings.list)
  })()
}

/**
 * The table again, from the bytes of those lines. Only keys are read; a row and its lineage stay the bytes that they are
 * until somebody looks at them, so that opening a view costs little whatever its rows hold.
 */
export const tableOfBytes = async (bytes: Buffer, shape: RowShape): Promise<Table> => {
  const breathe = breather()
  const json = (start: number, end: number): unknown => JSON.parse(bytes.toString('utf8', start, end))
  const listStart = bytes.lastIndexOf(lineFeed, -2) + 1
  let list: ((text: string) => string) | undefined
  const read = (text: string): string => {
    list ??= lengthened(json(listStart, bytes.length) as string[])
    return list(text)
  }
  const table: Table = new Map()
  for (let start = 0; start < listStart; ) {
    const steps = bytes.indexOf(lineFeed, start)
    const row = bytes.indexOf(lineFeed, steps + 1)
    const end = bytes.indexOf(lineFeed, row + 1)
    table.set(
      json(start, steps) as string,
      unopened(
        () => positionsOf(json(steps + 1, row) as number[]),
        () => shape.revive(json(row + 1, end), read),
      ),
    )
    start = end + 1
    await breathe()
  }
  return table
}

export const lineFeed = 10

const unopened = (openLineage: () => readonly number[], openRow: () => unknown): Entry => {
  let lineage: readonly number[] | undefined
  let row: unknown
  return {
    get row() {
      row ??= openRow()
      return row
    },
    get lineage() {
      lineage ??= openLineage()
      return lineage
    },
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
