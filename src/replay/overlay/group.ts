/** Ids that stand for one another; `canonical` stands for all of them. */
export interface Group {
  canonical: string
  readonly members: string[]
  /** The gazetteer's id, when a decision named one; the smallest when several did. */
  preferred: string | undefined
  /** A decision keeps some member apart from another id: growing needs a look at all decisions. */
  readonly parted: boolean
}

export const groupOfOne = (id: string, parted: boolean): Group => ({ canonical: id, members: [id], preferred: undefined, parted })

/** The id that stands for groups that become one: the gazetteer's where one is named, else the smallest member. */
export const standsFor = (
  groups: readonly Group[],
  preferred: string | undefined,
): { canonical: string; preferred: string | undefined } => {
  const named = [preferred, ...groups.map((group) => group.preferred)].filter((id) => id !== undefined)
  if (named.length > 0) return { canonical: smallest(named), preferred: smallest(named) }
  return { canonical: smallest(groups.map(({ canonical }) => canonical)), preferred: undefined }
}

const smallest = (ids: readonly string[]): string => ids.reduce((a, b) => (b < a ? b : a))
