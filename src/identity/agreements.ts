import { distance, mayBeNear } from './moment.ts'
import type { OccurrenceRule, Seen, Told, Way } from './occurrence-rule.ts'
import { areAlike, areTheSame, isGeneric, mayBeTheSame, type Title, titleOf } from './titles.ts'

interface AgreementFeatures {
  /** Null for instruments that are only counted: a total. */
  readonly title: Title | null
  readonly instrument: string
  readonly count: number | null
  readonly phase: 'planned' | 'happened' | 'mentioned'
  /** The document, where it signs something and dates nothing: then only the document holds things together. */
  readonly document: string | null
}

/** The same parties and a like title; totals by date and parties. */
export const agreements: OccurrenceRule<AgreementFeatures> = {
  kind: 'agreement',
  id: 'identity/agreement/parties-title',
  says: 'the same parties, titles alike, dates that can be of one signing',
  keys: (told) => {
    const { parties, scope } = told.report
    const { title, document, phase } = featuresOf(told)
    // A total that nothing dates is the same as no other.
    if (title === null && (parties.length === 0 || (isUndated(told) && document === null) || phase === 'mentioned')) return []
    return [`${parties.join(' ')}|${scope}`, ...(title?.acronyms ?? []).map((acronym) => `*${acronym}`)]
  },
  features: (told) => featuresOf(told),
  tolerance: 2,
  fits: (a, b) => {
    if (a.title === null || b.title === null) return a.title === b.title && a.document === b.document && areOneTotal(a, b)
    // “Một số thoả thuận” are not the one that another report names.
    if ((a.count === null) !== (b.count === null) && (a.count ?? b.count) === 1) return false
    return areOneInstrument(a.instrument, b.instrument) && areAlike(a.title, b.title)
  },
  roams: ({ title, document }) => document !== null || (title !== null && mayBeTheSame(title)),
  related: (a, b) => (a.features.title && b.features.title ? areTheSame(a.features.title, b.features.title) : areOfOneSigning(a, b)),
  /** A long title is the instrument's own: reports that date it differently conflict, they do not make two of it. */
  chain: (clusters) =>
    clusters.flatMap((one, from) =>
      clusters.flatMap((other, to) =>
        from < to && one.features.some((a) => other.features.some((b) => a.title && b.title && areTheSame(a.title, b.title)))
          ? [{ from, to, rule: 'identity/agreement/title', says: 'the same parties, and the same long title' }]
          : [],
      ),
    ),
  parts: (clusters) =>
    clusters.flatMap((total, whole) =>
      isTotal(total)
        ? clusters.flatMap((item, part) => (part !== whole && isCounted(item, total) && areOfOneDay(item, total) ? [{ part, whole }] : []))
        : [],
    ),
}

const featuresOf = (told: Told): AgreementFeatures => {
  const { title: text, phases, sort, count, narrative, stream } = told.report
  const title = text ? titleOf(text) : null
  const phase = phases.has('happened') ? 'happened' : phases.has('planned') ? 'planned' : 'mentioned'
  return {
    // Documents that were signed are a total, however they are described.
    title: title && !isGeneric(title) && !(sort === 'documents' && phase === 'happened') ? title : null,
    instrument: sort ?? 'other',
    count: count ?? null,
    phase,
    document: isUndated(told) && phase === 'happened' && narrative === 'news' ? stream : null,
  }
}

const isUndated = ({ moment }: Told): boolean => moment.from === null

/** Kinds that a text tells apart; the others are said of anything that is signed. */
const particular = new Set(['mou', 'protocol', 'joint-statement', 'plan', 'letter-of-intent', 'contract'])

const areOneInstrument = (a: string, b: string): boolean => a === b || !particular.has(a) || !particular.has(b)

/** Reporters may count differently, but not count other things. */
const areOneTotal = (a: AgreementFeatures, b: AgreementFeatures): boolean =>
  a.instrument === b.instrument || a.count === b.count || a.count === null || b.count === null || a.phase !== b.phase

const isTotal = ({ features }: Seen<AgreementFeatures>): boolean =>
  features.some(({ title, count, phase }) => title === null && phase === 'happened' && count !== 1)

/** Something signed that a total may count: an instrument with a name, or a smaller total of one kind. */
const isCounted = ({ features }: Seen<AgreementFeatures>, total: Seen<AgreementFeatures>): boolean =>
  features.some(({ title, count, phase, instrument }) =>
    phase !== 'happened'
      ? false
      : title !== null ||
        (particular.has(instrument) &&
          total.features.some((whole) => whole.instrument === 'documents' && (whole.count ?? 0) > (count ?? 0))),
  )

/** A total may count what was signed beside it: in the same document, or on those days. */
const areOfOneSigning = (a: Way<AgreementFeatures>, b: Way<AgreementFeatures>): boolean =>
  (a.features.document !== null && a.features.document === b.features.document) ||
  (a.moment.from !== null && b.moment.from !== null && mayBeNear(a.moment, b.moment, sameSigning))

/** Days that a total and what it counts may lie apart. */
const sameSigning = 2

const areOfOneDay = (item: Seen<AgreementFeatures>, total: Seen<AgreementFeatures>): boolean => {
  if (item.features.some(({ document }) => document !== null && total.features.some((whole) => whole.document === document))) return true
  if (item.moment.from === null || total.moment.from === null) return false
  const apart = distance(item.moment, total.moment)
  return apart !== null && apart <= sameSigning
}
