import { createHash } from 'node:crypto'
import type { Metadata } from '../documents/document.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { Fault, isFault } from '../kernel/fault.ts'
import type { Finding } from '../kernel/finding.ts'
import { documentStream } from '../kernel/ids.ts'
import { type Draft, draftOf } from '../recording/draft.ts'
import type { Recorded } from '../recording/recorder.ts'
import { description, readReport, registration } from './drafts.ts'
import type { Prepared } from './prepared.ts'
import type { Rooms } from './rooms.ts'

/** What became of one input. One refused document never stops the others. */
export type Ingested =
  | {
      readonly outcome: 'ingested'
      readonly origin: string
      readonly name: string
      readonly stream: string
      /** Position of the last event of its append. */
      readonly position: number
      /** How many events of each type were recorded. */
      readonly events: Readonly<Record<string, number>>
      readonly findings: readonly Finding[]
      readonly uncoded: number
    }
  | { readonly outcome: 'known'; readonly origin: string; readonly name: string; readonly stream: string; readonly described: boolean }
  | { readonly outcome: 'refused'; readonly origin: string; readonly fault: Fault }

/**
 * Records one prepared document: registration, metadata, claims, the report of the reading, and the links to other
 * documents, in one append. Its text must be in the archive already. The same bytes again append nothing; new
 * metadata is a `DocumentDescribed`.
 */
export const ingest = async (rooms: Rooms, origin: string, { document, extraction }: Prepared): Promise<Ingested> => {
  const stream = documentStream(document.sha256)
  const history = await historyOf(rooms, stream)
  if (history.length > 0) return describeAgain(rooms, origin, document.name, stream, history, document.metadata)
  const described = description(document.metadata)
  const links = await rooms.linking.add({
    stream,
    text: document.text,
    claims: extraction.claims,
    ...(document.metadata.published ? { published: document.metadata.published } : {}),
  })
  const drafts: Draft[] = [
    registration(document, sha256Of(document.text), rooms.extractor.language),
    ...(described ? [described] : []),
    ...extraction.claims.map(draftOf),
    readReport(extraction),
    ...links,
  ]
  try {
    const recorded = await rooms.recorder.record(stream, drafts, {
      by: `extractor ${extraction.extractor}`,
      text: document.text,
      expectedRevision: 'no-stream',
    })
    rooms.linking.recorded(recorded.events)
    return {
      outcome: 'ingested',
      origin,
      name: document.name,
      stream,
      position: recorded.position,
      events: tally(recorded),
      findings: [...document.findings, ...extraction.findings],
      uncoded: extraction.uncoded.length,
    }
  } catch (error) {
    rooms.linking.forget()
    throw error
  }
}

/** The same bytes again: what is new about their metadata, or nothing. */
const describeAgain = async (
  rooms: Rooms,
  origin: string,
  name: string,
  stream: string,
  history: readonly RecordedEvent[],
  metadata: Metadata,
): Promise<Ingested> => {
  const known: Metadata = Object.assign({}, ...history.filter(({ type }) => type === 'DocumentDescribed').map(({ data }) => data))
  const fresh = Object.fromEntries(
    Object.entries(metadata).filter(([key, value]) => value !== undefined && known[key as keyof Metadata] !== value),
  )
  const described = description(fresh)
  if (!described) return { outcome: 'known', origin, name, stream, described: false }
  const links = typeof fresh.published === 'string' ? await rooms.linking.describe(stream, fresh.published) : []
  try {
    const recorded = await rooms.recorder.record(stream, [described, ...links], {
      by: `extractor ${rooms.extractor.id}`,
      text: null,
      expectedRevision: (history.at(-1) as RecordedEvent).revision,
    })
    rooms.linking.recorded(recorded.events)
  } catch (error) {
    rooms.linking.forget()
    throw error
  }
  return { outcome: 'known', origin, name, stream, described: true }
}

/** Answers a refusal for what is wrong with one input; lets through what would be wrong with every other one too. */
export const refusal = (origin: string, error: unknown): Extract<Ingested, { outcome: 'refused' }> => {
  if (isFault(error, 'closed', 'locked', 'disk-full', 'read-only', 'io-error', 'vanished', 'corrupt-log', 'cancelled')) throw error
  if (error instanceof Fault) return { outcome: 'refused', origin, fault: error }
  throw error
}

const historyOf = async (rooms: Rooms, stream: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = []
  for await (const event of rooms.store.read({ stream })) events.push(event)
  return events
}

const tally = ({ events }: Recorded): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
