import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { Fault } from '../../kernel/fault.ts'
import type { ReadingLimits } from '../frame/limits.ts'
import type { Source } from '../frame/reading.ts'
import type { Changes } from './changes.ts'

/** How often a connection shows that it is alive. */
const beatMs = 20_000
/** Positions that follow one another quickly are told as one. */
const calmMs = 150

/** `GET /changes`: where the log ends, now and whenever it has grown (server-sent events named `tip`). */
export const followChanges = (context: Context, ledger: Source, changes: Changes, limits: ReadingLimits): Response => {
  if (changes.listeners >= limits.followers)
    throw new Fault('closed', {
      attempted: 'follow the log',
      found: `${changes.listeners} readers follow it already`,
      expected: `at most ${limits.followers}`,
      cure: 'Close a page, or ask again later.',
    })
  // Reserved before anything is awaited, so that a crowd cannot slip in.
  let wake: () => void = () => {}
  let tip: number | undefined
  const leave = changes.listen((position) => {
    tip = position
    wake()
  })
  return streamSSE(context, async (stream) => {
    stream.onAbort(() => {
      leave()
      wake()
    })
    try {
      await stream.writeSSE({ event: 'tip', data: String(await ledger.tip()) })
      while (!stream.aborted) {
        if (tip === undefined) {
          await soonOr(beatMs, (resolve) => {
            wake = resolve
          })
          if (tip === undefined && !stream.aborted) await stream.write(': alive\n\n')
          continue
        }
        await soonOr(calmMs, () => {})
        const told = tip
        tip = undefined
        await stream.writeSSE({ event: 'tip', data: String(told), id: String(told) })
      }
    } finally {
      leave()
    }
  })
}

/** Resolves when woken, or after a time. */
const soonOr = (ms: number, give: (wake: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    give(() => {
      clearTimeout(timer)
      resolve()
    })
  })
