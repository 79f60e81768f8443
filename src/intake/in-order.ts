/**
 * Runs `work` on up to `limit()` inputs at once (the limit may grow) and yields the results in the order of the inputs. Reads no input before
 * there is room for it, so that memory is bounded whatever the input. A rejected piece of work rejects the iteration
 * at its place; when the consumer stops early, what is under way is awaited and its result dropped.
 */
export async function* inOrder<Input, Output>(
  inputs: AsyncIterable<Input>,
  work: (input: Input) => Promise<Output>,
  limit: () => number,
): AsyncGenerator<Output> {
  const underWay: Promise<Output>[] = []
  try {
    for await (const input of inputs) {
      const result = work(input)
      result.catch(() => {}) // A rejection is told at its place in the order, not as an unhandled one before.
      underWay.push(result)
      if (underWay.length >= limit()) yield await (underWay.shift() as Promise<Output>)
    }
    while (underWay.length > 0) yield await (underWay.shift() as Promise<Output>)
  } finally {
    await Promise.allSettled(underWay)
  }
}
