import type { Io } from './io.ts'
import { reflow } from './text/reflow.ts'

/**
 * Where results and talk go. Results wait for a slow reader; a reader that went away (`| head`) ends the output
 * quietly, and `closed` tells the command that nobody listens any more.
 */
export interface Out {
  /** One result line, or several, on stdout. */
  print(text: string): Promise<void>
  /** A piece of a file on stdout, as it is. */
  write(piece: string | Uint8Array): Promise<void>
  /** A remark on stderr; `--quiet` drops it. */
  say(text: string): void
  /** What must be told even with `--quiet`, on stderr: an error, a refused input. */
  tell(text: string): void
  readonly closed: boolean
  /** Stops listening for the reader's departure. */
  release(): void
}

export const outOf = ({ stdout, stderr, isTty, columns }: Pick<Io, 'stdout' | 'stderr' | 'isTty' | 'columns'>, quiet: boolean): Out => {
  let closed = false
  const talk = (text: string): void => {
    if (!stderr.destroyed) stderr.write(`${isTty.stderr ? reflow(text, columns) : text}\n`)
  }
  const gone = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error
    closed = true
  }
  const deaf = () => {}
  const write = async (piece: string | Uint8Array): Promise<void> => {
    if (closed || stdout.destroyed) return
    if (!stdout.write(piece)) await drained(stdout)
  }
  stdout.on('error', gone)
  stderr.on('error', deaf)
  return {
    get closed() {
      return closed || stdout.destroyed
    },
    print: (text) => write(`${text}\n`),
    write,
    say(text) {
      if (!quiet) talk(text)
    },
    tell: talk,
    release() {
      stdout.off('error', gone)
      stderr.off('error', deaf)
    },
  }
}

/** Resolves when the stream takes more, or never will. */
const drained = (stream: NodeJS.WritableStream): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      for (const event of ['drain', 'close', 'error']) stream.off(event, done)
      resolve()
    }
    for (const event of ['drain', 'close', 'error']) stream.on(event, done)
  })
