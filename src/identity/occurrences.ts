import type { EngagementKind } from '../kernel/ids.ts'
import { createBlocks } from './blocks.ts'
import { type Cluster, clustersOf, type Profile } from './clusters.ts'
import type { Edge } from './group.ts'
import type { Groups } from './groups.ts'
import { type Moment, signatureOf } from './moment.ts'
import type { Report } from './report.ts'

/** A report with what the resolver knows beside it: who its people are, and when it puts the engagement. */
export interface Told {
  readonly report: Report
  readonly moment: Moment
  /** Canonical ids of its people, in the order of the report; `?role.CC` for an office holder nobody names. */
  readonly people: readonly string[]
  /** Countries of those people, in the same order. */
  readonly countries: readonly (string | undefined)[]
  /** The country in which it took place, where the document tells of a visit during which it did. */
  readonly where?: string
}

/** How reports of one kind of engagement are known to be of one. Small values: the engine never imports them. */
export interface OccurrenceRule<Features> {
  readonly kind: EngagementKind
  readonly id: string
  /** Reports are compared only with those that share a key: the same people and host. */
  keys(told: Told): readonly string[]
  /** What is compared besides the date. Equal features make equal profiles. */
  features(told: Told): Features
  readonly tolerance: number
  fits(a: Features, b: Features): boolean
  /** Of several that fit, those that fit better. */
  prefer?(one: Features, others: readonly (readonly Features[])[]): readonly number[]
  /** Clusters that are one although their dates differ, by index, with the reason. */
  chain?(clusters: readonly { readonly features: readonly Features[]; readonly moment: Moment }[]): readonly Chained[]
  readonly says: string
}

export interface Chained {
  readonly from: number
  readonly to: number
  readonly rule: string
  readonly says: string
}

export interface Ambiguous {
  readonly report: string
  /** One report of each engagement that it fits. */
  readonly fits: readonly string[]
}

export interface Occurrences {
  put(id: string, told: Told | null): void
  /** Brings the groups up to date. */
  settle(): void
  ambiguous(): Iterable<Ambiguous>
}

type Held<Features> = Profile & { readonly block: string; readonly features: Features }
interface Resolved<Features> {
  readonly edges: readonly Edge[]
  readonly loose: readonly { readonly profile: string; readonly fits: readonly Cluster<Held<Features>>[] }[]
}

/**
 * Reports of one kind, block by block. Equal reports of a block are one profile, so that a block grows with what is
 * said of its people and host, not with how often it is said.
 */
export const createOccurrences = <Features>(rule: OccurrenceRule<Features>, groups: Groups): Occurrences => {
  const placed = new Map<string, readonly string[]>()
  const reports = new Map<string, Set<string>>()
  const loose = new Map<string, readonly string[][]>()

  const blocks = createBlocks<Held<Features>, Resolved<Features>>({
    keys: ({ block }) => [block],
    resolve: (profiles) => resolveBlock(profiles, rule),
  })
  const attach = (report: string, profile: string): Edge => ({ a: report, b: `~${profile}`, strength: 0.9, rule: rule.id, says: rule.says })

  const enter = (report: string, profile: string, block: string, features: Features, moment: Moment) => {
    const known = reports.get(profile)
    if (known) known.add(report)
    else {
      reports.set(profile, new Set([report]))
      blocks.put(profile, { key: profile, block, features, moment })
    }
    if (!loose.has(profile)) groups.link(attach(report, profile))
  }
  const leave = (report: string, profile: string) => {
    const known = reports.get(profile)
    known?.delete(report)
    if (!loose.has(profile)) groups.unlink(attach(report, profile))
    if (known?.size === 0) {
      reports.delete(profile)
      blocks.put(profile, null)
    }
  }
  const setLoose = (profile: string, fits: readonly string[][] | null) => {
    const was = loose.has(profile)
    if (fits) loose.set(profile, fits)
    else loose.delete(profile)
    if (was === (fits !== null)) return
    for (const report of reports.get(profile) ?? []) {
      if (fits) groups.unlink(attach(report, profile))
      else groups.link(attach(report, profile))
    }
  }
  return {
    put(id, told) {
      const before = placed.get(id) ?? []
      const features = told && rule.features(told)
      const said = told ? `|${signatureOf(told.moment)}|${JSON.stringify(features)}` : ''
      const blocksNow = told ? [...new Set(rule.keys(told))].map((key) => `${rule.kind}|${key}`) : []
      const after = blocksNow.map((block) => `${block}${said}`)
      for (const profile of before) if (!after.includes(profile)) leave(id, profile)
      after.forEach((profile, i) => {
        if (told && !before.includes(profile)) enter(id, profile, blocksNow[i] as string, features as Features, told.moment)
      })
      if (after.length > 0) placed.set(id, after)
      else placed.delete(id)
    },
    settle() {
      blocks.settle((before, after) => {
        for (const edge of after?.edges ?? []) groups.link(edge)
        for (const edge of before?.edges ?? []) groups.unlink(edge)
        const now = new Map(
          (after?.loose ?? []).map(({ profile, fits }) => [profile, fits.map(({ profiles }) => profiles.map(({ key }) => key))]),
        )
        for (const { profile } of before?.loose ?? []) if (!now.has(profile)) setLoose(profile, null)
        for (const [profile, fits] of now) setLoose(profile, fits)
      })
    },
    *ambiguous() {
      for (const [profile, fits] of loose) {
        const candidates = fits
          .map((keys) => keys.flatMap((key) => [...(reports.get(key) ?? [])]).sort()[0])
          .filter((id) => id !== undefined)
        for (const report of reports.get(profile) ?? []) yield { report, fits: [...candidates].sort() }
      }
    },
  }
}

const resolveBlock = <Features>(profiles: readonly Held<Features>[], rule: OccurrenceRule<Features>): Resolved<Features> => {
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
  const chained = (
    rule.chain?.(clusters.map(({ profiles, moment }) => ({ features: profiles.map(({ features }) => features), moment }))) ?? []
  ).map(({ from, to, rule: id, says }) => ({
    a: hubOf(clusters[from] as Cluster<Held<Features>>),
    b: hubOf(clusters[to] as Cluster<Held<Features>>),
    strength: 0.7,
    rule: id,
    says,
  }))
  return {
    edges: [...edges, ...chained],
    loose: ambiguous.filter(({ profile }) => !inCluster.has(profile.key)).map(({ profile, fits }) => ({ profile: profile.key, fits })),
  }
}
