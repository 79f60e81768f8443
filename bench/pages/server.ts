import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A server of its own process over a ledger, as `chancery serve` starts it; `built` is the folder of the build. */
export const startServer = async (built: string, ledger: string): Promise<{ url: string; startedMs: number; stop(): Promise<void> }> => {
  const began = performance.now()
  const child = spawn(process.execPath, [join(built, 'src/cli/main.js'), 'serve', '--json', '--port', '0', '--ledger', ledger], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const { url } = JSON.parse(line.toString().split('\n')[0] as string) as { url: string }
  return {
    url,
    startedMs: performance.now() - began,
    async stop() {
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}
