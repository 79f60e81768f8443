import { join, resolve } from 'node:path'
import { vocabulary } from '../events/index.ts'
import { views as shipped } from '../projections/index.ts'
import type { Audited } from './audit/verify.ts'
import type { Why } from './audit/why.ts'
import type { DocumentArchive } from './documents/archive.ts'
import type { Input, Refusal } from './documents/document.ts'
import { fileArchive } from './documents/file-archive.ts'
import type { Pieces } from './exports/export.ts'
import type { Imported } from './exports/import-log.ts'
import type { IdentityFinding } from './identity/resolver.ts'
import type { Correction } from './intake/correction.ts'
import type { Extracted } from './intake/extract-all.ts'
import { documentOf } from './intake/find-document.ts'
import type { Ingested } from './intake/ingest.ts'
import type { IngestOptions } from './intake/ingest-all.ts'
import type { CorrectionResult } from './intake/preview.ts'
import type { Reextracted } from './intake/reextract.ts'
import type { CorrectedEvent, RecordedEvent } from './kernel/envelope.ts'
import type { Finding } from './kernel/finding.ts'
import type { AnyProjection } from './kernel/projection.ts'
import type { ExportRequest } from './ledger-exports.ts'
import * as onDemand from './ledger-on-demand.ts'
import { type OutsideProjection, viewsOf } from './ledger-views.ts'
import { positionAsOf } from './replay/as-of.ts'
import { compareViews, type RowDifference } from './replay/compare.ts'
import { correctedEvents } from './replay/corrected-events.ts'
import { follow, type LiveViews } from './replay/live.ts'
import type { Views } from './replay/replayed.ts'
import type { View } from './replay/view.ts'
import type { EventStore, ReadOptions } from './store/event-store.ts'
import { type FileStore, openFileStore } from './store/file/file-store.ts'
import { openTransparencyLog, type TransparencyLog } from './transparency/transparency-log.ts'
import type { VerifyOptions } from './transparency/verify-ledger.ts'

export interface LedgerOptions {
  /** Takes no lock and writes nothing; snapshots are used where they fit. */
  readonly readOnly?: boolean
  readonly now?: () => Date
  /** Origin of checkpoints and name of their key, such as `example.org/ledger`; the first checkpoint fixes it. */
  readonly name?: string
  /** Views from outside the package, beside the shipped ones. */
  readonly projections?: readonly OutsideProjection[]
}

/** A ledger folder, opened: the verbs of chancery. All methods may be called concurrently. */
export interface Ledger {
  readonly location: string
  readonly store: EventStore
  readonly archive: DocumentArchive
  /** Tree, checkpoint, keys and proofs. The checkpoint is signed when the ledger is closed, at the latest. */
  readonly transparency: TransparencyLog
  /** What was noticed while opening, such as a torn tail. */
  readonly findings: readonly Finding[]
  readonly projections: readonly AnyProjection[]
  /** Documents in, events out; one outcome for each input, in order. A refused one never stops the others. */
  ingest(inputs: AsyncIterable<Input | Refusal>, options?: IngestOptions): AsyncIterable<Ingested>
  /** The log as it lies; with `corrected`, as projections see it (with evidence). */
  events(options?: ReadOptions & { corrected?: boolean }): AsyncIterable<RecordedEvent | CorrectedEvent>
  tip(): Promise<number>
  /** Digits alone are a position; everything else is a time, and the last position recorded at it or before. */
  positionAt(asOf: string): Promise<number>
  /** All views at the tip; as of an earlier point those that are named, in one pass over the log. */
  views(options?: { asOf: string; names: readonly string[] }): Promise<Views>
  /** Faults: `no-such-view`. */
  view(name: string, options?: { asOf?: string }): Promise<View>
  /** Where a value comes from. Faults: `no-such-view`, `no-such-row`. */
  why(view: string, key: string, path?: string, options?: { asOf?: string; limit?: number }): Promise<Why>
  /** Views that follow the log from now on. */
  live(): Promise<LiveViews>
  /** Rebuilds views from position 0; all of them when none is named. */
  replay(names?: readonly string[], progress?: (position: number, last: number) => void): Promise<Views>
  /** Rows of a view that differ between two points of the log. */
  compare(name: string, a: string, b: string): Promise<RowDifference[]>
  /** Appends a correction; with `preview` only tells which rows would change. */
  correct(correction: Correction, options: { by: string; preview?: boolean }): Promise<CorrectionResult>
  /** What the rules and the gazetteer in force say of every document, beside what was recorded. */
  reextract(options?: { apply?: boolean; signal?: AbortSignal }): AsyncIterable<Reextracted>
  /** The stream of a document, by any unique prefix of its digest, or by its name. Faults: `no-such-document`. */
  document(prefix: string): Promise<string>
  withdraw(stream: string, because: string, by: string): Promise<void>
  restore(input: Input, because: string, by: string): Promise<void>
  /** What is doubtful about who and what is one, among all documents: what fits several, disagrees, or lies outside the gazetteer. */
  identityDoubts(options?: { asOf?: string }): Promise<readonly IdentityFinding[]>
  /** Recomputes the log, its proofs, documents and quotes; with `reextract` the claims too. */
  verify(options?: VerifyOptions & { reextract?: boolean }): Promise<Audited>
  /** The log or a view in a format that other tools open (`exportFormats`), piece by piece. */
  export(request: ExportRequest): Pieces
  /** Appends a log that was exported as NDJSON or CloudEvents, line by line. */
  import(lines: AsyncIterable<string>): AsyncIterable<Imported>
  close(): Promise<void>
}

