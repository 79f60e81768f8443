import type { Weights, WeightTable } from '../kernel/reading.ts'
import type { WeighedCues } from './weighed-cues.ts'

/** The decision on one engagement, over the cues of all its mentions, with the reasons that weighed most. */
export interface Decision {
  readonly status: string
  /** How far the winner is ahead, from 0 to 1. */
  readonly margin: number
  /** Worked out where it is asked for: most candidates are decided to be nothing. */
  because(): readonly string[]
}

/** Sums the weights of the cues for each status: a linear model, so that every decision can be shown. */
export const decide = (kind: string, cues: WeighedCues, weights: Weights, statuses: readonly string[]): Decision => {
  const table = weights[kind] ?? unweighed
  const sums: number[] = table.statuses.map(() => 0)
  for (const [cue, share] of cues) {
    const own = table.cues.get(cue)
    if (own) for (let i = 0; i < sums.length; i++) (sums[i] as number) += share * (own[i] as number)
  }
  const scores = statuses.map((status) => ({ status, score: sums[table.statuses.indexOf(status)] ?? 0 }))
  const [best, second] = scores.sort((a, b) => b.score - a.score) as [Score, Score | undefined]
  const margin = second ? 1 - 2 / (1 + Math.exp(best.score - second.score)) : 1
  return { status: best.status, margin, because: () => reasonsFor(best, second, cues, table) }
}

interface Score {
  readonly status: string
  readonly score: number
}

const unweighed: WeightTable = { statuses: [], cues: new Map() }

/** The cues that set the winner apart from the next, those that weigh most. */
const reasonsFor = (best: Score, second: Score | undefined, cues: WeighedCues, { statuses, cues: weights }: WeightTable): string[] => {
  const weightOf = (cue: string, score: Score | undefined): number => weights.get(cue)?.[statuses.indexOf(score?.status ?? '')] ?? 0
  const reasons = [...cues]
    .map(([cue, share]) => ({ cue, weight: share * (weightOf(cue, best) - weightOf(cue, second)) }))
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.cue < b.cue ? -1 : 1))
    .slice(0, 6)
    .map(({ cue, weight }) => `${cue} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
  return [`${best.status}: ${reasons.join(', ')}`]
}
