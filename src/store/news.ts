/** Lets readers wait for the next change without missing one that comes between their look and their wait. */
export interface News {
  /** How many announcements there were. */
  count(): number
  announce(): void
  /** Resolves at the first announcement after `seen` (at once when there was one), or when the signal aborts. */
  after(seen: number, ended: AbortSignal): Promise<void>
}

export const newsBoard = (): News => {
  const waiting = new Set<() => void>()
  let announced = 0
  return {
    count: () => announced,
    announce() {
      announced++
      for (const wake of [...waiting]) wake()
    },
    after(seen, ended) {
      if (announced > seen || ended.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake)
          ended.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        ended.addEventListener('abort', wake)
      })
    },
  }
}
