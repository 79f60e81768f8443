import type { DocumentArchive } from '../documents/archive.ts'
import { sha256Of } from '../documents/digest.ts'
import type { RecordedEvent } from '../kernel/envelope.ts'
import { isFault } from '../kernel/fault.ts'
import { digestOf } from '../kernel/ids.ts'
import type { EventStore } from '../store/event-store.ts'
import type { Verification, VerifyOptions } from '../transparency/verify-ledger.ts'

/** Everything that can be recomputed, recomputed. */
export interface Audited extends Verification {
  readonly documents: DocumentsAudited
  /** With `reextract`: claims of documents whose rules, gazetteer and reader are the ones in force. */
  readonly reextracted?: ReextractionAudited
}

export interface DocumentsAudited {
  /** Documents whose bytes and text match their digests, with every quote of every event in place. */
  readonly matching: number
  readonly quotes: number
  /** Streams of documents whose text was withdrawn: their quotes cannot be checked. */
  readonly withdrawn: readonly string[]
  readonly problems: readonly { readonly stream: string; readonly position: number; readonly says: string }[]
}

export interface ReextractionAudited {
  readonly same: number
  readonly differing: readonly string[]
  /** Read by other rules, another gazetteer or another reader, or withdrawn. */
  readonly notChecked: number
}

export interface Sources {
  readonly store: EventStore
  readonly archive: DocumentArchive
  /** `transparency` recomputes lines, tree, tiles and signatures. */
  readonly verifyLog: (options: VerifyOptions) => Promise<Verification>
  /** Says again what a document's events say; null where it can't be compared. */
  readonly saysSame?: (stream: string) => Promise<boolean | null>
}

/** Recomputes the log and its proofs, then every document and every quote, then, if asked, every claim. */
export const verifyAll = async ({ store, archive, verifyLog, saysSame }: Sources, options: VerifyOptions = {}): Promise<Audited> => {
  const log = await verifyLog(options)
  const documents = await auditDocuments(store, archive)
  const reextracted = saysSame ? await auditClaims(store, saysSame) : undefined
  return {
    ...log,
    ok: log.ok && documents.problems.length === 0 && (reextracted?.differing.length ?? 0) === 0,
    documents,
    ...(reextracted ? { reextracted } : {}),
  }
}

const auditDocuments = async (store: EventStore, archive: DocumentArchive): Promise<DocumentsAudited> => {
  const problems: { stream: string; position: number; says: string }[] = []
  const withdrawn: string[] = []
  const wrong = new Set<string>()
  const text = latest((stream) => textOf(archive, stream))
  let documents = 0
  let quotes = 0
  for await (const event of store.read() as AsyncIterable<RecordedEvent>) {
    const { stream, position } = event
    if (digestOf(stream) === null) continue
    const blame = (says: string) => {
      wrong.add(stream)
      problems.push({ stream, position, says })
    }
    if (event.type === 'DocumentRegistered') {
      documents++
      const found = await text(stream)
      if (found === 'withdrawn') withdrawn.push(stream)
      else if (typeof found === 'object') blame(found.says)
      else if (sha256Of(found) !== (event.data as { text: { sha256: string } }).text.sha256)
        blame('its text is not the one that was registered')
      continue
    }
    const against = event.evidence?.length && !wrong.has(stream) ? await text(stream) : 'withdrawn'
    if (against === 'withdrawn' || typeof against === 'object') continue
    for (const { start, end, quote } of event.evidence ?? []) {
      quotes++
      if (against.slice(start, end) !== quote) blame(`the quote at [${start}, ${end}) is not what stands there`)
    }
  }
  return { matching: documents - withdrawn.length - wrong.size, quotes, withdrawn, problems }
}

const auditClaims = async (store: EventStore, saysSame: NonNullable<Sources['saysSame']>): Promise<ReextractionAudited> => {
  const differing: string[] = []
  let same = 0
  let notChecked = 0
  for await (const { stream } of store.read({ types: ['DocumentRegistered'] }) as AsyncIterable<RecordedEvent>) {
    const result = await saysSame(stream)
    if (result === null) notChecked++
    else if (result) same++
    else differing.push(stream)
  }
  return { same, differing, notChecked }
}

type Text = string | 'withdrawn' | { readonly says: string }

/** Reading checks the digest of the bytes; the text is checked against what was registered. */
const textOf = async (archive: DocumentArchive, stream: string): Promise<Text> => {
  const digest = digestOf(stream) as string
  try {
    await archive.bytes(digest)
    return await archive.text(digest)
  } catch (error) {
    if (isFault(error, 'text-withdrawn')) return 'withdrawn'
    if (isFault(error, 'no-such-document', 'corrupt-log')) return { says: error.facts.found }
    throw error
  }
}

/** Remembers the last answer: the events of one document lie together. */
const latest = <Value>(of: (key: string) => Promise<Value>): ((key: string) => Promise<Value>) => {
  let last: { key: string; value: Promise<Value> } | undefined
  return (key) => {
    if (last?.key !== key) last = { key, value: of(key) }
    return last.value
  }
}
