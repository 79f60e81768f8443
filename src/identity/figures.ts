import type { OccurrenceRule } from './occurrence-rule.ts'

/** The same measure, countries and value, for periods that can be one. */
export const figures: OccurrenceRule<null> = {
  kind: 'figure',
  id: 'identity/figure/value-period',
  says: 'the same measure of the same countries with the same value, for periods that can be one',
  keys: ({ report, moment }) =>
    report.value !== undefined && report.parties.length > 0 && moment.precision !== 'none' && moment.precision !== 'near'
      ? [`${report.parties.join(' ')}|${report.sort}|${report.value}`]
      : [],
  features: () => null,
  tolerance: 0,
  fits: () => true,
}
