import { boundsOf } from '../../kernel/edtf.ts'
import type { Reported } from '../html/shapes.ts'
import type { EngagementRow } from './engagement.ts'

/**
 * Where sources differ, one value must be read first, and how is a choice. `ledger` is what the views hold; the others
 * are readings for this page only. None averages, none hides: all values stay beside it with their sources.
 */
export const readingRules = ['ledger', 'sources', 'exact', 'earliest', 'latest'] as const
export type ReadingRule = (typeof readingRules)[number]

export const readingRuleOf = (given: string | null): ReadingRule => readingRules.find((rule) => rule === given) ?? 'ledger'

type Field = 'what' | 'when' | 'until'

/** The value of a field under a rule; ties go to the smaller value, so that no order of reports shows. */
export const readBy = (rule: ReadingRule, row: EngagementRow, field: Field): string | null => {
  if (rule === 'ledger') return row[field]
  const reported = together(Object.values(row.told).map((told) => told[field]))
  const values = Object.keys(reported).sort((a, b) => rank(rule, field, reported, a, b) || (a < b ? -1 : 1))
  return values[0] ?? null
}

const together = (all: readonly Reported[]): Reported => {
  const sources = new Map<string, Set<string>>()
  for (const reported of all)
    for (const [value, own] of Object.entries(reported))
      for (const one of own) sources.set(value, (sources.get(value) ?? new Set()).add(one))
  return Object.fromEntries([...sources].map(([value, own]) => [value, [...own]]))
}

const rank = (rule: ReadingRule, field: Field, reported: Reported, a: string, b: string): number => {
  const more = (reported[b]?.length ?? 0) - (reported[a]?.length ?? 0)
  if (rule === 'sources' || field === 'what') return more
  if (rule === 'exact') return width(a) - width(b) || more
  const [x, y] = [boundsOf(a), boundsOf(b)]
  return rule === 'earliest' ? order(x.earliest, y.earliest) : order(y.latest, x.latest)
}

/** In days; a date without bounds is the least exact. */
const width = (when: string): number => {
  const { earliest, latest } = boundsOf(when)
  return earliest && latest ? (Date.parse(latest) - Date.parse(earliest)) / 86_400_000 : Number.MAX_SAFE_INTEGER
}

const order = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
