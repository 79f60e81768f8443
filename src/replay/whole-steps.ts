import { finished, type Readable } from 'node:stream'
import type { RecordedEvent } from '../kernel/envelope.ts'

/** At most about this many events in one step. A view that has fallen behind takes more at once: a row that several links touch is then folded again once. */
const largestStep = 2_048

/** What has arrived in a stream of events, in arrays that end with a whole append. */
export async function* wholeSteps(stream: Readable): AsyncGenerator<RecordedEvent[]> {
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

/** All that can be read without waiting, then all that has arrived meanwhile, until the stream ends. */
async function* bursts(stream: Readable): AsyncGenerator<RecordedEvent[]> {
  let wake: () => void = () => {}
  let end: { trouble: Error | null | undefined } | undefined
  stream.on('readable', () => wake())
  finished(stream, (trouble) => {
    end = { trouble }
    wake()
  })
  for (;;) {
    const burst: RecordedEvent[] = []
    for (let event = stream.read(); event !== null; event = stream.read()) burst.push(event as RecordedEvent)
    if (burst.length > 0) yield burst
    else if (end?.trouble) throw end.trouble
    else if (end) return
    else
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
}
