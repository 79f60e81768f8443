import type { Weights } from '../kernel/reading.ts'
import type { WeighedCues } from './weighed-cues.ts'

/** The decision on one engagement, over the cues of all its mentions, with the reasons that weighed most. */
export interface Decision {
  readonly status: string
  /** How far the winner is ahead, from 0 to 1. */
  readonly margin: number
  readonly because: readonly string[]
}

/** Sums the weights of the cues for each status: a linear model, so that every decision can be shown. */
export const decide = (kind: string, cues: WeighedCues, weights: Weights, statuses: readonly string[]): Decision => {
  const weighed: { readonly cue: string; readonly share: number; readonly weights: ReadonlyMap<string, number> }[] = []
  for (const [cue, share] of cues) {
    const known = weights[kind]?.get(cue)
    if (known) weighed.push({ cue, share, weights: known })
  }
  const scores = statuses.map((status) => {
    let score = 0
    for (const { share, weights } of weighed) score += share * (weights.get(status) ?? 0)
    return { status, score }
  })
  const [best, second] = scores.sort((a, b) => b.score - a.score) as [
    { status: string; score: number },
    { status: string; score: number } | undefined,
  ]
  return {
    status: best.status,
    margin: second ? 1 - 2 / (1 + Math.exp(best.score - second.score)) : 1,
    // Worked out where it is asked for: most candidates are decided to be nothing.
    get because() {
      const reasons = weighed
        .map(({ cue, share, weights }) => ({
          cue,
          weight: share * ((weights.get(best.status) ?? 0) - (second ? (weights.get(second.status) ?? 0) : 0)),
        }))
        .filter(({ weight }) => Math.abs(weight) >= 0.05)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.cue < b.cue ? -1 : 1))
        .slice(0, 6)
        .map(({ cue, weight }) => `${cue} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
      return [`${best.status}: ${reasons.join(', ')}`]
    },
  }
}
