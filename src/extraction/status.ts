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
  cues.forEach((share, cue) => {
    const own = table.cues.get(cue)
    if (own) for (let i = 0; i < sums.length; i++) (sums[i] as number) += share * (own[i] as number)
  })
  const [best, second] = firstTwo(statuses.map((status) => ({ status, score: sums[table.statuses.indexOf(status)] ?? 0 })))
  const margin = second ? 1 - 2 / (1 + Math.exp(best.score - second.score)) : 1
  return { status: best.status, margin, because: () => reasonsFor(best, second, cues, table) }
}

interface Score {
  readonly status: string
  readonly score: number
}

/** The two that are ahead; of equals the one that stands first. */
const firstTwo = (scores: readonly Score[]): [Score, Score | undefined] => {
  let [best, second]: [Score | undefined, Score | undefined] = [undefined, undefined]
  for (const score of scores)
    if (!best || score.score > best.score) [best, second] = [score, best]
    else if (!second || score.score > second.score) second = score
  return [best as Score, second]
}

const unweighed: WeightTable = { statuses: [], cues: new Map() }

/** The cues that set the winner apart from the next, those that weigh most. */
const reasonsFor = (best: Score, second: Score | undefined, cues: WeighedCues, { statuses, cues: weights }: WeightTable): string[] => {
  const [winner, next] = [statuses.indexOf(best.status), statuses.indexOf(second?.status ?? '')]
  const told: { readonly cue: string; readonly weight: number }[] = []
  cues.forEach((share, cue) => {
    const own = weights.get(cue)
    const weight = own ? share * ((own[winner] ?? 0) - (own[next] ?? 0)) : 0
    if (Math.abs(weight) >= 0.05) told.push({ cue, weight })
  })
  const reasons = told
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.cue < b.cue ? -1 : 1))
    .slice(0, 6)
    .map(({ cue, weight }) => `${cue} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
  return [`${best.status}: ${reasons.join(', ')}`]
}
