/** What people decided. It binds the machine: no rule joins what was set apart, and what was joined stays so. */
export interface Constraints {
  /** Ids of people, engagements or documents that are never one. */
  readonly apart: readonly (readonly [string, string])[]
  /** Ids that are one. */
  readonly together: readonly (readonly string[])[]
  /** In these documents the id means somebody else. */
  readonly named: readonly { readonly person: string; readonly documents: readonly string[]; readonly as: string }[]
}

export const noConstraints: Constraints = { apart: [], together: [], named: [] }

/** The constraints in the links and separations of people, given in the order of the log; only events in force. */
export const constraintsOf = (events: Iterable<{ readonly type: string; readonly data: unknown }>): Constraints => {
  const apart: [string, string][] = []
  const together: string[][] = []
  const named: { person: string; documents: string[]; as: string }[] = []
  for (const { type, data } of events) {
    const given = data as Readonly<Record<string, unknown>>
    if ((type === 'PeopleSeparated' || type === 'EngagementsSeparated') && 'a' in given) apart.push([given.a as string, given.b as string])
    else if (type === 'PeopleSeparated')
      named.push({ person: given.person as string, documents: given.documents as string[], as: given.as as string })
    else if (type === 'PeopleMerged') together.push(given.people as string[])
    else if (type === 'EngagementsMerged' && given.relation === 'same') together.push(given.engagements as string[])
    else if (type === 'DocumentsGrouped') together.push(given.documents as string[])
  }
  return { apart, together, named }
}
