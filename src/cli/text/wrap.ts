import { widthOf } from './width.ts'

/** Lines of at most so many columns, broken at blanks. */
export const wrap = (text: string, wide: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && widthOf(line) + 1 + widthOf(word) > wide) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...lines, line] : lines
}
