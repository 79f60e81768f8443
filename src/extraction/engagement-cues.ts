import type { Engagement } from './assemble.ts'
import { order, partsOf } from './moments.ts'

/** The cues of a whole engagement: those of all mentions, those of the first one apart, and how it stands in the document. */
export const engagementCues = <M extends { readonly cues: readonly string[]; readonly sentence: number }>(engagement: Engagement<M>, main: string | null, sentences: number): string[] => {
  const cues = new Set<string>(['bias'])
  engagement.mentions.forEach(({ cues: own }, i) => {
    for (const cue of own) {
      cues.add(cue)
      if (i === 0) cues.add(`first ${cue}`)
    }
  })
  const n = engagement.mentions.length
  cues.add(n === 1 ? 'told:once' : n <= 3 ? 'told:twice' : 'told:often')
  const { start, end } = engagement
  const against = order(start ?? end, main)
  if (against && partsOf(start ?? end).year === null) cues.add(`whole:${against}`)
  if (start === null && end === null) cues.add('whole:undated')
  const first = engagement.mentions[0]
  if (first && sentences > 0) cues.add(first.sentence <= 1 ? 'at:top' : first.sentence < sentences / 3 ? 'at:early' : first.sentence < (2 * sentences) / 3 ? 'at:middle' : 'at:late')
  return [...cues]
}
