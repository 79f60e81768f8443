import type { RecordedEvent } from '../../kernel/envelope.ts'
import { corrupt } from './corrupt.ts'

/** The event in `bytes[start, end)`. Faults: `corrupt-log` when it is not the event of this position. */
export const eventIn = (bytes: Buffer, start: number, end: number, position: number, path: string): RecordedEvent => {
  let event: RecordedEvent
  try {
    event = JSON.parse(bytes.toString('utf8', start, end)) as RecordedEvent
  } catch (error) {
    throw corrupt(path, position, 'the line is not JSON', error)
  }
  if (event?.position !== position) throw corrupt(path, position, `the line says position ${event?.position}`)
  return event
}
