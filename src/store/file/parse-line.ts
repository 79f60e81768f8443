import type { RecordedEvent } from '../../kernel/envelope.ts'
import { corrupt } from './corrupt.ts'

const evidenceKey = Buffer.from(',"evidence":[')
const emptied = Buffer.from(']}')

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

/**
 * Empties the evidence of a line before it is parsed, in place, and answers the new end. It is always the last key,
 * and quotes inside strings are escaped, so the last `,"evidence":[` is the envelope's own.
 */
export const withoutEvidence = (bytes: Buffer, start: number, end: number): number => {
  const key = bytes.lastIndexOf(evidenceKey, end - evidenceKey.length)
  if (key < start) return end
  const cut = key + evidenceKey.length
  bytes.set(emptied, cut)
  return cut + emptied.length
}
