import type { Html } from '../html/html.ts'
import type { Reading } from './reading.ts'

/** Rows for a spreadsheet. Null is “no document says”, undefined a field that does not apply. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly unknown[]>
}

/** One page in its three forms. Only the form that was asked for is made. */
export interface Page {
  readonly title: string
  readonly json: () => unknown
  readonly table: () => Table
  readonly body: () => Html
  readonly status?: 200 | 404
}

/** The page is at another address: a merged person, a whole digest for its prefix. */
export interface Elsewhere {
  readonly elsewhere: string
}

export const isElsewhere = (made: Page | Elsewhere): made is Elsewhere => 'elsewhere' in made

/** Where a page is; parameters in braces, as OpenAPI writes them. A last `{name…}` takes the rest of the path. */
export interface Place {
  readonly path: `/${string}`
  load(): Promise<Route>
}

/** What answers at a place. */
export interface Route {
  /** One sentence for the description of the interface. */
  readonly says: string
  readonly query?: Readonly<Record<string, string>>
  /** Views that it reads: as of an earlier point they are rebuilt together, in one pass over the log. */
  readonly reads?: readonly string[]
  /** Reads no view, so that it need not wait until they are open. */
  readonly light?: true
  /** What it shows can change while the log does not: browsers are not told that they have it. */
  readonly fleeting?: true
  /** What it rests on takes long to work out and is kept: a page that is not there soon says so, and asks again by itself. */
  readonly long?: true
  make(reading: Reading): Promise<Page | Elsewhere>
}
