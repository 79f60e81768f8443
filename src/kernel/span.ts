/** A stretch of a document's stored text: UTF-16 code units, half-open, `0 <= start <= end <= text.length`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A span together with what stands there. `quote` is exactly `text.slice(start, end)` of the stored text, at most
 * 500 units. `field` is a JSON Pointer (RFC 6901) into the event's data: the value that this quote supports.
 */
export interface Evidence extends Span {
  readonly quote: string
  readonly field?: string
}

/** The longest quote that an event may carry, in UTF-16 code units. */
export const longestQuote = 500

/** Whether `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
