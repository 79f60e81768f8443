import type { Readable } from 'node:stream'
import type { NewEvent, RecordedEvent } from '../kernel/envelope.ts'

/**
 * Append-only. Positions are global, start at 0 and have no gaps; revisions count within a stream from 0.
 * Once `append` resolves, its events survive a crash; all of them or none. All methods may be called concurrently.
 * The suite that every adapter passes is `test/contracts/store.ts`.
 */
export interface EventStore {
  /**
   * Appends to one stream; answers position and revision of the last event.
   * Faults: `conflict` (the stream is not where it was expected to be), `duplicate-id`, `event-too-large`, `locked`,
   * `read-only`, `disk-full`, `io-error`, `vanished`, `closed`. After a fault nothing of the append is readable.
   * A retry is recognised in its stream: expected revision stale, and the ids at the next revisions equal the given
   * ones → the first answer again; a partial overlap is a conflict. With `any`, by ids already in the stream.
   * An empty append is an assertion failure.
   */
  append(stream: string, events: readonly NewEvent[], options: { expectedRevision: ExpectedRevision }): Promise<Appended>
  /** Events one by one, object mode, back-pressured. Ends at the tip as it was at the call, unless `follow`. */
  read(options?: ReadOptions): Readable
  /** The last position of a whole append, -1 when empty. */
  tip(): Promise<number>
  /** Releases the writer's lock and every file; reads under way end with the fault `closed`. Idempotent. */
  close(): Promise<void>
  /** The fast path behind `read`: the same events in arrays. Absent: `batchesOf` collects from `read`. */
  batches?(options: BatchOptions): AsyncIterable<readonly RecordedEvent[]>
  /** The fast path of replay: events of these types, as much of them as it needs. Absent: `bareBatchesOf` takes whole ones. */
  bareBatches?(options: BareOptions): AsyncIterable<readonly BareEvent[]>
  /** Events at these positions, in ascending order; positions beyond the tip are left out. Absent: `pickFrom` reads them range by range. */
  pick?(positions: readonly number[]): Promise<RecordedEvent[]>
  /** Position of the event with this id, or undefined. Absent: `locateIn` scans. */
  locate?(id: string): Promise<number | undefined>
  /** Every stream name with its number of events, in order of first appearance. Absent: `streamsOf` scans. */
  streams?(options?: { prefix?: string }): AsyncIterable<StreamSummary>
  /**
   * The stored lines from this position to the tip, in arrays, byte for byte without their LF: what the Merkle tree
   * hashes. Absent: `linesOf` writes them anew from the events.
   */
  lines?(options?: { from?: number; to?: number }): AsyncIterable<readonly Uint8Array[]>
}

export interface StreamSummary {
  readonly stream: string
  readonly events: number
}

/** `any`: do not check; `no-stream`: the stream must not exist; a number: revision of the stream's last event. */
export type ExpectedRevision = 'any' | 'no-stream' | number

export interface Appended {
  readonly position: number
  readonly revision: number
}

export interface ReadOptions {
  readonly stream?: string
  /** Inclusive: positions, or revisions when `stream` is given. Beyond the tip: nothing. */
  readonly from?: number
  readonly to?: number
  readonly backwards?: boolean
  /** Only events of these types. */
  readonly types?: readonly string[]
  /** Goes on with events as they are appended, by any process; ends when the stream is destroyed or the store closed. */
  readonly follow?: boolean
  readonly signal?: AbortSignal
}

export type BatchOptions = Pick<ReadOptions, 'from' | 'to' | 'types'>

export type BareOptions = BatchOptions & { readonly types: readonly string[] }

/** What replay needs of an event: not who said so, by which rule and with what evidence. A store may give more. */
export type BareEvent = Pick<RecordedEvent, 'position' | 'type' | 'stream' | 'revision' | 'version' | 'id' | 'recorded' | 'data'>
