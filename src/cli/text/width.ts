/**
 * How wide text is on a terminal, and how to make it fit. A cut never parts a letter from its marks (Vietnamese may be
 * decomposed), nor a flag, nor a wide character. Counts as the table library does, so that columns stand straight.
 */
export const widthOf = (text: string): number => {
  let width = 0
  for (const { segment } of clusters.segment(text)) width += widthOfCluster(segment)
  return width
}

/** The text itself, or as much of it as fits with `…` behind it. At least one column is needed for anything. */
export const fitted = (text: string, columns: number): string => {
  if (columns <= 0) return ''
  if (widthOf(text) <= columns) return text
  let kept = ''
  let width = 0
  for (const { segment } of clusters.segment(text)) {
    const next = widthOfCluster(segment)
    if (width + next > columns - 1) break
    kept += segment
    width += next
  }
  return `${kept.trimEnd()}…`
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

const widthOfCluster = (cluster: string): number => {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(cluster) && !/^[©®™‼⁉↔-↪ℹ\d#*]/u.test(cluster)) return 2
  let width = 0
  for (const character of cluster) width += widthOfCharacter(character)
  return width
}

const widthOfCharacter = (character: string): number => {
  const code = character.codePointAt(0) as number
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x300 && code <= 0x36f)) return 0
  return wide.test(character) ? 2 : 1
}

/** East Asian Wide and Fullwidth (UAX #11), by the blocks that matter. */
const wide =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]/u
