import assert from 'node:assert/strict'
import type { NewEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import type { Appended, ExpectedRevision } from './event-store.ts'

/**
 * Whether an append may go ahead: the optimistic lock and the recognition of retries, one for all adapters, pure but
 * for what it asks of the log. Answers where a retry was stored at first, or undefined when the events are new.
 */
export const firstAnswer = (
  log: LogView,
  stream: string,
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): Appended | undefined => {
  assert(events.length > 0, 'an append holds at least one event')
  const current = log.revisionOf(stream)
  if (expected === 'any') return answerOfAny(log, stream, events, current)
  const expectedRevision = expected === 'no-stream' ? -1 : expected
  if (current === expectedRevision) {
    refuseDuplicates(log, stream, events)
    return undefined
  }
  return answerAt(log, stream, events, expectedRevision + 1) ?? refuse(stream, current, expectedRevision)
}

/** What the rules ask of a log. */
export interface LogView {
  /** Revision of the stream's last event, -1 when there is none. */
  revisionOf(stream: string): number
  /** The event with this id, wherever it is. */
  find(id: string): Placed | undefined
  at(stream: string, revision: number): Placed | undefined
}

export interface Placed {
  readonly id: string
  readonly stream: string
  readonly revision: number
  readonly position: number
}

const answerOfAny = (log: LogView, stream: string, events: readonly NewEvent[], current: number): Appended | undefined => {
  const known = events.map(({ id }) => log.find(id)).find((found) => found?.stream === stream)
  if (!known) {
    refuseDuplicates(log, stream, events)
    return undefined
  }
  const ahead = events.findIndex(({ id }) => id === known.id)
  return answerAt(log, stream, events, known.revision - ahead) ?? refuse(stream, current, known.revision - 1)
}

/** The first answer, when the stream holds exactly these ids from this revision on. */
const answerAt = (log: LogView, stream: string, events: readonly NewEvent[], revision: number): Appended | undefined => {
  let last: Placed | undefined
  for (const [ahead, { id }] of events.entries()) {
    last = log.at(stream, revision + ahead)
    if (last?.id !== id) return undefined
  }
  return last && { position: last.position, revision: last.revision }
}

const refuseDuplicates = (log: LogView, stream: string, events: readonly NewEvent[]): void => {
  const own = new Set<string>()
  for (const { id } of events) {
    const other = log.find(id)
    if (other || own.has(id))
      throw new Fault('duplicate-id', {
        attempted: `append to ${stream}`,
        found: other ? `id ${id} stands at position ${other.position} already` : `id ${id} occurs twice in the append`,
        expected: 'ids that are new to the ledger',
        id,
      })
    own.add(id)
  }
}

const refuse = (stream: string, current: number, expected: number): never => {
  throw new Fault('conflict', {
    attempted: `append to ${stream}`,
    found: current < 0 ? 'the stream does not exist' : `it is at revision ${current}`,
    expected: expected < 0 ? 'a stream that does not exist' : `revision ${expected}`,
    cure: 'Read the stream again and decide anew.',
    stream,
    revision: current,
  })
}
