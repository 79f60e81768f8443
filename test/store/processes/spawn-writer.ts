import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Child {
  readonly process: ChildProcess
  /** The next line that it prints. */
  line(): Promise<string>
  go(): void
  /** Resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** Runs one of the programs beside this file with node. */
export const spawnChild = (program: string, ...args: string[]): Child => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program.startsWith('/') ? program : join(import.meta.dirname, program), ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    line: async () => ((await lines.next()).value as string | undefined) ?? '',
    go: () => void child.stdin.write('go\n'),
    async kill(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    },
  }
}
