import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Context } from './context.ts'

/**
 * Writes the pages that `serve` shows as files, with the server's own application in this process: nothing listens.
 * Answers how many files there are.
 */
export const writeSite = async (context: Context, folder: string): Promise<number> => {
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
  let files = 0
  try {
    for await (const _ of exportSite({ ask: (path) => app.request(path), write })) files++
  } finally {
    app.close()
  }
  return files
}
