import type { Source } from '../frame/reading.ts'

/** Tells every listener where the log ends, as it grows; one follower of the log serves them all. */
export interface Changes {
  /** Answers how to stop listening. */
  listen(listener: (tip: number) => void): () => void
  readonly listeners: number
  close(): void
}

export const changesOf = ({ store }: Pick<Source, 'store'>, tipNow: () => Promise<number>): Changes => {
  const listeners = new Set<(tip: number) => void>()
  let following: AbortController | undefined

  const follow = async ({ signal }: AbortController): Promise<void> => {
    const from = (await tipNow()) + 1
    for await (const { position, more } of store.read({ from, follow: true, signal }))
      if (!more) for (const listener of [...listeners]) listener(position as number)
  }
  const start = (): void => {
    const controller = new AbortController()
    following = controller
    follow(controller)
      .catch(() => {})
      .finally(() => {
        if (following === controller) following = undefined
      })
  }
  const stop = (): void => {
    following?.abort()
    following = undefined
  }
  return {
    listen(listener) {
      listeners.add(listener)
      if (!following) start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    get listeners() {
      return listeners.size
    },
    close() {
      listeners.clear()
      stop()
    },
  }
}
