import type { Edge } from './group.ts'
import type { Groups } from './groups.ts'
import { type Moment, signatureOf } from './moment.ts'
import type { OccurrenceRule, Told } from './occurrence-rule.ts'
import { createPieces } from './pieces.ts'
import { bandsOf, bearOnEachOther, type Held, type Resolved, resolveBlock } from './resolve-block.ts'

/** A report that fits several engagements: it was put into none, or with a doubt into the one that is told most. */
export interface Ambiguous {
  readonly report: string
  readonly isHeld: boolean
  /** One report of each engagement that it fits. */
  readonly fits: readonly string[]
}

/** Ties that are parts of others, seen from both sides. */
export interface PartTies {
  readonly wholesOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly partsOf: ReadonlyMap<string, ReadonlySet<string>>
}

export interface Occurrences {
  put(id: string, told: Told | null): void
  /** Brings the groups up to date. */
  settle(): void
  ambiguous(): Iterable<Ambiguous>
  ambiguousAbout(report: string): Iterable<Ambiguous>
  /** Whether the report fits several engagements and is held to be of the one that is told most. */
  leans(report: string): boolean
  /** When the reports behind a tie put their engagement. */
  momentOf(tie: string): Moment | undefined
  /** Pairs of nodes, a part and its whole; and those that came or went since the last call. */
  readonly parts: PartTies
  touchedParts(): ReadonlySet<string>
}

/**
 * Reports of one kind, block by block. Equal reports of a block are one profile, so that a block grows with what is
 * said of its people and host, not with how often it is said.
 */
export const createOccurrences = <Features>(rule: OccurrenceRule<Features>, groups: Groups): Occurrences => {
  const placed = new Map<string, readonly string[]>()
  const moments = new Map<string, Moment>()
  const wholesOf = new Map<string, Set<string>>()
  const partsOf = new Map<string, Set<string>>()
  let touchedParts = new Set<string>()
  const reports = new Map<string, Set<string>>()
  const loose = new Set<string>()
  const leaning = new Set<string>()
  const doubts = new Map<string, readonly (readonly string[])[]>()

  const blocks = createPieces<Held<Features>, Resolved>({
    blockOf: ({ block }) => block,
    bandsOf: (profile) => bandsOf(profile, rule),
    touches: (a, b) => bearOnEachOther(a, b, rule),
    resolve: (profiles) => resolveBlock(profiles, rule),
  })
  const attach = (report: string, profile: string): Edge => ({ a: report, b: `~${profile}`, strength: 0.9, rule: rule.id, says: rule.says })

  const enter = (report: string, profile: string, block: string, features: Features, moment: Moment) => {
    const known = reports.get(profile)
    if (known) known.add(report)
    else {
      reports.set(profile, new Set([report]))
      moments.set(`~${profile}`, moment)
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
      moments.delete(`~${profile}`)
      blocks.put(profile, null)
    }
  }
  /** One report of each engagement that a doubtful profile fits. */
  const candidates = (profile: string): string[] =>
    (doubts.get(profile) ?? []).flatMap((keys) => keys.flatMap((key) => [...(reports.get(key) ?? [])]).sort()[0] ?? []).sort()
  const ambiguousIn = (report: string, profile: string): Ambiguous => ({
    report,
    isHeld: leaning.has(profile),
    fits: candidates(profile),
  })
  const setLoose = (profile: string, isLoose: boolean) => {
    if (loose.has(profile) === isLoose) return
    if (isLoose) loose.add(profile)
    else loose.delete(profile)
    for (const report of reports.get(profile) ?? []) {
      if (isLoose) groups.unlink(attach(report, profile))
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
        for (const { part, whole } of before.flatMap(({ parts }) => parts)) {
          wholesOf.get(part)?.delete(whole)
          partsOf.get(whole)?.delete(part)
          touchedParts.add(part)
        }
        for (const { part, whole } of after.flatMap(({ parts }) => parts)) {
          wholesOf.set(part, (wholesOf.get(part) ?? new Set()).add(whole))
          partsOf.set(whole, (partsOf.get(whole) ?? new Set()).add(part))
          touchedParts.add(part)
        }
        for (const { edges } of after) for (const edge of edges) groups.link(edge)
        for (const { edges } of before) for (const edge of edges) groups.unlink(edge)
        const doubtful = after.flatMap(({ ambiguous }) => ambiguous)
        const stillLoose = new Set(doubtful.flatMap(({ profile, held }) => (held === 'loose' ? [profile] : [])))
        for (const { profile } of before.flatMap(({ ambiguous }) => ambiguous)) {
          doubts.delete(profile)
          leaning.delete(profile)
          if (!stillLoose.has(profile)) setLoose(profile, false)
        }
        for (const { profile, fits, held } of doubtful) {
          doubts.set(profile, fits)
          if (held === 'leaning') leaning.add(profile)
          if (held === 'loose') setLoose(profile, true)
        }
      })
    },
    momentOf: (tie) => moments.get(tie),
    parts: { wholesOf, partsOf },
    touchedParts() {
      const result = touchedParts
      touchedParts = new Set()
      return result
    },
    leans(report) {
      const profiles = placed.get(report) ?? []
      return profiles.length > 0 && profiles.every((profile) => leaning.has(profile))
    },
    *ambiguous() {
      for (const profile of doubts.keys()) for (const report of reports.get(profile) ?? []) yield ambiguousIn(report, profile)
    },
    *ambiguousAbout(report) {
      for (const profile of placed.get(report) ?? []) if (doubts.has(profile)) yield ambiguousIn(report, profile)
    },
  }
}
