import { type Finding, finding } from '../kernel/finding.ts'
import type { Group } from './group.ts'
import type { Ambiguous } from './occurrences.ts'
import type { PeopleResult } from './people.ts'
import { mentionsOf } from './read.ts'
import type { Report } from './report.ts'
import type { World } from './world.ts'

/** A doubt about identity: `of` are the ids that it is about, `about` the same as data, so that a face can say it with names and dates. */
export interface IdentityFinding extends Finding {
  readonly of: readonly string[]
  readonly about: Doubted
}

/** What is doubted. */
export type Doubted =
  /** A name or title that fits several people. */
  | { readonly what: 'person'; readonly person: string; readonly candidates: readonly string[] }
  /** An office whose holders the gazetteer does not know at the time. */
  | { readonly what: 'coverage'; readonly person: string; readonly role: string; readonly country: string }
  /** A report that fits several engagements; `isHeld`: it was put into the one that is told most. */
  | { readonly what: 'engagement'; readonly report: string; readonly candidates: readonly string[]; readonly isHeld: boolean }
  /** One engagement, told with different values: each with a report that gives it. */
  | { readonly what: 'value'; readonly field: string; readonly values: readonly { readonly value: string; readonly report: string }[] }
  /** A total that is larger than what is named of it. */
  | { readonly what: 'total'; readonly whole: string; readonly total: number; readonly named: number }

export const doubt = (code: Finding['code'], says: string, of: readonly string[], about: Doubted): IdentityFinding => ({
  ...finding(code, undefined, says),
  of,
  about,
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
  ...ambiguous.map(({ person, fits }) =>
    doubt('ambiguous-person', `${person} fits ${fits.join(' and ')}`, [person, ...fits], { what: 'person', person, candidates: fits }),
  ),
  ...uncovered.map(({ person, role, country }) =>
    doubt('outside-coverage', `the gazetteer does not cover ${role} of ${country} at this time`, [person], {
      what: 'coverage',
      person,
      role,
      country,
    }),
  ),
]

const aboutEngagement = ({ report, fits, isHeld }: Ambiguous): IdentityFinding =>
  doubt(
    'ambiguous-engagement',
    `${report} fits ${fits.length} engagements${isHeld ? ', and is held to be of the one that is told most' : ''}: ${fits.slice(0, 5).join(', ')}`,
    [report, ...fits],
    { what: 'engagement', report, candidates: fits, isHeld },
  )

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
      : [
          doubt('conflicting-reports', `${field}: ${[...values.keys()].sort().join(' or ')}`, [...values.values()].sort(), {
            what: 'value',
            field,
            values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, report]) => ({ value, report })),
          }),
        ]
  })
}

const isTold = ({ phases }: Report): boolean => phases.has('happened') || phases.has('ended')

/** Of a date the day within its year; a bare month (`2019-04`) says less than a day, and disagrees with none. */
const told = (report: Report, field: 'start' | 'end' | 'date' | 'count'): string =>
  field === 'count' ? (report.count ?? '').toString() : (/(?:\d{4}|XXXX)-(\d\d-\d\d)$/.exec(report.dates[field] ?? '')?.[1] ?? '')
