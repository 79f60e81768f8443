import { lineOf, longestLine, type NewEvent, type RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'

/** Where and when an append goes: its first event's place. */
export interface Place {
  readonly stream: string
  readonly position: number
  readonly revision: number
  readonly recorded: string
}

/** The lines of an append, without LF. Every event but the last says `more`. Faults: `event-too-large`. */
export const linesOfAppend = (events: readonly NewEvent[], place: Place): string[] =>
  events.map((event, ahead) => {
    const line = lineOf(recordedAt(event, place, ahead, ahead < events.length - 1))
    // A UTF-16 unit is at most three bytes: short lines need no count.
    if (line.length * 3 > longestLine) refuseLong(line, event, place.stream)
    return line
  })

/** Now, but never before the last event: a clock that was set back stands still until time has caught up. */
export const nextInstant = (now: Date, last: string): string => {
  const instant = now.toISOString()
  return instant < last ? last : instant
}

/** Written out key by key: a spread costs as much as the rest of an append. */
const recordedAt = (event: NewEvent, place: Place, ahead: number, more: boolean): RecordedEvent =>
  ({
    type: event.type,
    version: event.version,
    id: event.id,
    by: event.by,
    rule: event.rule,
    cause: event.cause,
    attribution: event.attribution,
    doubt: event.doubt,
    data: event.data,
    evidence: event.evidence,
    position: place.position + ahead,
    stream: place.stream,
    revision: place.revision + ahead,
    recorded: place.recorded,
    more: more || undefined,
  }) as RecordedEvent

const refuseLong = (line: string, event: NewEvent, stream: string): void => {
  const bytes = Buffer.byteLength(line)
  if (bytes > longestLine)
    throw new Fault('event-too-large', {
      attempted: `append ${event.type} to ${stream}`,
      found: `its line takes ${bytes} bytes`,
      expected: `at most ${longestLine}`,
      cure: 'Split it into several events, or quote less.',
      bytes,
    })
}
