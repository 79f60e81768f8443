import type { Line } from './pdf-lines.ts'

/**
 * Puts lines together as paragraphs, so that a sentence is whole again: across lines, across a hyphen at the end of
 * one, across pages. A paragraph ends where the space below is larger than usual, where the type size changes, where
 * the next line is set in, and where a line stops short after the end of a sentence. Lines that return on page after
 * page (a journal's name, page numbers) are left out.
 */
export const paragraphsOf = (pages: readonly (readonly Line[])[]): string[] => {
  const lines = withoutRunningLines(pages).flat()
  const usual = usualGap(lines)
  const right = Math.max(0, ...lines.map((line) => line.right))
  const paragraphs: string[] = []
  let before: Line | undefined
  for (const line of lines) {
    if (!before || ends(before, line, usual, right)) paragraphs.push(line.text)
    else paragraphs.push(joined(paragraphs.pop() as string, line.text))
    before = line
  }
  return paragraphs
}

const ends = (line: Line, next: Line, usual: number, right: number): boolean => {
  const stops = /[.!?…:;][”"’')\]]*$/u.test(line.text)
  if (Math.abs(line.height - next.height) > 0.15 * Math.max(line.height, next.height)) return true
  const below = line.page === next.page && next.y < line.y
  if (!below) return stops
  if (line.y - next.y > usual * 1.35) return true
  if (stops && next.x - line.x > next.height * 0.8) return true
  return stops && line.right < line.x + (right - line.x) * 0.85
}

/**
 * `hợp` `tác` → `hợp tác`; `co-` `operation` → `cooperation`; `Kassym-` `Jomart` → `Kassym-Jomart`; a soft hyphen
 * is never seen inside a line.
 */
const joined = (text: string, next: string): string => {
  if (/\p{L}\u00ad$/u.test(text)) return text.slice(0, -1) + next
  if (/\p{L}[-\u2010]$/u.test(text) && /^\p{L}/u.test(next)) return (/^\p{Ll}/u.test(next) ? text.slice(0, -1) : text) + next
  return `${text} ${next}`
}

/** The most frequent distance between a line and the next one below it. */
const usualGap = (lines: readonly Line[]): number => {
  const counts = new Map<number, number>()
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (!next || next.page !== line.page || next.y >= line.y) return
    const gap = Math.round((line.y - next.y) * 2) / 2
    counts.set(gap, (counts.get(gap) ?? 0) + 1)
  })
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || a - b)
  const [gap] = ranked[0] ?? []
  const height = lines[0]?.height ?? 12
  // One-line paragraphs only: then the space between them is the usual gap, and every one ends.
  return gap !== undefined && gap < height * 2 ? gap : height * 1.4
}

const withoutRunningLines = (pages: readonly (readonly Line[])[]): (readonly Line[])[] => {
  if (pages.length < 2) return [...pages]
  const seen = new Map<string, number>()
  for (const page of pages) for (const text of new Set(edgesOf(page).map(shape))) seen.set(text, (seen.get(text) ?? 0) + 1)
  const often = Math.max(3, pages.length / 2)
  return pages.map((page) => {
    const edges = new Set(edgesOf(page))
    return page.filter(
      (line) => !(edges.has(line) && ((seen.get(shape(line)) ?? 0) >= often || /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(line.text))),
    )
  })
}

const edgesOf = (page: readonly Line[]): Line[] => [...page.slice(0, 2), ...page.slice(2).slice(-2)]

/** The same words at the same height, whatever the numbers in them. */
const shape = ({ text, y }: Line): string => `${Math.round(y)} ${text.replace(/\d+/g, '#')}`
