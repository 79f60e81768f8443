#!/usr/bin/env node
import { run } from './run.ts'

/** The process around `run`. */
const { stdout, stderr, env } = process
let interrupted: AbortController | undefined

/** Whoever asks finishes what is under way at the first Ctrl-C; the second ends the process. Nobody asked: the first does. */
const interruption = (): AbortSignal => {
  if (interrupted) return interrupted.signal
  const controller = new AbortController()
  interrupted = controller
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort()
  })
  return controller.signal
}

process.exitCode = await run(process.argv.slice(2), {
  get stdin() {
    return process.stdin
  },
  stdout,
  stderr,
  env,
  cwd: process.cwd(),
  isTty: {
    get stdin() {
      return Boolean(process.stdin.isTTY)
    },
    stdout: Boolean(stdout.isTTY),
    stderr: Boolean(stderr.isTTY),
  },
  columns: stdout.columns || Number(env.COLUMNS) || 80,
  ...(stdout.rows ? { rows: stdout.rows } : {}),
  now: () => new Date(),
  get interrupted() {
    return interruption()
  },
})
