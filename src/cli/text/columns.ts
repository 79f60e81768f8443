/** Two columns, the first as wide as its longest entry. */
export const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const wide = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${first.padEnd(wide)}  ${second}`.trimEnd())
}
