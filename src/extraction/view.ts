/**
 * A document as rules read it: composed (NFC), with the way back. Rules see the view; evidence points into the raw
 * text, whose bytes are never edited.
 */
export interface View {
  readonly text: string
  /** Offset in the raw text of an offset in the view. A start never lies inside a letter with its marks. */
  raw(offset: number): number
}

export const viewOf = (raw: string): View => {
  const whole = raw.normalize('NFC')
  if (whole === raw) return { text: raw, raw: (offset) => offset }
  const parts: string[] = []
  const starts: number[] = []
  let length = 0
  for (const { index, 0: cluster } of raw.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const composed = cluster.normalize('NFC')
    parts.push(composed)
    for (let i = 0; i < composed.length; i++) starts.push(index + (composed.length === cluster.length ? i : 0))
    length += composed.length
  }
  starts.push(raw.length)
  return { text: parts.join(''), raw: (offset) => starts[Math.min(offset, length)] as number }
}