/**
 * Opens the ledger in a folder; a writer creates it where there is nothing yet.
 * Faults: `not-a-ledger`, `locked`, `read-only`, `corrupt-log`, `io-error`.
 */
export const openLedger = async (directory: string, options: LedgerOptions = {}): Promise<Ledger> => {
  const { readOnly = false, now } = options
  const location = resolve(directory)
  const store = await openFileStore(location, { readOnly, ...(now ? { now } : {}) })
  try {
    return await openRooms(location, store, options)
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The rooms around an open store, and the verbs over them. */
const openRooms = async (location: string, store: FileStore, options: LedgerOptions): Promise<Ledger> => {
  const { readOnly = false } = options
  const archive = fileArchive(join(location, 'documents'))
  const transparency = await openTransparencyLog(location, store, { readOnly, ...(options.name ? { name: options.name } : {}) })
  const views = viewsOf(store, vocabulary, shipped, options.projections ?? [], join(location, 'views'), readOnly)
  const rooms = onDemand.roomsOf(store, archive)
  const at = (asOf: string) => positionAsOf(store, asOf)
  const viewAt = async (name: string, asOf?: string) =>
    asOf === undefined ? await views.current() : await views.asOf(await at(asOf), [name])

  return {
    location,
    store,
    archive,
    transparency,
    findings: store.findings,
    projections: views.projections,
    ingest: (inputs, choice) => onDemand.ingestAll(rooms, inputs, choice),
    events: ({ corrected, ...choice } = {}) => (corrected ? correctedEvents(store, vocabulary, choice) : store.read(choice)),
    tip: () => store.tip(),
    positionAt: at,
    views: async (past) => (past ? views.asOf(await at(past.asOf), past.names) : views.current()),
    view: async (name, { asOf } = {}) => (await viewAt(name, asOf)).get(name),
    why: async (name, key, path = '', { asOf, ...most } = {}) =>
      onDemand.why({
        views: await viewAt(name, asOf),
        store,
        archive,
        register: vocabulary,
        view: name,
        key,
        path,
        ...most,
        prove: ({ position }) => transparency.state(position),
      }),
    live: async () => follow(await views.current()),
    replay: (names = [], progress) => views.replay(names, progress),
    compare: async (name, a, b) => {
      const [older, newer] = [await views.asOf(await at(a), [name]), await views.asOf(await at(b), [name])]
      return compareViews(older.get(name), newer.get(name))
    },
    correct: async (correction, { by, preview }) =>
      preview
        ? onDemand.previewOf(await rooms(), views.projections, correction, by)
        : onDemand.correctAndReconcile(await rooms(), correction, by),
    reextract: (choice = {}) => onDemand.reextractAndReconcile(rooms, choice),
    document: (prefix) => documentOf(store, prefix),
    withdraw: async (stream, because, by) => onDemand.withdraw(await rooms(), stream, because, by),
    restore: async (input, because, by) => onDemand.restore(await rooms(), await onDemand.readDocument(input), because, by),
    identityDoubts: async ({ asOf } = {}) => {
      const linking = readOnly || asOf !== undefined ? undefined : (await rooms()).linking
      if (linking?.holds) return linking.findings()
      return onDemand.findingsApart({ location, to: asOf === undefined ? await store.tip() : await at(asOf) })
    },
    verify: async ({ reextract, ...choice } = {}) => {
      const claims = reextract ? await rooms() : undefined
      const verifyLog = (limits: VerifyOptions) => transparency.verify(limits)
      return onDemand.verifyAll(
        { store, archive, verifyLog, ...(claims ? { saysSame: (stream) => onDemand.saysSame(claims, stream) } : {}) },
        choice,
      )
    },
    export: (request) =>
      onDemand.exported({ store, archive, register: vocabulary, view: async (name) => (await views.current()).get(name) }, request),
    import: (lines) => onDemand.importLog(store, vocabulary, lines),
    close: async () => {
      await transparency.close()
      await views.leave()
      await store.close()
    },
  }
}

export { exportFormats, exportSite, extract, inputsFrom, patternTrier } from './ledger-on-demand.ts'
export { compareViews } from './replay/compare.ts'
export { verifyProof } from './transparency/proof-file.ts'
export type {
  Audited,
  Correction,
  CorrectionResult,
  ExportRequest,
  Extracted,
  IdentityFinding,
  Imported,
  Ingested,
  IngestOptions,
  Input,
  OutsideProjection,
  Reextracted,
  Refusal,
  RowDifference,
  View,
  Views,
  Why,
}
export { vocabulary }
