/**
 * Spans count UTF-16 code units; Web Annotation (TextPositionSelector) counts Unicode code points. They differ only
 * behind letters beyond the Basic Multilingual Plane, which take two units and are one code point. This is the one place
 * where the two meet. An offset inside such a letter counts as before it.
 */
export const codePointsIn = (text: string): ((offset: number) => number) => {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(index)
  return (offset) => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[middle] as number) + 1 <= offset) low = middle + 1
      else high = middle
    }
    // `low` letters begin before the offset; the last of them may reach beyond it, and then the offset is inside it.
    return offset - low
  }
}
