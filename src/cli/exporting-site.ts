import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Context } from './context.ts'
import { progressOf } from './progress.ts'

/**
 * Writes the pages that `serve` shows as files, with the server's own application in this process: nothing listens.
 * Answers how many files there are, and how large they are together.
 */
export const writeSite = async (context: Context, folder: string): Promise<{ files: number; bytes: number }> => {
  const ledger = await context.ledger()
  const { exportSite } = await context.hall()
  const { createApp } = await import('../http/app.ts')
  const app = createApp(ledger)
  const target = resolve(context.io.cwd, folder)
  const write = async (file: string, bytes: Uint8Array): Promise<void> => {
    const path = join(target, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
  const progress = await progressOf(context, null, context.words.export.rate)
  let [files, bytes] = [0, 0]
  try {
    for await (const file of exportSite({ ask: (path) => app.request(path), write })) {
      progress.step(++files, file.address)
      bytes += file.bytes
    }
  } finally {
    progress.stop()
    app.close()
  }
  return { files, bytes }
}
