import type { NewEvent } from '../../kernel/envelope.ts'
import { firstAnswer, type Placed } from '../append-rules.ts'
import type { Appended, ExpectedRevision } from '../event-store.ts'
import { linesOfAppend, nextInstant } from '../stored-line.ts'
import type { Catalog } from './catalog.ts'
import type { Disk } from './disk.ts'
import type { NotedHead } from './growing-index.ts'
import { lineBuffer } from './line-buffer.ts'
import { logView } from './log-view.ts'
import type { LogWriter } from './log-writer.ts'
import type { Segment } from './segments.ts'

/** A group of appends is written as one when it reaches this size. */
const groupBytes = 8 * 1024 * 1024

export interface Appender {
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>
  /** Resolves when everything that was accepted has been written or refused. */
  drained(): Promise<void>
}

interface Request {
  readonly stream: string
  readonly events: readonly NewEvent[]
  readonly expected: ExpectedRevision
  resolve(answer: Appended): void
  reject(fault: unknown): void
}

/**
 * Group commit: appends that wait while a group is being synced form the next one and share its sync. They are
 * decided in the order in which they came; one that is refused does not touch its neighbours.
 */
export const openAppender = (disk: Disk, catalog: Catalog, log: LogWriter, now: () => Date): Appender => {
  const waiting: Request[] = []
  const buffer = lineBuffer()
  let working: Promise<void> | undefined

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      // Callers that were just answered get to ask again before the next group closes.
      await new Promise(setImmediate)
      await writeGroup()
    }
    working = undefined
  }

  const writeGroup = async (): Promise<void> => {
    try {
      await log.prepare()
      for (const number of log.reach().segments.keys()) await catalog.index(log.reach(), number)
    } catch (fault) {
      for (const { reject } of waiting.splice(0)) reject(fault)
      return
    }
    const reach = log.reach()
    const index = catalog.growing(reach.segments[reach.segments.length - 1] as Segment)
    const placed: (Placed & NotedHead)[] = []
    const answers: { request: Request; answer: Appended }[] = []
    const view = logView(disk, catalog, reach, placed)
    let recorded = log.recorded()
    while (waiting.length > 0 && buffer.length < groupBytes && placed.length < log.room()) {
      const request = waiting.shift() as Request
      const { stream, events } = request
      try {
        const known = firstAnswer(view, stream, events, request.expected)
        if (known) {
          answers.push({ request, answer: known })
          continue
        }
        const instant = nextInstant(now(), recorded)
        const place = { stream, position: reach.tip + 1 + placed.length, revision: view.revisionOf(stream) + 1, recorded: instant }
        const lines = linesOfAppend(events, place)
        recorded = instant
        for (const [ahead, line] of lines.entries()) {
          const { id, type } = events[ahead] as NewEvent
          const head = { id, type, stream, revision: place.revision + ahead, position: place.position + ahead }
          placed.push(head)
          index.note(head, buffer.add(line))
        }
        const last = events.length - 1
        answers.push({ request, answer: { position: place.position + last, revision: place.revision + last } })
      } catch (fault) {
        request.reject(fault)
      }
    }
    const bytes = buffer.take()
    try {
      if (placed.length > 0) await log.write(bytes, placed.length, recorded)
      for (const { request, answer } of answers) request.resolve(answer)
    } catch (fault) {
      index.forget(placed)
      for (const { request, answer } of answers)
        if (answer.position > reach.tip) request.reject(fault)
        else request.resolve(answer)
    }
  }

  return {
    append: (stream, events, expected) =>
      new Promise((resolve, reject) => {
        waiting.push({ stream, events, expected, resolve, reject })
        working ??= work()
      }),
    drained: async () => {
      await working
    },
  }
}
