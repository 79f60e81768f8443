import { distance, isDated, joined, type Moment, rank } from './moment.ts'

/** Reports that say the same of one engagement, seen as one: the more a leader is reported, the more of them are equal. */
export interface Profile {
  readonly key: string
  readonly moment: Moment
}

export interface Cluster<P extends Profile> {
  readonly profiles: P[]
  moment: Moment
}

export interface Clustering<P extends Profile> {
  readonly clusters: readonly Cluster<P>[]
  /** Profiles that fit more than one cluster and so were put into none. */
  readonly ambiguous: readonly { readonly profile: P; readonly fits: readonly Cluster<P>[] }[]
}

export interface ClusterRule<P extends Profile> {
  /** Days that two reports of one engagement may lie apart. */
  readonly tolerance: number
  /** Whether, dates aside, the two can be reports of one engagement. */
  fits(a: P, b: P): boolean
  /** Of clusters that fit, those that fit better: when it leaves one, that is the one. */
  prefer?(profile: P, clusters: readonly Cluster<P>[]): readonly Cluster<P>[]
}

/**
 * Clusters profiles of one block, the surest dates first: whole dates make the clusters, dates without a year or day
 * join the only cluster that fits, and what fits several stays alone. Depends on the set of profiles only.
 */
export const clustersOf = <P extends Profile>(profiles: readonly P[], rule: ClusterRule<P>): Clustering<P> => {
  const clusters: Cluster<P>[] = []
  const ambiguous: { profile: P; fits: readonly Cluster<P>[] }[] = []
  const levels = new Map<number, P[]>()
  for (const profile of [...profiles].sort(byDate)) {
    const level = levelOf(profile.moment)
    const list = levels.get(level)
    if (list) list.push(profile)
    else levels.set(level, [profile])
  }
  for (const level of [...levels.keys()].sort((a, b) => a - b)) {
    const standing = clusters.slice()
    const all = levels.get(level) as P[]
    // What gives no day of its own joins what has one; only what finds nothing is compared with its like.
    const isVague = all.some(({ moment }) => moment.precision === 'near' || moment.precision === 'none')
    const leftOver = isVague ? all.filter((profile) => !joinsOne(profile)) : all
    for (const unit of unitsOf(leftOver, rule)) {
      const fitting = isVague ? [] : best(unit, standing, rule)
      const [only] = fitting
      if (only && fitting.length === 1) {
        only.profiles.push(...unit.profiles)
        only.moment = joined(only.moment, unit.moment)
      } else if (fitting.length === 0) clusters.push(unit)
      else {
        for (const profile of unit.profiles) ambiguous.push({ profile, fits: fitting })
        // Reports that give the same day are of one engagement, whichever of the candidates it is.
        if (unit.moment.precision === 'day') clusters.push(unit)
      }
    }
  }
  return { clusters, ambiguous }

  /** Whether the profile has been dealt with: it joined the only cluster that fits, or fits several. */
  function joinsOne(profile: P): boolean {
    const fitting = best({ profiles: [profile], moment: profile.moment }, clusters, rule)
    const [only] = fitting
    if (only && fitting.length === 1) only.profiles.push(profile)
    else if (only) ambiguous.push({ profile, fits: fitting })
    return only !== undefined
  }
}

/** Whole dates first, then days without a year, then what gives only a year, then what is not dated at all. */
const levelOf = (moment: Moment): number => (isDated(moment) && isStated(moment) ? 0 : 10) + rank[moment.precision]

const byDate = (a: Profile, b: Profile): number =>
  (a.moment.years?.[0] ?? 0) - (b.moment.years?.[0] ?? 0) ||
  (a.moment.from ?? -1) - (b.moment.from ?? -1) ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Profiles of one level that fit one another. */
const unitsOf = <P extends Profile>(profiles: readonly P[], rule: ClusterRule<P>): Cluster<P>[] => {
  const units: Cluster<P>[] = []
  for (const profile of profiles) {
    const fitting = units.filter(
      (unit) => isNear(unit.moment, profile.moment, rule) && unit.profiles.every((other) => rule.fits(other, profile)),
    )
    const unit = fitting.length > 1 ? (rule.prefer?.(profile, fitting)[0] ?? fitting[0]) : fitting[0]
    if (!unit) units.push({ profiles: [profile], moment: profile.moment })
    else {
      unit.profiles.push(profile)
      unit.moment = joined(unit.moment, profile.moment)
    }
  }
  return units
}

const best = <P extends Profile>(unit: Cluster<P>, clusters: readonly Cluster<P>[], rule: ClusterRule<P>): readonly Cluster<P>[] => {
  const fitting = clusters.filter(
    (cluster) => isNear(cluster.moment, unit.moment, rule) && cluster.profiles.every((a) => unit.profiles.every((b) => rule.fits(a, b))),
  )
  if (fitting.length < 2) return fitting
  // A cluster whose own days agree fits better than one of which no day is known.
  const dated = unit.moment.from === null ? [] : fitting.filter(({ moment }) => moment.from !== null)
  const narrowed = dated.length > 0 ? dated : fitting
  if (narrowed.length < 2) return narrowed
  const preferred = rule.prefer?.(unit.profiles[0] as P, narrowed) ?? narrowed
  return outstanding(preferred.length > 0 ? preferred : narrowed)
}

/** What is left unsaid is what everybody knows: of engagements that fit, the one told in far more ways than all others. */
const outstanding = <P extends Profile>(clusters: readonly Cluster<P>[]): readonly Cluster<P>[] => {
  const ways = clusters.map(({ profiles }) => profiles.length)
  const most = Math.max(...ways)
  const others = ways.reduce((sum, count) => sum + count, 0) - most
  return clusters.length > 1 && most >= fewestWays && most >= timesOthers * others ? [clusters[ways.indexOf(most)] as Cluster<P>] : clusters
}
const fewestWays = 4
const timesOthers = 3

const isNear = (a: Moment, b: Moment, { tolerance }: { tolerance: number }): boolean => {
  const apart = distance(a, b)
  return apart !== null && apart <= (isStated(a) && isStated(b) ? tolerance : Math.min(tolerance, 1))
}

const isStated = ({ precision }: Moment): boolean => precision === 'day' || precision === 'month'
