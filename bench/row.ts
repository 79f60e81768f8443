/** One figure of a benchmark, beside what it is to be measured against in the same run. */
export interface Row {
  readonly figure: string
  /** Every run's value, in the order measured. */
  readonly values: readonly number[]
  readonly unit: string
  /** What `values` stand beside: the figure of another row, or a plain way of doing the same. */
  readonly beside?: { readonly figure: string; readonly values: readonly number[] }
  /** Facts that a reader needs: sizes, counts. */
  readonly remark?: string
}

/** A benchmark module exports this. */
export type Bench = () => Promise<Row[]>

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Runs two ways of doing the same by turns, so that a noisy machine disturbs both alike. */
export const byTurns = async <Result>(
  times: number,
  first: () => Promise<Result>,
  second: () => Promise<Result>,
): Promise<readonly [Result[], Result[]]> => {
  const [one, two]: [Result[], Result[]] = [[], []]
  for (let turn = 0; turn < times; turn++) {
    if (turn % 2) two.push(await second())
    one.push(await first())
    if (turn % 2 === 0) two.push(await second())
  }
  return [one, two]
}

export const secondsOf = async (work: () => Promise<unknown> | unknown): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}
