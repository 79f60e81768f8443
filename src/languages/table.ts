/** Rows of a TSV text under the names of its first line. A line that starts with # is a comment; a dot is an empty cell. */
export const rowsOf = (tsv: string): Record<string, string>[] => {
  const lines = tsv.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const names = (lines[0] ?? '').split('\t').map((name) => name.trim())
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    const row: Record<string, string> = {}
    for (const [i, name] of names.entries()) row[name] = cells[i] === '.' ? '' : (cells[i]?.trim() ?? '')
    return row
  })
}

/** The spellings of a cell: `Nga|LB Nga`. */
export const spellings = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter(Boolean)
