import { sha256Of } from '../documents/digest.ts'
import type { SourceDocument } from '../documents/document.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { Fault } from '../kernel/fault.ts'
import { digestOf } from '../kernel/ids.ts'
import type { Rooms } from './rooms.ts'

type Needed = Pick<Rooms, 'store' | 'archive' | 'recorder'>

/**
 * Removes a document's bytes and text, with a reason. The event comes first, so that a crash in between leaves a
 * withdrawal that can be run again, never a text that is gone without a word. Titles and quotes are in the log and stay.
 */
export const withdraw = async (rooms: Needed, stream: string, because: string, by: string): Promise<void> => {
  const { revision } = await registrationOf(rooms, stream, 'withdraw')
  await rooms.recorder.record(stream, [{ type: 'DocumentWithdrawn', data: { because } }], { by, text: null, expectedRevision: revision })
  await rooms.archive.withdraw(digestOf(stream) as string, because)
}

/** Puts a withdrawn document back. The text must be the one that spans point into, to the character. */
export const restore = async (rooms: Needed, document: SourceDocument, because: string, by: string): Promise<void> => {
  const stream = `document/${document.sha256}`
  const { registered, revision } = await registrationOf(rooms, stream, 'restore')
  const { text } = registered.data as { text: { sha256: string; reader: string } }
  if (sha256Of(document.text) !== text.sha256)
    throw new Fault('document-unreadable', {
      attempted: `restore ${stream}`,
      found: `${document.reader} reads another text than was registered`,
      expected: `the text of ${text.reader}, sha256 ${text.sha256}`,
    })
  await rooms.archive.put(document)
  await rooms.recorder.record(stream, [{ type: 'DocumentRestored', data: { because } }], { by, text: null, expectedRevision: revision })
}

const registrationOf = async ({ store }: Needed, stream: string, verb: string) => {
  let registered: RecordedEvent | undefined
  let revision = -1
  for await (const event of store.read({ stream }) as AsyncIterable<RecordedEvent>) {
    registered ??= event
    revision = event.revision
  }
  if (!registered)
    throw new Fault('no-such-document', {
      attempted: `${verb} ${stream}`,
      found: 'no such document',
      expected: 'a document of this ledger',
    })
  return { registered, revision }
}
