import type { Engagement } from './assemble.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entities.ts'
import { order, partsOf } from './moments.ts'

/** The cues of a whole engagement: those of all mentions, those of the first one apart, and how it stands in the document. */
export const engagementCues = <M extends { readonly cues: readonly string[]; readonly sentence: number }>(
  engagement: Engagement<M>,
  document: ReadDocument,
  who: readonly Entity[],
): string[] => {
  const { main } = document.moments
  const sentences = document.sentences.length
  const cues = new Set<string>(['bias'])
  engagement.mentions.forEach(({ cues: own }, i) => {
    for (const cue of own) {
      cues.add(cue)
      if (i === 0 && firsts.test(cue)) cues.add(`first ${cue}`)
    }
  })
  const n = engagement.mentions.length
  cues.add(n === 1 ? 'told:once' : n <= 3 ? 'told:twice' : 'told:often')
  const { start, end } = engagement
  const against = order(start ?? end, main)
  if (against && partsOf(start ?? end).year === null) cues.add(`whole:${against}`)
  if (start === null && end === null) cues.add('whole:undated')
  else if (end !== null && order(end, main) === 'before') cues.add('whole:over')
  const first = engagement.mentions[0]
  if (first && sentences > 0)
    cues.add(
      first.sentence <= 1
        ? 'at:top'
        : first.sentence < sentences / 3
          ? 'at:early'
          : first.sentence < (2 * sentences) / 3
            ? 'at:middle'
            : 'at:late',
    )
  if (who.length > 0) cues.add(`people:${salience(document, who)}`)
  return [...cues]
}

const firsts = /^(?:aspect:|headline|lede|body|caption|date:|v:near|lead:)/

/** Whether a document is about these people, or only mentions them. */
const salience = (document: ReadDocument, who: readonly Entity[]): 'main' | 'known' | 'minor' => {
  const mentions = document.people.entities.filter(({ group }) => !group).map(({ mentions: count }) => count)
  const sorted = [...mentions].sort((a, b) => b - a)
  const least = Math.min(...who.map(({ mentions: count }) => count))
  if (least >= (sorted[1] ?? 0)) return 'main'
  return least >= 3 ? 'known' : 'minor'
}
