import type { CorrectedEvent } from '../kernel/envelope.ts'
import type { EventStore } from '../store/event-store.ts'

/** Pieces of a file, in order; text is UTF-8. Whoever writes them keeps one piece in memory at a time. */
export type Pieces = AsyncIterable<string | Uint8Array>

/** What every export says of itself. */
interface Format {
  /** As people type it: `csv`. */
  readonly name: string
  readonly says: string
  readonly mediaType: string
  /** Of file names, without dot. */
  readonly ending: string
}

/** The log as it lies. */
export interface LogExport extends Format {
  write(store: EventStore, options?: LogOptions): Pieces
}

export interface LogOptions {
  /** Positions, inclusive. */
  readonly from?: number
  readonly to?: number
  /** What the ledger is called: a URI reference. */
  readonly source?: string
}

/** Rows of any view. */
export interface ViewExport extends Format {
  write(view: ViewRows, options?: ViewOptions): Pieces
}

/** As much of a view as an export needs: `{ name: view.name, rows: view.rows() }`. */
export interface ViewRows {
  readonly name: string
  readonly rows: Iterable<readonly [key: string, row: unknown]>
}

export interface ViewOptions {
  /** CSV: a byte-order mark before everything, so that a spreadsheet takes it for UTF-8. */
  readonly byteOrderMark?: boolean
  /** What stands for null: no document says. */
  readonly unknown?: string
  /** Calendars: the instant of the last event, so that the same ledger gives the same file. */
  readonly recorded?: string
}

/** Events after corrections and links. */
export interface EventExport extends Format {
  write(events: AsyncIterable<CorrectedEvent>): Pieces
}
