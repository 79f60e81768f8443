/** One thing that is not as it was written. */
export interface Problem {
  /** A sentence: what is wrong, found and expected. */
  readonly says: string
  /** Relative to the ledger. */
  readonly file?: string
  /** Of the event. */
  readonly position?: number
  readonly found?: string
  readonly expected?: string
}

/** More of the same add nothing. */
const most = 100

export interface Problems {
  add(problem: Problem): void
  list(): Problem[]
}

export const problems = (): Problems => {
  const found: Problem[] = []
  return {
    add(problem) {
      if (found.length < most) found.push(problem)
    },
    list: () => found,
  }
}
