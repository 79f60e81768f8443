import type { VisitDraft } from '../../../kernel/reading.ts'
import type { Match } from '../../../kernel/rule.ts'
import { cuesOf, visitKind } from './slots.ts'

/** What every rule of visits reads out of the slots of its match; the rule adds what its construction says. */
export const draftOf = (match: Match, more: Partial<VisitDraft> = {}): VisitDraft => ({
  yields: 'visit',
  visitors: match.slot('visitor'),
  hosts: match.slot('host'),
  kind: visitKind(match.slot('kind')),
  when: match.slot('when'),
  phase: 'report',
  nominal: false,
  cues: cuesOf(match.slot('kind')),
  ...more,
})

/** What leads from a visit to its country. */
export const to = 'v.arrive|frame.within|prep.to'
