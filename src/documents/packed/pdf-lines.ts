/** One line as it stands on a page; `x`, `right` and `y` in points, `y` growing upwards. */
export interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
  readonly page: number
}

/** A run of characters of one font, as a PDF has it. */
export interface Run {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** Puts the runs of a page together as lines: a run that ends a line, or stands clearly higher or lower, ends it. */
export const linesOf = (runs: readonly Run[], page: number): Line[] => {
  const lines: Line[] = []
  let held: Run[] = []
  const end = (): void => {
    const line = lineOf(held, page)
    if (line) lines.push(line)
    held = []
  }
  for (const run of runs) {
    const before = held.find(({ str }) => str.trim() !== '')
    const moved = before && run.str.trim() !== '' && Math.abs(yOf(run) - yOf(before)) > Math.max(before.height, run.height) * 0.6
    if (moved) end()
    held.push(run)
    if (run.hasEOL) end()
  }
  end()
  return lines
}

const lineOf = (runs: readonly Run[], page: number): Line | null => {
  const shown = runs.filter(({ str }) => str.trim() !== '')
  const [first] = shown
  if (!first) return null
  const last = shown[shown.length - 1] as Run
  return {
    text: runs
      .map(({ str }) => str)
      .join('')
      .replace(/\s+/gu, ' ')
      .trim(),
    x: first.transform[4] ?? 0,
    right: (last.transform[4] ?? 0) + last.width,
    y: yOf(first),
    height: Math.max(...shown.map(({ height }) => height)),
    page,
  }
}

const yOf = ({ transform }: Run): number => transform[5] ?? 0
