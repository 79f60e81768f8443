import { type Evidence, longestQuote, type Span } from '../kernel/span.ts'
import type { View } from './view.ts'

/** Spans of the view as evidence: exact slices of the raw text, each once, in order, at most eight. */
export const quotesOf = (spans: readonly Span[], raw: string, view: View): Evidence[] => {
  const evidence: Evidence[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = view.raw(span.start)
    const end = Math.min(view.raw(span.end), start + longestQuote)
    if (evidence.length >= 8) break
    if (start < end && !evidence.some((other) => other.start <= start && end <= other.end))
      evidence.push({ start, end: whole(raw, start, end), quote: raw.slice(start, whole(raw, start, end)) })
  }
  return evidence
}

/** Never cuts a surrogate pair, or a letter from its marks. */
const whole = (raw: string, start: number, end: number): number => {
  let at = end
  while (at > start + 1 && at < raw.length && (/[\uDC00-\uDFFF]/.test(raw.charAt(at)) || /\p{M}/u.test(raw.charAt(at)))) at--
  return at
}
