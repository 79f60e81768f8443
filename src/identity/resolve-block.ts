import { type Cluster, clustersOf, type Profile } from './clusters.ts'
import type { Edge } from './group.ts'
import { mayBeNear } from './moment.ts'
import type { OccurrenceRule } from './occurrence-rule.ts'

/** What equal reports of a block have in common. */
export type Held<Features> = Profile & { readonly block: string; readonly features: Features }

/** What is one within a block, as edges between ties; and what fits several. */
export interface Resolved {
  readonly edges: readonly Edge[]
  /** Profiles that fit several clusters; `loose`: in none at all, so that not even equal reports are held to be one. */
  readonly ambiguous: readonly { readonly profile: string; readonly fits: readonly (readonly string[])[]; readonly loose: boolean }[]
  readonly parts: readonly { readonly part: string; readonly whole: string }[]
}

/** Whether one of the two can change what becomes of the other. */
export const bearOnEachOther = <Features>(a: Held<Features>, b: Held<Features>, rule: OccurrenceRule<Features>): boolean =>
  (mayBeNear(a.moment, b.moment, rule.tolerance) && rule.fits(a.features, b.features)) || rule.related?.(a, b) === true

export const resolveBlock = <Features>(profiles: readonly Held<Features>[], rule: OccurrenceRule<Features>): Resolved => {
  const { clusters, ambiguous } = clustersOf<Held<Features>>(profiles, {
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
  const hubOf = ({ profiles }: Cluster<Held<Features>>) => `~${profiles.map(({ key }) => key).sort()[0]}`
  const edges = clusters.flatMap((cluster) => {
    const hub = hubOf(cluster)
    return cluster.profiles
      .map(({ key }) => `~${key}`)
      .filter((node) => node !== hub)
      .sort()
      .map((node) => ({ a: hub, b: node, strength: 0.8, rule: rule.id, says: rule.says }))
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
    ambiguous: ambiguous.map(({ profile, fits }) => ({
      profile: profile.key,
      fits: fits.map(({ profiles: of }) => of.map(({ key }) => key)),
      loose: !inCluster.has(profile.key),
    })),
  }
}
