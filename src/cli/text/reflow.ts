import { widthOf } from './width.ts'

/**
 * Long lines, broken at blanks so that they fit. What is carried over stands under the column that it belongs to: behind
 * the branches of a tree, under the second of two columns, else a little further in than its line. Lines that fit, and
 * words that are too long for any line, stay as they are.
 */
export const reflow = (text: string, columns: number): string =>
  text
    .split('\n')
    .flatMap((line) => (shownWidth(line) > columns ? broken(line, columns) : [line]))
    .join('\n')

/** Width without the codes that colour, which are as long as words. */
const shownWidth = (text: string): number => widthOf(text.replace(codes, ''))
const codes = /\u001b\[(\d+)m/g

const broken = (line: string, columns: number): string[] => {
  const { first, next } = indents(line, columns)
  const lines: string[] = []
  let current = first
  let begun = false
  let open: string[] = []
  for (const word of line.slice(first.length).split(' ')) {
    if (begun && shownWidth(current) + 1 + shownWidth(word) > columns) {
      lines.push(current + closing(open))
      current = next + open.join('') + word
    } else current = begun ? `${current} ${word}` : current + word
    begun = true
    open = openAfter(open, word)
  }
  return [...lines, current]
}

/** Narrower than this, a second column is no help. */
const readable = 24

/** What stands before the first word of a line, and before what is carried over from it. */
const indents = (line: string, columns: number): { first: string; next: string } => {
  const branches = /^[│├└]? *(?:[│├└] +)*/u.exec(line)?.[0] ?? ''
  if (/[│├└]/u.test(branches)) return { first: branches, next: `${branches.replace('├', '│').replace('└', ' ')}  ` }
  const blanks = /^ */.exec(line)?.[0] ?? ''
  const column = /^( *\S.*?\S? {2,})\S/u.exec(line.slice(0, columns).replace(codes, ''))?.[1]
  const under = column && columns - shownWidth(column) >= readable ? shownWidth(column) : blanks.length + (blanks.length > 0 ? 2 : 0)
  return { first: blanks, next: ' '.repeat(under) }
}

/** Codes that are in force behind a word: what begins in it and does not end in it. */
const openAfter = (open: readonly string[], word: string): string[] => {
  let left = [...open]
  for (const [code, number] of word.matchAll(codes)) left = isClosing(Number(number)) ? left.slice(0, -1) : [...left, code]
  return left
}

const isClosing = (code: number): boolean => [0, 22, 27, 39].includes(code)

/** So that the blanks of the next line are not coloured. */
const closing = (open: readonly string[]): string => (open.length > 0 ? '\u001b[0m' : '')
