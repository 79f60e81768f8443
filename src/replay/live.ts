import { finished, type Readable } from 'node:stream'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { advance } from './advance.ts'
import type { Replayed, Views } from './replayed.ts'

/** Views that follow the log, whoever appends to it. */
export interface LiveViews {
  readonly views: Views
  /** Resolves when every view without trouble takes account of this position. Rejects when following has ended. */
  reached(position: number): Promise<void>
  /** Called after each step forward, with the position reached; answers how to stop listening. */
  onStep(listener: (position: number) => void): () => void
  /** Settles when following ends: rejected with the fault that ended it, if one did. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** At most this many events in one step: a reader never waits long for its turn. */
const largestStep = 256

/** Follows the store from where the views stand. One step at a time, whole appends only. */
export const follow = (views: Replayed): LiveViews => {
  const stream = views.store.read({ from: views.position + 1, follow: true })
  const listeners = new Set<(position: number) => void>()
  let closed = false

  const run = async (): Promise<void> => {
    for await (const step of wholeSteps(stream)) {
      const position = (step[step.length - 1] as RecordedEvent).position
      await advance(views, step, position)
      for (const listener of [...listeners]) listener(position)
    }
  }
  const ended = run().catch((error: unknown) => {
    stream.destroy()
    if (!closed) throw error
  })
  ended.catch(() => {})

  return {
    views,
    ended,
    reached: (position) =>
      new Promise((resolve, reject) => {
        if (views.position >= position) return resolve()
        const stop = onStep((reached) => {
          if (reached < position) return
          stop()
          resolve()
        })
        ended.then(() => reject(new Error(`following ended before position ${position}`)), reject)
      }),
    onStep,
    async close() {
      closed = true
      stream.destroy()
      await ended.catch(() => {})
    },
  }

  function onStep(listener: (position: number) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}

/** What has arrived, in arrays that end with a whole append. */
async function* wholeSteps(stream: Readable): AsyncGenerator<RecordedEvent[]> {
  let step: RecordedEvent[] = []
  for await (const burst of bursts(stream))
    for (const event of burst) {
      step.push(event)
      const full = step.length >= largestStep || event === burst[burst.length - 1]
      if (event.more || !full) continue
      yield step
      step = []
    }
}

async function* bursts(stream: Readable): AsyncGenerator<RecordedEvent[]> {
  let wake: () => void = () => {}
  let over = false
  let trouble: Error | null | undefined
  stream.on('readable', () => wake())
  finished(stream, (error) => {
    over = true
    trouble = error
    wake()
  })
  for (;;) {
    const burst: RecordedEvent[] = []
    for (let event = stream.read(); event !== null; event = stream.read()) burst.push(event as RecordedEvent)
    if (burst.length > 0) {
      yield burst
      continue
    }
    if (over) {
      if (trouble) throw trouble
      return
    }
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}
