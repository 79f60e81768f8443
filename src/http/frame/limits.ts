/** What the reading room takes on at once. Everything has an end, and says which when it is reached. */
export interface ReadingLimits {
  /** UTF-16 units of an address with its query. */
  readonly address: number
  /** Bytes of a body that is handed in. */
  readonly body: number
  /** Milliseconds until an answer is given up. */
  readonly answerMs: number
  /** Milliseconds that a page waits for views that are still being opened before it says so. */
  readonly patienceMs: number
  /** The same for a page that takes long to work out; a server asks for patience sooner than whoever calls the app himself. */
  readonly soonMs: number
  /** Readers that follow the log at once. */
  readonly followers: number
  /** Rows of one page at most, asked for or brought by a script; beyond them there are further pages. */
  readonly rows: number
  /** Rows that a page comes with: all, unless a server has a script bring the others. */
  readonly page: number
  /** UTF-16 units of a document's text on one page; beyond them there are further parts. */
  readonly text: number
}

export const defaultLimits: ReadingLimits = {
  address: 4_096,
  body: 20 * 1024 * 1024,
  answerMs: 30_000,
  patienceMs: 1_500,
  soonMs: 30_000,
  followers: 64,
  rows: 10_000,
  page: 10_000,
  text: 400_000,
}
