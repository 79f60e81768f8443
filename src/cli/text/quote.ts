import type { Paint } from '../paint.ts'
import { visible } from './visible.ts'

/**
 * A quote within its sentence, marked: by reversed colours on a terminal, by ▐ and ▌ everywhere else. What stands
 * around it is cut to so many characters on either side, never inside a letter and its marks.
 */
export const markedQuote = (text: string, { start, end }: { start: number; end: number }, paint: Paint, around = 60): string => {
  const [from, to] = sentenceAround(text, start, end)
  const left = lastOf(text.slice(from, start), around)
  const right = firstOf(text.slice(end, to), around)
  return `${left.cut ? '…' : ''}${visible(left.text)}${mark(visible(text.slice(start, end).normalize('NFC')), paint)}${visible(right.text)}${right.cut ? '…' : ''}`
}

/** Only the quote: where the text was withdrawn, or is not at hand. */
export const mark = (quote: string, paint: Paint): string => (paint.on ? paint.mark(quote) : `▐${quote}▌`)

/** The stretch between the ends of sentences (or lines) around a span. */
const sentenceAround = (text: string, start: number, end: number): [number, number] => {
  const before = text.slice(Math.max(0, start - reach), start)
  const opening = [...before.matchAll(/[.!?…]["”’)]?\s+|\n+/g)].at(-1)
  const from = opening ? start - before.length + opening.index + opening[0].length : Math.max(0, start - reach)
  const closing = /[.!?…]["”’)]?(?=\s|$)|\n/.exec(text.slice(end, end + reach))
  return [from, closing ? end + closing.index + closing[0].trimEnd().length : Math.min(text.length, end + reach)]
}
const reach = 600

const clusters = new Intl.Segmenter('vi', { granularity: 'grapheme' })

const firstOf = (text: string, most: number): { text: string; cut: boolean } => {
  const letters = Array.from(clusters.segment(text.normalize('NFC')), ({ segment }) => segment)
  return { text: letters.slice(0, most).join(''), cut: letters.length > most }
}

const lastOf = (text: string, most: number): { text: string; cut: boolean } => {
  const letters = Array.from(clusters.segment(text.normalize('NFC')), ({ segment }) => segment)
  return { text: letters.slice(Math.max(0, letters.length - most)).join(''), cut: letters.length > most }
}
