/** What a document may weigh. A limit on everything: a file that is not an article must not stop the other 999. */
export interface Limits {
  /** Source bytes of formats that are text themselves: plain text, Markdown, HTML, records. */
  readonly textBytes: number
  /** Source bytes of formats that wrap text: PDF, DOCX. */
  readonly packedBytes: number
  /** UTF-16 units of the text that was read. */
  readonly units: number
  /** Milliseconds that one document may take to read. */
  readonly timeMs: number
}

export const defaultLimits: Limits = { textBytes: 10_000_000, packedBytes: 100_000_000, units: 10_000_000, timeMs: 60_000 }

/** `10 MB`, for messages: decimal megabytes, one digit after the point where it matters. */
export const megabytes = (bytes: number): string =>
  bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
