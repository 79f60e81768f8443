import { v5 as uuidV5 } from 'uuid'

/* Apart from the other ids: only who writes events needs it, and the package that it takes. */

const namespace = '6a1f2f0e-55c5-5d53-9a43-0c5a2f4b7d10'

/**
 * Id of an event: UUID v5 (RFC 9562) over stream, type, anchor, data and how many equal events the stream already
 * holds. The same claim of the same document has the same id on every machine.
 */
export const eventId = (stream: string, type: string, anchor: string, data: unknown, equalBefore: number): string =>
  uuidV5(JSON.stringify([stream, type, anchor, data, equalBefore]), namespace)
