import type { Claim } from '../kernel/claim.ts'
import { engagementId } from '../kernel/ids.ts'
import type { FigureDraft, PlaceMention } from '../kernel/reading.ts'
import type { Span } from '../kernel/span.ts'
import { attributionOf } from './attachments.ts'
import type { DecidedVisit } from './claims-visits.ts'
import { draftsOf } from './document.ts'
import { twoCountries } from './pair.ts'
import type { Writing } from './writing.ts'

/** Figures of trade, investment and the like: they are kept apart, so that they never pollute counts and dates. */
export const figureClaims = (writing: Writing, visits: readonly DecidedVisit[]): Claim[] => {
  const { document } = writing
  const pair = twoCountries(document, visits)
  return draftsOf<FigureDraft>(document, 'figure').map(({ draft, sentence, match, rule }) => {
    const near = new Set(sentence.items.filter(({ kind }) => kind === 'country').map(({ value }) => (value as PlaceMention).country))
    const countries = near.size === 2 ? [...near].sort() : (pair ?? [])
    const { items } = sentence
    const head = items.slice(0, match.at).findLast(({ kind }) => /^n\.(?:trade|exports|imports|investment|aid)$/.test(kind))
    const last = items.slice(match.at, match.at + 4).findLast(({ kind }) => kind === 'when') ?? items[match.at]
    const start = draft.measure === 'enterprises' ? draft.from : Math.min(draft.from, head?.start ?? draft.from)
    const end = Math.max(last?.end ?? 0, items[match.at]?.end ?? 0)
    const evidence: Span = { start: Math.max(start, end - 480), end }
    return writing.claim(
      'FigureReported',
      {
        figure: engagementId(writing.sha256, 'figure', writing.view.raw(draft.from)),
        measure: draft.measure,
        value: draft.value,
        unit: draft.unit,
        qualifier: draft.qualifier,
        ...(draft.period ? { period: draft.period } : {}),
        countries,
        narrative: draft.period ? 'background' : 'news',
        scope: 'interstate',
      },
      [{ evidence, rule, doubt: draft.ambiguous ? ['ambiguous-number'] : [], attribution: attributionOf(sentence, match.at) }],
    )
  })
}
