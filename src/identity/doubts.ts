import { type Finding, finding } from '../kernel/finding.ts'
import type { Group } from './group.ts'
import type { Ambiguous } from './occurrences.ts'
import type { PeopleResult } from './people.ts'
import { mentionsOf } from './read.ts'
import type { Report } from './report.ts'
import type { World } from './world.ts'

/** A doubt about identity, and the ids that it is about. */
export interface IdentityFinding extends Finding {
  readonly of: readonly string[]
}

export const doubt = (code: Finding['code'], says: string, of: readonly string[]): IdentityFinding => ({
  ...finding(code, undefined, says),
  of,
})

/** Who and what, among all documents, fits several or lies where the gazetteer ends. */
export const doubtsIn = (world: World): IdentityFinding[] => [
  ...[...world.peopleResults()].flatMap(aboutPeople),
  ...[...world.occurrences.values()].flatMap((kind) => [...kind.ambiguous()].map(aboutEngagement)),
]

/** The same for what one document tells of, and where it disagrees with others; costs what the document has. */
export const doubtsAbout = (world: World, stream: string): IdentityFinding[] => {
  const read = world.read(stream)
  if (!read) return []
  const people = new Set(mentionsOf(read).map(({ mention }) => mention.id))
  return [
    ...[...people].flatMap((id) => [...world.resultsAbout(id)].flatMap(aboutPeople).filter(({ of: [person] }) => person === id)),
    ...read.reports.flatMap(({ kind, id }) => [...(world.occurrences.get(kind)?.ambiguousAbout(id) ?? [])].map(aboutEngagement)),
    ...read.reports.flatMap((report) => {
      const group = world.engagements.groupOf(report.id)
      return group.members.size > mostReports ? [] : conflictsIn(world, group, report)
    }),
  ]
}

/** Of an engagement told in more reports than this, one more disagreement is no news. */
const mostReports = 500

const aboutPeople = ({ ambiguous, uncovered }: PeopleResult): IdentityFinding[] => [
  ...ambiguous.map(({ person, fits }) => doubt('ambiguous-person', `${person} fits ${fits.join(' and ')}`, [person, ...fits])),
  ...uncovered.map(({ person, role, country }) =>
    doubt('outside-coverage', `the gazetteer does not cover ${role} of ${country} at this time`, [person]),
  ),
]

const aboutEngagement = ({ report, fits }: Ambiguous): IdentityFinding =>
  doubt('ambiguous-engagement', `${report} fits ${fits.length} engagements: ${fits.slice(0, 5).join(', ')}`, [report, ...fits])

/** One engagement, told with different days or numbers; with `by`, only where that report gives one of them. */
export const conflictsIn = (world: World, { members }: Group, by?: Report): IdentityFinding[] => {
  if (members.size < 2) return []
  const happened = [...members]
    .sort()
    .flatMap((id) => world.report(id)?.report ?? [])
    .filter(isTold)
  return (['start', 'end', 'date', 'count'] as const).flatMap((field) => {
    if (by && !(isTold(by) && told(by, field) !== '')) return []
    const values = new Map<string, string>()
    for (const report of happened) {
      const value = told(report, field)
      if (value !== '' && !values.has(value)) values.set(value, report.id)
    }
    return values.size < 2
      ? []
      : [doubt('conflicting-reports', `${field}: ${[...values.keys()].sort().join(' or ')}`, [...values.values()].sort())]
  })
}

const isTold = ({ phases }: Report): boolean => phases.has('happened') || phases.has('ended')

const told = (report: Report, field: 'start' | 'end' | 'date' | 'count'): string =>
  field === 'count' ? (report.count ?? '').toString() : (/\d\d-\d\d$/.exec(report.dates[field] ?? '')?.[0] ?? '')
