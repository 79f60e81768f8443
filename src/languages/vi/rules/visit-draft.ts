import type { VisitDraft } from '../../../kernel/reading.ts'
import type { Match } from '../../../kernel/rule.ts'
import { cuesOf, visitKind } from './slots.ts'

/** What every rule of visits reads out of the slots of its match; the rule adds what its construction says. */
export const draftOf = (match: Match, more: Partial<VisitDraft> = {}): VisitDraft => ({
  yields: 'visit',
  visitors: match.slot('visitor'),
  hosts: match.slot('host'),
  kind: kindOf(match),
  when: match.slot('when'),
  phase: 'report',
  nominal: false,
  cues: cuesOf(match.slot('kind')),
  ...more,
})

/** What its adjectives tell, else its word: “thăm và làm việc”, “chuyến công tác”. */
const kindOf = (match: Match): string => {
  const told = visitKind(match.slot('kind'))
  return told === 'unspecified' && /công tác|làm việc/.test(match.items[match.at]?.key ?? '') ? 'working' : told
}

/** What leads from a visit to its country. */
export const to = 'v.arrive|frame.within|prep.to'
