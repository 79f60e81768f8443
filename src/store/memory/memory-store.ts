import type { RecordedEvent } from '../../kernel/envelope.ts'
import { Fault } from '../../kernel/fault.ts'
import { firstAnswer, type LogView } from '../append-rules.ts'
import type { BatchOptions, EventStore, ReadOptions } from '../event-store.ts'
import { newsBoard } from '../news.ts'
import { openReads } from '../open-reads.ts'
import { ascending } from '../pick-from.ts'
import { planned, type Range, refuseClosed } from '../read-plan.ts'
import { readableOfBatches } from '../readable-of-batches.ts'
import { linesOfAppend, nextInstant } from '../stored-line.ts'

const size = 1_024

/**
 * A store that lives as long as its process: for tests and trials. Events are parsed from the very line that a file
 * would hold and frozen, so that nobody can tell it from the file store, and nobody can change what was appended.
 */
export const openMemoryStore = (options: { now?: () => Date } = {}): EventStore => {
  const now = options.now ?? (() => new Date())
  const log: RecordedEvent[] = []
  const streams = new Map<string, number[]>()
  const positions = new Map<string, number>()
  const news = newsBoard()
  const reads = openReads()
  let closed = false

  const view: LogView = {
    revisionOf: (stream) => (streams.get(stream)?.length ?? 0) - 1,
    find: (id) => log[positions.get(id) ?? -1],
    at: (stream, revision) => log[streams.get(stream)?.[revision] ?? -1],
  }

  const keep = (stream: string, lines: readonly string[]): void => {
    const own = streams.get(stream) ?? []
    streams.set(stream, own)
    for (const line of lines) {
      const event = freezeDeep(JSON.parse(line) as RecordedEvent)
      own.push(event.position)
      positions.set(event.id, event.position)
      log.push(event)
    }
    news.announce()
  }

  async function* range({ from, to }: Range, { stream, backwards, types }: ReadOptions): AsyncGenerator<readonly RecordedEvent[]> {
    const wanted = types && new Set(types)
    const own = stream === undefined ? undefined : (streams.get(stream) ?? [])
    let batch: RecordedEvent[] = []
    for (let step = 0; step <= to - from; step++) {
      const place = backwards ? to - step : from + step
      const event = log[own ? (own[place] as number) : place] as RecordedEvent
      if (!wanted || wanted.has(event.type)) batch.push(event)
      if (batch.length < size) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  }

  const readings = {
    end: async (stream: string | undefined) => (stream === undefined ? log.length - 1 : view.revisionOf(stream)),
    range,
    news,
    closed: () => closed,
  }

  return {
    async append(stream, events, { expectedRevision }) {
      refuseClosed(closed)
      const answered = firstAnswer(view, stream, events, expectedRevision)
      if (answered) return answered
      const place = {
        stream,
        position: log.length,
        revision: view.revisionOf(stream) + 1,
        recorded: nextInstant(now(), log[log.length - 1]?.recorded ?? ''),
      }
      keep(stream, linesOfAppend(events, place))
      return { position: log.length - 1, revision: view.revisionOf(stream) }
    },
    read: (options = {}) => reads.keep(readableOfBatches((ended) => planned(readings, options, ended), options.signal)),
    async tip() {
      refuseClosed(closed)
      return log.length - 1
    },
    async close() {
      if (closed) return
      closed = true
      news.announce()
      reads.endAll(new Fault('closed', { attempted: 'read on', found: 'the store has been closed' }))
    },
    batches: (options: BatchOptions) => planned(readings, options, new AbortController().signal),
    async pick(wanted) {
      refuseClosed(closed)
      return ascending(wanted).flatMap((position) => log[position] ?? [])
    },
    async locate(id) {
      refuseClosed(closed)
      return positions.get(id)
    },
    async *streams({ prefix = '' } = {}) {
      refuseClosed(closed)
      for (const [stream, own] of streams) if (stream.startsWith(prefix)) yield { stream, events: own.length }
    },
  }
}

const freezeDeep = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeep)
  return value
}
