import type { Engagement } from './assemble.ts'
import { order, partsOf } from './days.ts'
import type { ReadDocument } from './document.ts'
import type { Entity } from './entity.ts'
import { paragraphCues } from './standing.ts'
import { type CueSheet, sharedCues, withWhole } from './weighed-cues.ts'

/** The cues of a whole engagement: those of its mentions, and how it stands in the document. */
export const engagementCues = <M extends { readonly cues: readonly string[]; readonly sentence: number }>(
  engagement: Engagement<M>,
  document: ReadDocument,
  who: readonly Entity[],
): CueSheet => {
  const { main } = document.moments
  const sentences = document.sentences.length
  const cues = ['bias']
  const n = engagement.mentions.length
  cues.push(n === 1 ? 'told:once' : n <= 3 ? 'told:twice' : 'told:often')
  const { start, end } = engagement
  const against = order(start ?? end, main)
  if (against && partsOf(start ?? end).year === null) cues.push(`whole:${against}`)
  if (start === null && end === null) cues.push('whole:undated')
  else if (end !== null && order(end, main) === 'before') cues.push('whole:over')
  const first = engagement.mentions[0]
  if (first && sentences > 0)
    cues.push(
      first.sentence <= 1
        ? 'at:top'
        : first.sentence < sentences / 3
          ? 'at:early'
          : first.sentence < (2 * sentences) / 3
            ? 'at:middle'
            : 'at:late',
    )
  cues.push(`document:${document.outlook.tense}`)
  if (who.length > 0) {
    cues.push(`people:${salience(document, who)}`)
    cues.push(`office:${standing(who)}`)
    cues.push(...document.outlook.cues)
  }
  const told = engagement.mentions.map((mention) =>
    who.length > 0 ? [...mention.cues, ...paragraphCues(document, mention)] : mention.cues,
  )
  return withWhole(sharedCues(told), cues)
}

/** Whether a document is about these people, or only mentions them. */
const salience = (document: ReadDocument, who: readonly Entity[]): 'main' | 'known' | 'minor' => {
  const least = Math.min(...who.map(({ mentions }) => mentions))
  if (least >= document.people.second) return 'main'
  return least >= 3 ? 'known' : 'minor'
}

const high = new Set([
  'head-of-state',
  'head-of-government',
  'party-leader',
  'royal',
  'speaker',
  'deputy-head-of-state',
  'deputy-head-of-government',
])
const ministers = new Set(['foreign-minister', 'minister', 'deputy-minister', 'deputy-speaker', 'deputy-party-leader', 'organisation-head'])

/** The lowest standing among some people: who has no office makes no state visit. */
const standing = (who: readonly Entity[]): 'high' | 'minister' | 'other' | 'none' => {
  const of = ({ offices }: Entity): number =>
    offices.some(({ role }) => high.has(role)) ? 3 : offices.some(({ role }) => ministers.has(role)) ? 2 : offices.length > 0 ? 1 : 0
  return (['none', 'other', 'minister', 'high'] as const)[Math.min(...who.map(of))] ?? 'none'
}

/** What the other engagements of the same people are told as: one stop of a tour to come is to come. */
export const siblingCues = <M extends { readonly cues: readonly string[] }>(others: readonly Engagement<M>[]): string[] => {
  const told = new Set<string>()
  for (const { mentions } of others)
    for (const { cues } of mentions)
      for (const cue of cues) {
        const tense = tenses.get(cue)
        if (tense) told.add(tense)
      }
  return ['sibling:future', 'sibling:now', 'sibling:past'].filter((cue) => told.has(cue))
}

/** What a cue of one engagement says of the others. */
const tenses: ReadonlyMap<string, string> = new Map([
  ['aspect:future', 'sibling:future'],
  ['adj-future', 'sibling:future'],
  ['clause:next', 'sibling:future'],
  ['aspect:now', 'sibling:now'],
  ['date:today', 'sibling:now'],
  ['this-time', 'sibling:now'],
  ['date:year', 'sibling:past'],
  ['adj-past', 'sibling:past'],
  ['clause:ago', 'sibling:past'],
])
