import type { Assets } from './assets.ts'
import type { ReadingLimits } from './limits.ts'
import type { Source } from './reading.ts'
import type { savedViews } from './saved-views.ts'

/** What all requests share. */
export interface Room {
  readonly ledger: Source
  readonly assets: Assets
  readonly limits: ReadingLimits
  /** Whether corrections and documents are taken. */
  readonly writable: boolean
  /** Changes with every start, so that no browser keeps a page of an older build. */
  readonly boot: string
  readonly saved: ReturnType<typeof savedViews>
  /** Settles when the views have been opened once; until then a page may ask for patience. */
  readonly opening: Promise<unknown>
}
