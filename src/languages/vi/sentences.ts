import type { Span } from '../../kernel/span.ts'

/**
 * Sentences of Vietnamese news: lines, and within them full stops. Survives initials (“Nursultan A. Nazarbayev”),
 * abbreviations (“PGS.TS.”, “TP. HCM”), numbers (“20,4”, “1.066”), and a headline glued to the text after it.
 */
export interface Sentences {
  readonly sentences: readonly Span[]
  /** Index of each sentence's paragraph. */
  readonly paragraphs: readonly number[]
}

const abbreviations = new Set([
  'tp',
  'ts',
  'ths',
  'pgs',
  'gs',
  'tt',
  'st',
  'mr',
  'mrs',
  'ms',
  'dr',
  'bs',
  'ông',
  'bà',
  'no',
  'jr',
  'sr',
  'tx',
  'ubnd',
])
const closing = /["”’')\]»]/

export const sentencesOf = (text: string): Sentences => {
  const sentences: Span[] = []
  const paragraphs: number[] = []
  let paragraph = -1
  let start = 0
  while (start <= text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    if (text.slice(start, end).trim() !== '') {
      paragraph++
      for (const sentence of sentencesOfLine(text, start, end)) {
        sentences.push(sentence)
        paragraphs.push(paragraph)
      }
    }
    if (next < 0) break
    start = next + 1
  }
  return { sentences, paragraphs }
}

/** No sentence of news is longer; a text without full stops is cut here, so that nobody reads a megabyte as one sentence. */
const longest = 3_000

const sentencesOfLine = (text: string, from: number, to: number): Span[] => {
  const found: Span[] = []
  let start = from
  const cut = (end: number) => {
    const span = trimmed(text, start, end)
    if (span) found.push(span)
    start = end
  }
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c === 46 || c === 33 || c === 63 || c === 8230) {
      let end = i + 1
      while (end < to && closing.test(text.charAt(end))) end++
      if (endsSentence(text, start, i, end, to)) cut(end)
    } else if (isGlued(text, i, from)) cut(i)
    else if (i - start >= longest && c === 32) cut(i)
    else if (i - start >= 2 * longest) cut(i)
  }
  cut(to)
  return found
}

const endsSentence = (text: string, start: number, stop: number, after: number, to: number): boolean => {
  if (after >= to) return true
  if (!/\s/.test(text.charAt(after))) return false
  let next = after
  while (next < to && /[\s"“‘'([«]/.test(text.charAt(next))) next++
  if (!/[\p{Lu}\d-]/u.test(text.charAt(next))) return false
  if (text.charAt(stop) !== '.') return true
  const word = /\p{L}{1,12}$/u.exec(text.slice(Math.max(start, stop - 12), stop))?.[0] ?? ''
  return !(word.length === 1 && word === word.toUpperCase()) && !abbreviations.has(word.toLowerCase())
}

const glued =
  /^(?:Thủ tướng|Tổng thống|Chủ tịch|Tổng Bí thư|Tổng bí thư|Phó Thủ tướng|Bộ trưởng|Ngoại trưởng|Ngày|Sáng|Chiều|Tối|Theo|TTXVN)(?!\p{L})/u

/** First letters of those words: nothing else is worth a closer look. */
const initials = new Set([...'TCPBNS'].map((letter) => letter.charCodeAt(0)))

/** “…thăm KazakhstanThủ tướng…”: a headline without anything after it. */
const isGlued = (text: string, i: number, from: number): boolean => {
  const code = text.charCodeAt(i)
  return isCapital(code) && i > from && initials.has(code) && /\p{Ll}/u.test(text.charAt(i - 1)) && glued.test(text.slice(i, i + 20))
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90

const trimmed = (text: string, start: number, end: number): Span | null => {
  let [a, b] = [start, end]
  while (a < b && /\s/.test(text.charAt(a))) a++
  while (b > a && /\s/.test(text.charAt(b - 1))) b--
  return a < b ? { start: a, end: b } : null
}
