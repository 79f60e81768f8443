/** A table for a page: pipes and line breaks in cells are escaped. */
export const markdownOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map((text) => escaped(text)).join(' | ')} |`).join('\n')

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\s+/g, ' ')
