import type { RecordedEvent } from '../../kernel/envelope.ts'
import type { BareEvent } from '../event-store.ts'
import { bareReader } from './bare-line.ts'
import { eventIn } from './parse-line.ts'
import { typeFilter } from './type-filter.ts'

/**
 * Makes an event of the line in `bytes[start, end)`, whose position takes `digits` digits; undefined when it is of a
 * type that nobody asked for, which its bytes tell before anything is parsed.
 */
export type LineReader<Event> = (bytes: Buffer, start: number, end: number, position: number, digits: number) => Event | undefined

/** Readers of the lines of a segment. */
export type LineReaders<Event> = (path: string) => LineReader<Event>

/** Events whole; of every type when none is named. */
export const wholeLines = (types: readonly string[] | undefined): LineReaders<RecordedEvent> => {
  const typeOf = types && typeFilter(types)
  return (path) => (bytes, start, end, position, digits) =>
    typeOf && typeOf(bytes, start, digits) === undefined ? undefined : eventIn(bytes, start, end, position, path)
}

/** As much of events as replay needs. */
export const bareLines = (types: readonly string[]): LineReaders<BareEvent> => {
  const typeOf = typeFilter(types)
  return (path) => {
    const bareIn = bareReader(path)
    return (bytes, start, end, position, digits) => {
      const type = typeOf(bytes, start, digits)
      return type === undefined ? undefined : bareIn(bytes, start, end, position, type)
    }
  }
}
