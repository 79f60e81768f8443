import type { Engagement } from './assemble.ts'
import { distance } from './distance.ts'
import type { ReadDocument } from './document.ts'
import type { MeetingMention } from './mentions.ts'
import { type CueSheet, withWhole } from './weighed-cues.ts'

/**
 * What the mentions of one meeting come to together: the surest word on who met, whether anything but a sign was told,
 * and how it stands beside other meetings of the same people. Cues of single mentions on this are replaced.
 */
export const standingCues = (
  engagement: Engagement<MeetingMention>,
  all: readonly Engagement<MeetingMention>[],
  cues: CueSheet,
): CueSheet => {
  const { mentions } = engagement
  const surest = surenesses.findIndex((how) => mentions.some((mention) => !mention.weak && surenessOf(mention) === how))
  const shown = signs.filter((sign) => cues.has(sign))
  for (const cue of replaced) cues.delete(cue)
  if (surest < 0) return withWhole(cues, ['sign', ...shown.map((sign) => `sign:${sign}`)])
  const own = [`who:${surenesses[surest]}`]
  if (mentions.every((mention) => mention.cues.includes('alone') || mention.weak)) own.push('bare')
  const rivals = all.filter((other) => other !== engagement && samePeople(other, engagement))
  if (rivals.length > 0) {
    const [mine, theirs] = [mentions.length, Math.max(...rivals.map((rival) => rival.mentions.length))]
    own.push(mine >= theirs ? 'rival:less-told' : 'rival:more-told')
    own.push(all.indexOf(engagement) < all.indexOf(rivals[0] as Engagement<MeetingMention>) ? 'rival:later' : 'rival:earlier')
    own.push(rivals.some(({ start }) => start !== null) ? 'rival:dated' : 'rival:undated')
  }
  return withWhole(cues, own)
}

const surenesses = ['stated', 'subject', 'after', 'lands', 'pair', 'sentence', 'discourse'] as const
const signs = ['agree', 'hands', 'shown', 'chair', 'tell']
const replaced = [...surenesses.map((how) => `side:${how}`), 'alone', ...signs, 'pair', 'lands']

const surenessOf = ({ cues }: MeetingMention): string => cues.find((cue) => cue.startsWith('side:'))?.slice(5) ?? 'stated'

const samePeople = (a: Engagement<MeetingMention>, b: Engagement<MeetingMention>): boolean => {
  const [x, y] = [a.mentions[0]?.participants ?? [], b.mentions[0]?.participants ?? []]
  return x.length === y.length && x.every((entity) => y.includes(entity))
}

/**
 * How far the day of a meeting is from that of the report; and whether the home country meets, beside what else is known
 * of it: papers tell of their own leaders’ day, and of others’ history.
 */
export const settingCues = ({ mentions, start, end }: Engagement<MeetingMention>, document: ReadDocument, cues: CueSheet): CueSheet => {
  const far = distance(start ?? end, document.moments.main)
  const who = mentions[0]?.participants.some(({ country }) => country === document.reader.home) ? 'home' : 'abroad'
  for (const cue of [...cues.keys()].filter((cue) => besideHome.test(cue))) cues.set(`${who} ${cue}`, cues.get(cue) as number)
  return withWhole(cues, [who, ...(far && far !== 'same' ? [`whole:${far}`] : [])])
}

const besideHome = /^(?:visit|at|told|form|document):/
