/** One value of a row that an event changed. `path`: JSON Pointer (RFC 6901) from the row. */
export interface ValueChange {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}
