import type { OccurrenceRule } from './occurrence-rule.ts'

interface VisitFeatures {
  readonly sort: string
  /** Planned, postponed, cancelled, happened: sorted. */
  readonly phases: readonly string[]
}

/**
 * The same visitor and host, compatible dates, kinds not in conflict. Reporters disagree by days (the day of arrival
 * or of the first talks, a tour or its leg), and hardly anybody visits a country twice in a week.
 */
export const visits: OccurrenceRule<VisitFeatures> = {
  kind: 'visit',
  id: 'identity/visit/people-host-dates',
  says: 'the same visitor and host, dates that can be of one visit',
  keys: ({ report, people, countries, moment }) => {
    if (!report.host) return []
    // Visitors of two countries are on two visits, and so may be two of one country for whom no day is given: the report
    // goes with the first, and must not make one of the visits of both.
    const together = moment.precision === 'day' ? people.filter((_, i) => countries[i] === countries[0]) : people.slice(0, 1)
    return together.map((person) => `${person}|${report.host}|${report.scope}`)
  },
  features: ({ report }) => ({ sort: report.sort ?? 'unspecified', phases: [...report.phases].sort() }),
  tolerance: 5,
  fits: (a, b) => !areInConflict(a.sort, b.sort),
  prefer: ({ sort }, others) => {
    const same = others.flatMap((features, i) => (sort !== 'unspecified' && features.some((other) => other.sort === sort) ? [i] : []))
    return same.length > 0 ? same : others.map((_, i) => i)
  },
  roams: ({ phases }) => phases.includes('postponed'),
  related: (a, b) => a.features.phases.includes('postponed') || b.features.phases.includes('postponed'),
  /** A visit that was put off is the next one of the same people to the same host. */
  chain: (clusters) => {
    const happened = clusters.map(({ features }) => features.some(({ phases }) => phases.includes('happened') || phases.includes('ended')))
    return clusters.flatMap(({ features, moment }, from) => {
      if (happened[from] || !features.some(({ phases }) => phases.includes('postponed'))) return []
      const later = clusters
        .map((cluster, to) => ({ to, after: daysAfter(moment, cluster.moment) }))
        .filter(({ to, after }) => to !== from && happened[to] && after !== null && after <= longestDelay)
        .sort((a, b) => (a.after as number) - (b.after as number) || a.to - b.to)
      const [next] = later
      return next
        ? [
            {
              from,
              to: next.to,
              rule: 'identity/visit/postponed',
              says: 'the visit was put off, and this is the next one of the same visitor to the same host',
            },
          ]
        : []
    })
  },
}

/** A year and a half. */
const longestDelay = 558

const areInConflict = (a: string, b: string): boolean => a !== b && ((a === 'private' && isFormal(b)) || (b === 'private' && isFormal(a)))

const isFormal = (sort: string): boolean => sort === 'state' || sort === 'official' || sort === 'working'

/** How many days the second begins after the first; null when it does not, or nobody can say. */
const daysAfter = (
  first: { years: readonly number[] | null; from: number | null },
  second: { years: readonly number[] | null; from: number | null },
): number | null => {
  if (first.from === null || second.from === null) return null
  if (first.years === null || second.years === null) return (second.from - first.from + 372) % 372
  const gaps = first.years
    .flatMap((x) => (second.years as number[]).map((y) => (y - x) * 372 + (second.from as number) - (first.from as number)))
    .filter((gap) => gap >= 0)
  return gaps.length > 0 ? Math.min(...gaps) : null
}
