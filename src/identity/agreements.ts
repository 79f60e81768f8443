import type { OccurrenceRule } from './occurrences.ts'
import { areAlike, isGeneric, type Title, titleOf } from './titles.ts'

interface AgreementFeatures {
  readonly title: Title | null
  readonly instrument: string
  readonly count: number | null
  readonly isPlanned: boolean
}

/** The same parties and a like title; totals without a title by date and number. */
export const agreements: OccurrenceRule<AgreementFeatures> = {
  kind: 'agreement',
  id: 'identity/agreement/parties-title',
  says: 'the same parties, titles alike, dates that can be of one signing',
  keys: ({ report, moment }) => {
    const title = report.title ? titleOf(report.title) : null
    const parties = report.parties.join(' ')
    if (title && !isGeneric(title)) return [`${parties}|${report.scope}`, ...title.acronyms.map((acronym) => `*${acronym}`)]
    // A total that nothing dates is the same as no other.
    return parties === '' || moment.precision === 'none' || moment.precision === 'year' ? [] : [`${parties}|${report.scope}|total`]
  },
  features: ({ report }) => {
    const title = report.title ? titleOf(report.title) : null
    return {
      title: title && !isGeneric(title) ? title : null,
      instrument: report.sort ?? 'other',
      count: report.count ?? null,
      isPlanned: report.phases.has('planned') && !report.phases.has('happened'),
    }
  },
  tolerance: 2,
  fits: (a, b) => {
    if (a.title === null || b.title === null)
      return a.title === b.title && (a.count === b.count || a.count === null || b.count === null || a.isPlanned !== b.isPlanned)
    // “Một số thoả thuận” are not the one that another report names.
    if ((a.count === null) !== (b.count === null) && (a.count ?? b.count) === 1) return false
    return areOneInstrument(a.instrument, b.instrument) && areAlike(a.title, b.title)
  },
}

/** Kinds that a text tells apart; the others are said of anything that is signed. */
const particular = new Set(['mou', 'protocol', 'joint-statement', 'plan', 'letter-of-intent', 'contract'])

const areOneInstrument = (a: string, b: string): boolean => a === b || !particular.has(a) || !particular.has(b)
