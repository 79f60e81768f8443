import type { Mention } from './document.ts'
import type { Edge } from './group.ts'
import type { Groups } from './groups.ts'
import type { Read } from './read.ts'
import type { Report } from './report.ts'

/** Engagements told in more reports than this are not searched: somebody named the holder long before. */
const mostReports = 500

/** Office holders whom a document never names, named by another report of the same engagement. */
export interface Holders {
  /** Looks again at the groups of these reports. */
  look(ids: Iterable<string>): void
  /** A report is gone, and with it those whom it did not name. */
  drop(report: Report): void
}

/**
 * `people` says who is one by name and tenure, `persons` gets what is found here. They are apart because engagements
 * are compared by `people`: what follows from an engagement never feeds back into it.
 */
export const createHolders = (
  people: Groups,
  persons: Groups,
  engagements: Groups,
  reportAt: (id: string) => { report: Report; read: Read } | undefined,
): Holders => {
  const found = new Map<string, Edge>()

  const set = (id: string, edge: Edge | null) => {
    const before = found.get(id)
    if (before?.b === edge?.b) return
    if (before) persons.unlink(before)
    if (edge) {
      persons.link(edge)
      found.set(id, edge)
    } else found.delete(id)
  }
  const isUnknown = (id: string): boolean => {
    const group = people.groupOf(id)
    return group.members.size === 1 && group.anchor === null
  }
  const namedIn = (reports: readonly Report[], { role, country, office }: Mention): string[] => {
    const ids = reports.flatMap((report) =>
      report.people
        .filter((one) => one.name !== null && one.role === role && one.country === country && areOfOneChamber(one.office, office))
        .map(({ id }) => id),
    )
    const byPerson = new Map([...ids].sort().map((id) => [people.groupOf(id).least, id]))
    return [...byPerson.values()]
  }
  return {
    look(ids) {
      const seen = new Set<string>()
      for (const id of ids) {
        const group = engagements.groupOf(id)
        if (seen.has(group.least)) continue
        seen.add(group.least)
        const reports = group.members.size > mostReports ? [] : [...group.members].flatMap((member) => reportAt(member)?.report ?? [])
        for (const report of reports)
          for (const mention of report.people) {
            const { id: unnamed, name, role, country, number } = mention
            if (name !== null || number === 'group') continue
            const named =
              !role || !country || role === 'other' || !isUnknown(unnamed)
                ? []
                : namedIn(
                    reports.filter((other) => other !== report),
                    mention,
                  )
            const [only] = named
            set(
              unnamed,
              only !== undefined && named.length === 1
                ? {
                    a: unnamed,
                    b: only,
                    strength: 0.75,
                    rule: 'identity/person/same-engagement',
                    says: 'another report of the same engagement names the holder of this office',
                  }
                : null,
            )
          }
      }
    },
    drop({ people: mentions }) {
      for (const { id, name } of mentions) if (name === null) set(id, null)
    },
  }
}

/** Two chambers of one parliament have a speaker each, and both offices are one role. */
const areOfOneChamber = (a: string | undefined, b: string | undefined): boolean => {
  const [x, y] = [chamberOf(a), chamberOf(b)]
  return x === null || y === null || x === y
}

const chamberOf = (office: string | undefined): string | null =>
  office === undefined ? null : (/thượng viện|hạ viện/.exec(office.normalize('NFC').toLowerCase())?.[0] ?? null)
