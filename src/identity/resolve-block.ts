import { type Cluster, clustersOf, type Leaning, type Profile, waysOf } from './clusters.ts'
import type { Edge } from './group.ts'
import { mayBeNear, monthsNear } from './moment.ts'
import type { OccurrenceRule } from './occurrence-rule.ts'

/** What equal reports of a block have in common. */
export type Held<Features> = Profile & { readonly block: string; readonly features: Features }

/** What is one within a block, as edges between ties; and what fits several. */
export interface Resolved {
  readonly edges: readonly Edge[]
  readonly ambiguous: readonly Doubtful[]
  readonly parts: readonly { readonly part: string; readonly whole: string }[]
}

/** A profile that fits several clusters. */
export interface Doubtful {
  readonly profile: string
  readonly fits: readonly (readonly string[])[]
  /** `loose`: in none at all, so that not even equal reports are held to be one; `leaning`: in the one that is told most. */
  readonly held: 'loose' | 'leaning' | 'apart'
}

/** Whether one of the two can change what becomes of the other. */
export const bearOnEachOther = <Features>(a: Held<Features>, b: Held<Features>, rule: OccurrenceRule<Features>): boolean =>
  (mayBeNear(a.moment, b.moment, rule.tolerance) && rule.fits(a.features, b.features)) || rule.related?.(a, b) === true

/** The months in which it can bear on another; null: in any. */
export const bandsOf = <Features>({ moment, features }: Held<Features>, rule: OccurrenceRule<Features>): readonly number[] | null =>
  rule.roams?.(features) ? null : monthsNear(moment, rule.tolerance)

export const resolveBlock = <Features>(profiles: readonly Held<Features>[], rule: OccurrenceRule<Features>): Resolved => {
  const { clusters, ambiguous, leaning } = clustersOf<Held<Features>>(profiles, {
    tolerance: rule.tolerance,
    fits: (a, b) => rule.fits(a.features, b.features),
    ...(rule.prefer
      ? {
          prefer: (profile, list) =>
            (
              rule.prefer?.(
                profile.features,
                list.map((cluster) => cluster.profiles.map(({ features }) => features)),
              ) ?? []
            ).map((i) => list[i] as Cluster<Held<Features>>),
        }
      : {}),
  })
  const leanings = new Map(leaning.map((one) => [one.profile.key, one]))
  // Only one that surely belongs holds the others: what merely leans on them must not stand between them.
  const hubOf = ({ profiles }: Cluster<Held<Features>>) =>
    `~${
      profiles
        .map(({ key }) => key)
        .filter((key) => !leanings.has(key))
        .sort()[0]
    }`
  const edges = clusters.flatMap((cluster) => {
    const hub = hubOf(cluster)
    const held = ({ key }: Held<Features>): Edge => {
      const lean = leanings.get(key)
      return lean ? mostTold(rule, lean, hub) : { a: hub, b: `~${key}`, strength: 0.8, rule: rule.id, says: rule.says }
    }
    return cluster.profiles
      .map(held)
      .filter(({ b }) => b !== hub)
      .sort((x, y) => (x.b < y.b ? -1 : 1))
  })
  const inCluster = new Set(clusters.flatMap(({ profiles }) => profiles.map(({ key }) => key)))
  const seen = clusters.map(({ profiles: of, moment }) => ({ features: of.map(({ features }) => features), moment }))
  const hub = (i: number): string => hubOf(clusters[i] as Cluster<Held<Features>>)
  const chained = (rule.chain?.(seen) ?? []).map(({ from, to, rule: id, says }) => ({
    a: hub(from),
    b: hub(to),
    strength: 0.7,
    rule: id,
    says,
  }))
  const parts = (rule.parts?.(seen) ?? []).map(({ part, whole }) => ({ part: hub(part), whole: hub(whole) }))
  return {
    parts,
    edges: [...edges, ...chained],
    ambiguous: [...ambiguous, ...leaning].map(({ profile, fits }) => ({
      profile: profile.key,
      fits: fits.map(({ profiles: of }) => of.map(({ key }) => key)),
      held: leanings.has(profile.key) ? 'leaning' : inCluster.has(profile.key) ? 'apart' : 'loose',
    })),
  }
}

/** A link with a doubt: the report fits several, and is held to be of the one that is told most. */
const mostTold = <Features>(rule: OccurrenceRule<Features>, { profile, to, fits }: Leaning<Held<Features>>, hub: string): Edge => {
  const others = fits.filter((cluster) => cluster !== to)
  const most = Math.max(...others.map(waysOf))
  return {
    a: hub,
    b: `~${profile.key}`,
    strength: 0.4,
    rule: `identity/${rule.kind}/${mostToldRule}`,
    says: `of ${fits.length} that it fits, the day of this one is told in ${waysOf(to)} ways, that of each other in at most ${most}`,
  }
}

/** The rule whose links are doubtful. */
export const mostToldRule = 'most-told'
