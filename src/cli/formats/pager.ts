import { spawn } from 'node:child_process'
import type { Context } from '../context.ts'
import { reflow } from '../text/reflow.ts'

/** Prints text for people, broken to the width of the terminal; what is longer than the terminal goes through `PAGER`, where one is set and `--no-pager` is not. */
export const showLong = async ({ out, io, settings }: Context, long: string): Promise<void> => {
  const text = io.isTty.stdout ? reflow(long, io.columns) : long
  const pager = io.env.PAGER
  const isLong = io.rows !== undefined && text.split('\n').length > io.rows
  if (!pager || !settings.pager || !io.isTty.stdout || !isLong || !(await paged(pager, text, io.env))) await out.print(text)
}

/** False when the pager could not be started. `LESS=FRX` keeps colours and leaves the text on the screen, as git does. */
const paged = (pager: string, text: string, env: Readonly<Record<string, string | undefined>>): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(pager, { shell: true, stdio: ['pipe', 'inherit', 'inherit'], env: { LESS: 'FRX', ...env } as NodeJS.ProcessEnv })
    child.on('error', () => resolve(false))
    child.stdin.on('error', () => {})
    child.on('close', (code) => resolve(code !== 127))
    child.stdin.end(`${text}\n`)
  })
