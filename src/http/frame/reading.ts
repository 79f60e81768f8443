import { Fault } from '../../kernel/fault.ts'
import type { Ledger, View } from '../../ledger.ts'
import type { Words } from '../words/words.ts'
import type { Format } from './format.ts'
import type { ReadingLimits } from './limits.ts'
import type { Link } from './links.ts'
import type { SavedViews } from './saved-views.ts'

/** What the reading room asks of a ledger. */
export type Source = Pick<
  Ledger,
  | 'location'
  | 'transparency'
  | 'store'
  | 'archive'
  | 'projections'
  | 'events'
  | 'tip'
  | 'positionAt'
  | 'view'
  | 'views'
  | 'why'
  | 'document'
  | 'identityDoubts'
>

/** One request: where in the log it reads, in which language, and what it was asked for. */
export interface Reading {
  readonly ledger: Source
  readonly format: Format
  readonly words: Words
  readonly link: Link
  /** As the reader wrote it; undefined at the tip. */
  readonly asOf: string | undefined
  /** The last position that the page takes account of; -1 in an empty ledger. */
  readonly position: number
  readonly tip: number
  readonly writable: boolean
  readonly limits: ReadingLimits
  /** Decoded path and segments below `/`. */
  readonly segments: readonly string[]
  readonly query: URLSearchParams
  readonly saved: SavedViews
  /** The signed checkpoint as it is now; null before the first. */
  readonly checkpoint: string | null
  view(name: string): Promise<View>
  /** Null where the ledger has no such view: a page does without. */
  viewIfAny(name: string): Promise<View | null>
}

/** The segment of the address that names what is asked for. */
export const segment = (reading: Reading, index: number, attempted: string): string => {
  const found = reading.segments[index]
  if (found !== undefined && found !== '') return found
  throw new Fault('no-such-path', { attempted, found: 'an address that ends too early', expected: 'a name in the address' })
}

/** A number in the query, or what stands for it. Faults: `invalid-input`. */
export const numberIn = (reading: Reading, name: string, otherwise: number, { least = 0, most = Number.MAX_SAFE_INTEGER } = {}): number => {
  const given = reading.query.get(name)
  if (given === null || given === '') return otherwise
  const number = Number(given)
  if (Number.isInteger(number) && number >= least && number <= most && /^\d+$/.test(given)) return number
  throw new Fault('invalid-input', {
    attempted: `read ${name} in the address`,
    found: given.slice(0, 100),
    expected: `a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}`,
  })
}
