import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

/** What a command line printed, and its exit code. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface World extends Partial<Omit<Io, 'stdin' | 'isTty'>> {
  readonly stdin?: string
  /** All three streams are a terminal. */
  readonly tty?: boolean
}

/** Collects what is written. */
export const collector = (): { stream: Writable; text: () => string } => {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => chunks.join('') }
}

/** Runs a command line as a process would, without one. English, no colour, 80 columns, unless the test says otherwise. */
export const cli = async (argv: readonly string[], { stdin = '', tty = false, env = {}, ...world }: World = {}): Promise<Ran> => {
  const [out, err] = [collector(), collector()]
  const code = await run(argv, {
    stdin: stdin === '' ? new PassThrough().end() : Readable.from([stdin]),
    stdout: out.stream,
    stderr: err.stream,
    cwd: process.cwd(),
    columns: 80,
    now: () => new Date('2026-01-02T03:04:05.678Z'),
    isTty: { stdin: false, stdout: tty, stderr: tty },
    env: { CHANCERY_LANG: 'en', USER: 'tester', NO_COLOR: '1', ...env },
    ...world,
  })
  return { code, out: out.text(), err: err.text() }
}

export const examples = fileURLToPath(new URL('../../examples/', import.meta.url))
export const example = (name: string): string => join(examples, `${name}.txt`)

/** A folder of its own, gone again at the end. */
export const temporary = async (): Promise<{ folder: string; path: (...parts: string[]) => string; remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-cli-'))
  return {
    folder,
    path: (...parts) => join(folder, ...parts),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A ledger with a few of the examples in it. */
export const ledgerWith = async (folder: string, ...names: string[]): Promise<string> => {
  const ledger = join(folder, 'ledger')
  const { code, err } = await cli(['ingest', ...names.map(example), '--ledger', ledger, '--threads', '0'])
  if (code !== 0) throw new Error(err)
  return ledger
}

export const write = async (path: string, text: string): Promise<string> => {
  await writeFile(path, text)
  return path
}
