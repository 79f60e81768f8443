import type { Readable, Writable } from 'node:stream'
import type { Hall } from './hall.ts'

/**
 * Everything that a command may touch of the world outside the ledger. Handed in, so that every command runs in a
 * test without a process of its own.
 */
export interface Io {
  readonly stdin: Readable
  /** Results, and nothing else. */
  readonly stdout: Writable
  /** Talk: progress, remarks, errors. */
  readonly stderr: Writable
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Which of the three streams is a terminal. */
  readonly isTty: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean }
  /** Width of the terminal; where there is none, `COLUMNS` or 80. */
  readonly columns: number
  /** Height of the terminal, for the pager; absent where there is none. */
  readonly rows?: number
  readonly now: () => Date
  /** Aborted by Ctrl-C: what is under way is finished, then the command ends. */
  readonly interrupted?: AbortSignal
  /** The library behind the commands; a test may hand in another one. */
  readonly hall?: () => Promise<Hall>
}
