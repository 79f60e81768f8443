import type { OccurrenceRule } from './occurrence-rule.ts'

/** The same parties and the same new relationship: states raise their relations to one level once in a while. */
export const relationships: OccurrenceRule<null> = {
  kind: 'relationship',
  id: 'identity/relationship/parties-level',
  says: 'the same parties, the same new relationship, dates that can be of one change',
  keys: ({ report }) => (report.parties.length > 1 ? [`${report.parties.join(' ')}|${report.sort}`] : []),
  features: () => null,
  tolerance: 5,
  fits: () => true,
}
