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
  /** Profiles that fit more than one cluster, and were put into the one that is by far the most told: a link with a doubt. */
  readonly leaning: readonly Leaning<P>[]
}

export interface Leaning<P extends Profile> {
  readonly profile: P
  readonly to: Cluster<P>
  readonly fits: readonly Cluster<P>[]
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
  const leaning: Leaning<P>[] = []
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
    for (const unit of isVague ? unitsOf(leftOver, rule) : unitsOf(leftOver, rule).flatMap((whole) => rescued(whole, standing))) {
      const fitting = isVague ? [] : best(unit, standing, rule)
      const only = onlyOf(fitting)
      if (only) take(only, unit, fitting)
      else if (fitting.length === 0) clusters.push(unit)
      else {
        for (const profile of unit.profiles) ambiguous.push({ profile, fits: fitting })
        // Reports that give the same day are of one engagement, whichever of the candidates it is.
        if (unit.moment.precision === 'day') clusters.push(unit)
      }
    }
  }
  return { clusters, ambiguous, leaning }

  function take(to: Cluster<P>, unit: Cluster<P>, fits: readonly Cluster<P>[]): void {
    to.profiles.push(...unit.profiles)
    // What gives no day of its own adds nothing to the days of the cluster.
    if (isStated(unit.moment) || unit.moment.precision === 'year') to.moment = joined(to.moment, unit.moment)
    if (fits.length > 1) for (const profile of unit.profiles) leaning.push({ profile, to, fits })
  }

  /** One wrong year in a unit must not keep its others away: when it fits nothing as a whole, those that fit one cluster join it. */
  function rescued(unit: Cluster<P>, standing: readonly Cluster<P>[]): readonly Cluster<P>[] {
    if (unit.profiles.length < 2 || best(unit, standing, rule).length > 0) return [unit]
    const alone = unit.profiles.filter((profile) => {
      const [only, ...others] = best({ profiles: [profile], moment: profile.moment }, standing, rule)
      if (!only || others.length > 0) return true
      take(only, { profiles: [profile], moment: profile.moment }, [only])
      return false
    })
    return alone.length < unit.profiles.length ? unitsOf(alone, rule) : [unit]
  }

  /** Whether the profile has been dealt with: it joined a cluster, or fits several. */
  function joinsOne(profile: P): boolean {
    const alone = { profiles: [profile], moment: profile.moment }
    const fitting = best(alone, clusters, rule)
    const only = onlyOf(fitting)
    if (only) take(only, alone, fitting)
    else if (fitting.length > 0) ambiguous.push({ profile, fits: fitting })
    return fitting.length > 0
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
  return preferred.length > 0 ? preferred : narrowed
}

/**
 * The only cluster that fits; else the one that is corroborated while no other is: day or month of it are told in at
 * least three ways, and in three times as many as of any other. What is left unsaid is what everybody knows, and a day
 * that one report gives is as likely a slip as another engagement. Reports that give no date add nothing to the count,
 * so that it is the same whichever of them is looked at first.
 */
const onlyOf = <P extends Profile>(clusters: readonly Cluster<P>[]): Cluster<P> | undefined => {
  if (clusters.length < 2) return clusters[0]
  const ways = clusters.map(waysOf)
  const [most = 0, next = 0] = [...ways].sort((a, b) => b - a)
  return most >= fewestWays && most >= timesNext * next ? clusters[ways.indexOf(most)] : undefined
}
const fewestWays = 3
const timesNext = 3

/** In how many ways the day or month of an engagement is told. */
export const waysOf = ({ profiles }: Cluster<Profile>): number => profiles.filter(({ moment }) => isStated(moment)).length

const isNear = (a: Moment, b: Moment, { tolerance }: { tolerance: number }): boolean => {
  const apart = distance(a, b)
  return apart !== null && apart <= (isStated(a) && isStated(b) ? tolerance : Math.min(tolerance, 1))
}

const isStated = ({ precision }: Moment): boolean => precision === 'day' || precision === 'month'
