import type { Weights } from '../kernel/reading.ts'

/** The decision on one engagement, over the cues of all its mentions, with the reasons that weighed most. */
export interface Decision {
  readonly status: string
  /** How far the winner is ahead, from 0 to 1. */
  readonly margin: number
  readonly because: readonly string[]
}

/** Sums the weights of the cues for each status: a linear model, so that every decision can be shown. */
export const decide = (kind: string, cues: readonly string[], weights: Weights, statuses: readonly string[]): Decision => {
  const table = weights[kind] ?? {}
  const scores = statuses.map((status) => ({ status, score: cues.reduce((sum, cue) => sum + (table[cue]?.[status] ?? 0), 0) }))
  const [best, second] = [...scores].sort((a, b) => b.score - a.score) as [
    { status: string; score: number },
    { status: string; score: number } | undefined,
  ]
  const margin = second ? 1 - 2 / (1 + Math.exp(best.score - second.score)) : 1
  const because = cues
    .map((cue) => ({ cue, weight: (table[cue]?.[best.status] ?? 0) - (second ? (table[cue]?.[second.status] ?? 0) : 0) }))
    .filter(({ weight }) => Math.abs(weight) >= 0.05)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.cue < b.cue ? -1 : 1))
    .slice(0, 6)
    .map(({ cue, weight }) => `${cue} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`)
  return { status: best.status, margin, because: [`${best.status}: ${because.join(', ')}`] }
}
